import { readWords, type TermPlaces, type TextWords } from '../../../relevance/index.ts';
import { lookedAt, troublePlaces } from './error-value.ts';
import type { Piece } from './excerpt.ts';
import type { BookTerms, TextBook } from './text-book.ts';

/** How sought words are found in a text, and what each is worth. */
export interface SoughtPlaces {
  readonly find: (words: TextWords) => TermPlaces;
  readonly weights: readonly number[];
}

/** What the words of a text say of its pieces. */
export interface ReadPieces {
  /** 1 for each piece that speaks of trouble. */
  readonly trouble: Uint8Array;
  /** The weights of the sought words in each piece; undefined where none are sought. */
  readonly sought: Float64Array | undefined;
}

/** Terms of one text: those from `from` to `to`, their places counted from `origin`. */
interface TextTerms extends TermPlaces {
  readonly from: number;
  readonly to: number;
  readonly origin: number;
}

/** Reads all pieces of a text at once: from the book where it stands there, else by one pass over its words. */
export function readPieces(
  text: string,
  pieces: readonly Piece[],
  sought: SoughtPlaces | undefined,
  book: TextBook | undefined,
): ReadPieces {
  const number = book?.numberOf(text);
  if (book !== undefined && number !== undefined)
    return {
      trouble: markTrouble(pieces, ofBook(book.trouble, book, number)),
      sought:
        sought === undefined || book.sought === undefined ? undefined : weigh(pieces, ofBook(book.sought, book, number), sought.weights),
    };
  const words = readWords(text);
  return {
    trouble: markTrouble(pieces, whole(troublePlaces(words))),
    sought: sought === undefined ? undefined : weigh(pieces, whole(sought.find(words)), sought.weights),
  };
}

const ofBook = ({ places, terms, from }: BookTerms, { starts }: TextBook, text: number): TextTerms => ({
  places,
  terms,
  from: from[text] as number,
  to: from[text + 1] as number,
  origin: starts[text] as number,
});

const whole = ({ places, terms }: TermPlaces): TextTerms => ({ places, terms, from: 0, to: places.length, origin: 0 });

function markTrouble(pieces: readonly Piece[], { places, from, to, origin }: TextTerms): Uint8Array {
  const marks = new Uint8Array(pieces.length);
  let at = from;
  for (let index = 0; index < pieces.length && at < to; index++) {
    const { start, end } = pieces[index] as Piece;
    for (; at < to && (places[at] as number) - origin < end; at++) if ((places[at] as number) - origin - start < lookedAt) marks[index] = 1;
  }
  return marks;
}

/** A term counts once in a piece, however often it stands there. */
function weigh(pieces: readonly Piece[], { places, terms, from, to, origin }: TextTerms, weights: readonly number[]): Float64Array {
  const sums = new Float64Array(pieces.length);
  const seenIn = new Int32Array(weights.length).fill(-1);
  let at = from;
  for (let index = 0; index < pieces.length && at < to; index++) {
    const { end } = pieces[index] as Piece;
    for (; at < to && (places[at] as number) - origin < end; at++) {
      const term = terms[at] as number;
      if (seenIn[term] === index) continue;
      seenIn[term] = index;
      sums[index] = (sums[index] as number) + (weights[term] as number);
    }
  }
  return sums;
}
