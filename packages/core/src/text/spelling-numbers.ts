const recent = 1 << 12;

/** Numbers stretches of a text by how they are spelled: the same letters have the same number, and numbers count up from 0 as new ones come. */
export interface SpellingNumbers {
  /** The number of `text[start..end)`. */
  numberOf(start: number, end: number): number;
}

/**
 * Makes the numbers of a text's stretches. What came lately is known again without a string being made of it: names in code come again and again.
 *
 * @param codes the code units of the text
 * @example spellingNumbers('ab ab', charCodes('ab ab')).numberOf(3, 5) // 0, as numberOf(0, 2) is
 */
export function spellingNumbers(text: string, codes: Uint16Array): SpellingNumbers {
  const numbers = new Map<string, number>();
  // By some bits of their letters: where one of a number stands, its length, and the number.
  const starts = new Int32Array(recent);
  const lengths = new Int32Array(recent).fill(-1);
  const known = new Int32Array(recent);
  return {
    numberOf(start, end) {
      const place = placeOf(codes, start, end);
      if (lengths[place] === end - start && isSame(codes, starts[place]!, start, end)) return known[place]!;
      const spelled = text.slice(start, end);
      let number = numbers.get(spelled);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(spelled, number);
      }
      starts[place] = start;
      lengths[place] = end - start;
      known[place] = number;
      return number;
    },
  };
}

function placeOf(codes: Uint16Array, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash, 31) + codes[at]!;
  return (hash ^ (hash >>> 15)) & (recent - 1);
}

function isSame(codes: Uint16Array, other: number, start: number, end: number): boolean {
  let at = start;
  for (let from = other; at < end && codes[at] === codes[from]; from += 1) at += 1;
  return at === end;
}
