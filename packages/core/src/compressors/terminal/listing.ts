import { lineUnits, type TextUnits } from '../../relevance/selection/text-units.ts';
import { charCodes } from '../../text/char-codes.ts';
import { indexWords, type WordIndex } from './word-index.ts';

/** A text's lines with their characters and the places of their words, read once for all that look at them. */
export interface Listing {
  readonly units: TextUnits;
  readonly codes: Uint16Array;
  readonly words: WordIndex;
}

/**
 * Reads a text as lines of words.
 *
 * @example readListing('a b\nc').words.first // Int32Array [0, 2, 3]
 */
export function readListing(text: string): Listing {
  const units = lineUnits(text);
  const codes = charCodes(text);
  return { units, codes, words: indexWords(units, codes) };
}
