import { terms } from '@headroom/core';

/** Shorter words stand inside of others by chance. */
const shortest = 4;
const mostOfWord = 6;
const mostPlaces = 300;
const readCharacters = 1 << 20;

/**
 * The terms of a program's words that hold one of the question's inside: what people write apart programs write together (`decipheriv` for a cipher, `maxheaders` for headers).
 *
 * @param asked terms of the question, and `known` all that are looked for anyway
 */
export function holdingWords(program: string, asked: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const text = program.slice(0, readCharacters);
  const lower = text.toLowerCase();
  // Letters whose small form is longer shift all places behind them.
  if (lower.length !== text.length) return [];
  const found = new Set<string>();
  for (const word of asked) {
    if (word.length < shortest || !/^[a-z]+$/.test(word)) continue;
    const ofWord = new Set<string>();
    let places = 0;
    for (let at = lower.indexOf(word); at >= 0 && places < mostPlaces; at = lower.indexOf(word, at + word.length), places += 1) {
      const term = wordAround(text, at, at + word.length);
      if (term !== undefined && !known.has(term) && ofWord.size < mostOfWord) ofWord.add(term);
    }
    for (const term of ofWord) found.add(term);
  }
  return [...found];
}

/** The word of small letters around a place, as programs put words together: a capital begins one. */
function wordAround(text: string, from: number, to: number): string | undefined {
  let start = from;
  if (!isCapital(text.charCodeAt(start))) {
    while (start > 0 && isSmall(text.charCodeAt(start - 1))) start -= 1;
    if (start > 0 && isCapital(text.charCodeAt(start - 1))) start -= 1;
  }
  let end = to;
  while (end < text.length && isSmall(text.charCodeAt(end))) end += 1;
  const [term, ...others] = terms(text.slice(start, end));
  return others.length === 0 ? term : undefined;
}

function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}
