/** Numbers stretches of a text by how they are spelled: the same letters have the same number, and numbers count up from 0 as new ones come. */
export interface SpellingNumbers {
  /**
   * The number of `text[start..end)`.
   *
   * @param hash made of its letters by {@link spellingStep} from {@link spellingSeed} on: who looks for the end of a stretch makes it meanwhile
   */
  numberOf(hash: number, start: number, end: number): number;
}

/** The hash of no letters. */
export const spellingSeed = 0;

/** The hash of one more letter. */
export function spellingStep(hash: number, code: number): number {
  return Math.imul(hash, 31) + code;
}

const firstRoom = 1024;
/** Looked at for one stretch: where more others stand in its place than hardly ever, it is known by a string. */
const mostLooked = 32;
/** What is kept of a number, side by side: its hash, where it stood last, its length. */
const size = 4;
const startField = 1;
const lengthField = 2;

/**
 * Makes the numbers of a text's stretches, nearly always without a string being made of any: names in code come again and again.
 *
 * @param codes the code units of the text
 */
export function spellingNumbers(text: string, codes: Uint16Array): SpellingNumbers {
  let known = new Int32Array(size * firstRoom);
  /** Numbers by hash, plus one; 0 where none is. */
  let places = new Int32Array(2 * firstRoom);
  let count = 0;
  const crowded = new Map<string, number>();
  const isSame = (at: number, start: number, end: number): boolean => {
    let from = known[at + startField]!;
    let to = start;
    for (; to < end && codes[to] === codes[from]; to += 1) from += 1;
    return to === end;
  };
  const spread = (): void => {
    places = new Int32Array(2 * places.length);
    const last = places.length - 1;
    for (let number = 0; number < count; number += 1) {
      let place = placeOf(known[size * number]!) & last;
      for (let look = 0; look < mostLooked && places[place] !== 0; look += 1) place = (place + 1) & last;
      if (places[place] === 0) places[place] = number + 1;
      else
        crowded.set(
          text.slice(known[size * number + startField], known[size * number + startField]! + known[size * number + lengthField]!),
          number,
        );
    }
  };
  const add = (hash: number, start: number, length: number): number => {
    if (size * count === known.length) {
      const larger = new Int32Array(2 * known.length);
      larger.set(known);
      known = larger;
    }
    known[size * count] = hash;
    known[size * count + startField] = start;
    known[size * count + lengthField] = length;
    count += 1;
    return count - 1;
  };
  return {
    numberOf(hash, start, end) {
      const last = places.length - 1;
      let place = placeOf(hash) & last;
      for (let look = 0; look < mostLooked; look += 1) {
        const number = places[place]! - 1;
        if (number < 0) {
          places[place] = count + 1;
          const added = add(hash, start, end - start);
          if (2 * count > places.length) spread();
          return added;
        }
        const at = size * number;
        if (known[at] === hash && known[at + lengthField] === end - start && isSame(at, start, end)) {
          // The letters of a name that stands near are near as well.
          known[at + startField] = start;
          return number;
        }
        place = (place + 1) & last;
      }
      const spelled = text.slice(start, end);
      const number = crowded.get(spelled) ?? add(hash, start, end - start);
      crowded.set(spelled, number);
      return number;
    },
  };
}

function placeOf(hash: number): number {
  return hash ^ (hash >>> 15);
}
