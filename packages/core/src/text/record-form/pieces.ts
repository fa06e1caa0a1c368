import { charCodes } from '../char-codes.ts';

/**
 * A text cut into pieces (lines with their breaks, elements), each of fixed parts with values between them: part, value, part, … part. Places in the text; nothing
 * is copied.
 */
export interface Pieces {
  readonly text: string;
  /** The code units of the text. */
  readonly codes: Uint16Array;
  readonly count: number;
  /** Where pieces begin, and behind the last one the end of the text. */
  readonly starts: Int32Array;
  /** Where the values of a piece begin among all cuts, and behind the last piece their end. */
  readonly firstCuts: Int32Array;
  /** Where values begin and end: `[start, end, start, end, …]`, rising. */
  readonly cuts: Int32Array;
}

/** Takes pieces in, one behind the other. */
export interface PieceCutter {
  /** A value of the piece that comes next, behind those before it. */
  value(start: number, end: number): void;
  /** Takes back the values that the piece that comes next has so far. */
  withoutValues(): void;
  /** Ends a piece. */
  piece(end: number): void;
  /** All pieces; the last one ends with the text. */
  pieces(): Pieces;
}

const fewest = 256;

/**
 * Makes a cutter.
 *
 * @param codes the code units of the text, where they were read before
 */
export function createPieceCutter(text: string, codes: Uint16Array = charCodes(text)): PieceCutter {
  let starts = new Int32Array(fewest);
  let firstCuts = new Int32Array(fewest);
  let cuts = new Int32Array(fewest);
  let count = 0;
  let cut = 0;
  return {
    value(start, end) {
      if (cut + 2 > cuts.length) cuts = doubled(cuts);
      cuts[cut] = start;
      cuts[cut + 1] = end;
      cut += 2;
    },
    withoutValues() {
      cut = firstCuts[count]!;
    },
    piece(end) {
      count += 1;
      if (count === starts.length) {
        starts = doubled(starts);
        firstCuts = doubled(firstCuts);
      }
      starts[count] = end;
      firstCuts[count] = cut;
    },
    pieces: () => ({ text, codes, count, starts, firstCuts, cuts }),
  };
}

function doubled(full: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(full.length * 2);
  larger.set(full);
  return larger;
}

/** How many values a piece has. */
export function valuesIn({ firstCuts }: Pieces, piece: number): number {
  return (firstCuts[piece + 1]! - firstCuts[piece]!) >> 1;
}
