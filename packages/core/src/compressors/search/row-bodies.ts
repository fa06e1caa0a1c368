import { stretchNumbers } from '../../text/stretch-numbers.ts';
import { rowKind, type SearchResults } from './search-results.ts';

/** A line of a file is known by so much of it. */
export const readCharacters = 240;

/** What rows show of lines of files, by numbers: equal ones, but for blanks around them, have one number. */
export interface RowBodies {
  /** The number of what a match or a line of context shows; -1 for other rows. */
  readonly numberOf: Int32Array;
  /** How many different ones there are. */
  readonly different: number;
}

/** Numbers what rows show. Linear. */
export function numberBodies({ codes, count, kinds, bodies, ends }: SearchResults): RowBodies {
  const numbers = stretchNumbers(codes);
  const numberOf = new Int32Array(count).fill(-1);
  let different = 0;
  for (let row = 0; row < count; row += 1) {
    if (kinds[row] !== rowKind.match && kinds[row] !== rowKind.context) continue;
    let start = bodies[row]!;
    let end = Math.min(ends[row]!, start + readCharacters);
    while (start < end && codes[start]! <= blank) start += 1;
    while (start < end && codes[end - 1]! <= blank) end -= 1;
    const number = numbers.of(start, end);
    if (number === different) different += 1;
    numberOf[row] = number;
  }
  return { numberOf, different };
}

const blank = 0x20;
