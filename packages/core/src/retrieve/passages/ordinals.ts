/** How many places a question may name by number. */
const mostPlaces = 4;

/**
 * The places that a question names by number or as first or last, counted from 0; `-1` is the last.
 *
 * @example placesOf('What is the 750th line?') // [749]
 */
export function placesOf(question: string): readonly number[] {
  const places: number[] = [];
  for (const match of question
    .slice(0, 2000)
    .matchAll(
      /\b(\d{1,7})(?:st|nd|rd|th)\b|\b(first|last)\b|\b(?:line|row|item|element|entry|record|number|no\.|index)\s+#?(\d{1,7})\b/gi,
    )) {
    const [, ordinal, end, number] = match;
    if (places.length >= mostPlaces) break;
    if (end !== undefined) places.push(end.toLowerCase() === 'first' ? 0 : -1);
    else places.push(Math.max(0, Number(ordinal ?? number) - 1));
  }
  return places;
}
