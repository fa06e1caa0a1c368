/** Numbers stretches of a text by what they say. */
export interface StretchNumbers {
  /** The number of `codes[start..end)`: equal stretches have one number, new ones the next, from 0 on. */
  of(start: number, end: number): number;
}

/** Looked at for one stretch: where more others stand in its place than hardly ever, it counts as new. */
const mostLooked = 64;
const fewestPlaces = 64;
/** Hashed of a long stretch are so many characters at both ends and in its middle. */
const hashedWhole = 192;
const hashedPart = 64;

/**
 * Makes numbers for the stretches of a text: a string of each, looked up in a map, takes some three times as long. Equal numbers mean equal stretches, letter by letter. Linear.
 *
 * @param codes the code units of the text
 * @example
 * const numbers = stretchNumbers(charCodes('ab ab c'));
 * [numbers.of(0, 2), numbers.of(3, 5), numbers.of(6, 7)]; // [0, 0, 1]
 */
export function stretchNumbers(codes: Uint16Array): StretchNumbers {
  let places = fewestPlaces;
  /** The number of what stands at a place, and one. */
  let table = new Int32Array(places);
  let hashes = new Int32Array(fewestPlaces);
  let starts = new Int32Array(fewestPlaces);
  let ends = new Int32Array(fewestPlaces);
  let count = 0;
  const grow = (): void => {
    [hashes, starts, ends] = [doubled(hashes), doubled(starts), doubled(ends)];
    places = 2 * hashes.length;
    table = new Int32Array(places);
    for (let number = 0; number < count; number += 1) {
      const place = hashes[number]!;
      let look = 0;
      while (look < mostLooked && table[(place + look) & (places - 1)] !== 0) look += 1;
      if (look < mostLooked) table[(place + look) & (places - 1)] = number + 1;
    }
  };
  return {
    of(start, end) {
      if (2 * count >= places) grow();
      const hash = hashOf(codes, start, end);
      let place = hash & (places - 1);
      for (let look = 0; look < mostLooked; look += 1) {
        const number = table[place]! - 1;
        if (number < 0) {
          table[place] = count + 1;
          break;
        }
        if (hashes[number] === hash && isSame(codes, { start, end, from: starts[number]!, to: ends[number]! })) return number;
        place = (place + 1) & (places - 1);
      }
      hashes[count] = hash;
      starts[count] = start;
      ends[count] = end;
      count += 1;
      return count - 1;
    },
  };
}

function doubled(full: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(full.length * 2);
  larger.set(full);
  return larger;
}

function hashOf(codes: Uint16Array, start: number, end: number): number {
  const length = end - start;
  let hash = length;
  if (length <= hashedWhole) hash = hashOver(codes, start, end, hash);
  else {
    const middle = start + ((length - hashedPart) >> 1);
    hash = hashOver(codes, start, start + hashedPart, hash);
    hash = hashOver(codes, middle, middle + hashedPart, hash);
    hash = hashOver(codes, end - hashedPart, end, hash);
  }
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 12);
}

function hashOver(codes: Uint16Array, start: number, end: number, from: number): number {
  let hash = from;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ codes[at]!, 0x01000193);
  return hash;
}

interface Stretches {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

function isSame(codes: Uint16Array, { start, end, from, to }: Stretches): boolean {
  const length = end - start;
  if (length !== to - from) return false;
  for (let at = 0; at < length; at += 1) if (codes[start + at] !== codes[from + at]) return false;
  return true;
}
