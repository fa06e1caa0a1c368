/** Places that a question names by their number, at most. */
const mostPlaces = 4;

const numbered = /\b(\d{1,7})(?:st|nd|rd|th)\b|\b(?:line|row|item|element|entry|record|number|no\.|index)\s{1,4}#?(\d{1,7})\b/gi;

/**
 * The places that a question names by number, counted from 0; `first` and `last` are left to the superlatives.
 *
 * @example askedPlaces('What is the 750th line?') // [749]
 */
export function askedPlaces(question: string): readonly number[] {
  const places: number[] = [];
  for (const [, ordinal, number] of question.slice(0, 2000).matchAll(numbered)) {
    if (places.length >= mostPlaces) break;
    places.push(Math.max(0, Number(ordinal ?? number) - 1));
  }
  return places;
}
