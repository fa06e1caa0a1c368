const mostPlaces = 24;
const readCharacters = 400;
/** A unit behind a number is no longer than this; what is longer makes it a name. */
const longestUnit = 3;

const separators = new Uint8Array(0x80);
for (const sign of ' \t,;:=()[]{}"\'`|<>') separators[sign.charCodeAt(0)] = 1;

/** Takes the place of a word in its line, its hash, and the number that it is, with or without a unit; NaN where it is none. */
export type VisitWord = (place: number, hash: number, number: number) => void;

/** Calls `visit` with the words of a line. Makes no strings and no objects. */
export function readWords(codes: Uint16Array, { start, end }: { readonly start: number; readonly end: number }, visit: VisitWord): void {
  const separates = separators;
  const stop = Math.min(end, start + readCharacters);
  let place = 0;
  for (let at = start; at < stop && place < mostPlaces; at += 1) {
    const from = at;
    let hash = 0x811c9dc5 | 0;
    for (; at < stop; at += 1) {
      const code = codes[at]!;
      if (code < 0x80 && separates[code] === 1) break;
      hash = Math.imul(hash ^ code, 0x01000193);
    }
    if (at === from) continue;
    visit(place, hash, numberIn(codes, from, at));
    place += 1;
  }
}

/** The number at the beginning of a word of which it is all but a short unit. */
function numberIn(codes: Uint16Array, start: number, end: number): number {
  let value = 0;
  let scale = 0;
  let at = start;
  for (; at < end; at += 1) {
    const code = codes[at]!;
    if (code >= 0x30 && code <= 0x39) {
      value = value * 10 + (code - 0x30);
      if (scale > 0) scale *= 10;
    } else if (code === 0x2e && scale === 0 && at > start) scale = 1;
    else break;
  }
  if (at === start || at - start > 15 || end - at > longestUnit) return Number.NaN;
  for (let unit = at; unit < end; unit += 1) {
    const code = codes[unit]! | 0x20;
    if (codes[unit]! !== 0x25 && (code < 0x61 || code > 0x7a)) return Number.NaN;
  }
  return scale > 1 ? value / scale : value;
}
