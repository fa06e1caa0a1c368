import { Excerpt } from '../model.ts';
import { cutAfter, cutBefore, isSpaceAt } from '../../../text/cut.ts';
import { isBlob } from './opaque.ts';
import { readPieces, type SoughtPlaces } from './read-pieces.ts';
import type { TextBook } from './text-book.ts';

/** What an excerpt is for. */
export interface ExcerptOptions {
  /** About how many characters may stay. */
  readonly limit: number;
  /** How well a piece answers the question, 0 for not at all. Undefined without a question. */
  readonly relevance?: Relevance | undefined;
  /** Remembers texts ranked for this relevance: renderings of one document differ in their limits only. */
  readonly ranked?: Map<string, RankedPieces> | undefined;
  /** The texts of the document: those that were read whole are not read again. */
  readonly book?: TextBook | undefined;
}

/** The pieces of a text, and their indexes from the best down. */
export interface RankedPieces {
  readonly pieces: readonly Piece[];
  readonly order: readonly number[];
}

/** How well a piece answers the question by its words, and by an amount that it states; 0 for not at all. */
export interface Relevance {
  readonly words: (piece: string) => number;
  /** The words that `words` looks for, to look for them in all pieces of a text at once. */
  readonly terms?: SoughtPlaces | undefined;
  readonly amount?: ((piece: string) => number) | undefined;
}

export interface Piece {
  readonly start: number;
  readonly end: number;
}

// Cutting less than this would save next to nothing, since the cut is stated.
const smallestCut = 48;
const longestPiece = 160;
const blobHead = 24;
const mostPieces = 16_384;
const tolerance = 1.25;

/**
 * Shortens a long text to whole lines or sentences: its beginning and end, what answers the question, and what speaks of trouble; each cut states how
 * many characters it left out. Answers the text itself where it is short enough. Linear but for ordering the pieces.
 *
 * @example
 * excerptOf(report, { limit: 400 }); // Excerpt { pieces: ['First sentence. ', 1204, 'Last sentence.'] }
 */
export function excerptOf(text: string, { limit, relevance, ranked, book }: ExcerptOptions): string | Excerpt {
  if (text.length <= Math.max(limit * tolerance, limit + smallestCut)) return text;
  if (isBlob(text)) return assemble(text, [{ start: 0, end: Math.min(blobHead, limit) }]);
  let best = ranked?.get(text);
  if (best === undefined) {
    best = rankPieces(text, relevance, book);
    ranked?.set(text, best);
  }
  return assemble(text, choose(best, limit));
}

/** How many characters an excerpt leaves out. */
export function charactersLeftOut(excerpt: Excerpt): number {
  return excerpt.pieces.reduce<number>((sum, piece) => (typeof piece === 'number' ? sum + piece : sum), 0);
}

/**
 * Lines, or sentences where there are none; what is longer is split at spaces, and where there would be too many, short ones stay together. Pieces touch:
 * together they are the text.
 */
function split(text: string): Piece[] {
  const endBehind = text.includes('\n') ? endOfLine : endOfSentence();
  const shortest = text.length / mostPieces;
  const pieces: Piece[] = [];
  let start = 0;
  for (let end = endBehind(text, 0); end > 0; end = endBehind(text, end)) {
    if (end - start < shortest) continue;
    addPiece(text, start, end, pieces);
    start = end;
  }
  addPiece(text, start, text.length, pieces);
  return pieces;
}

/** The place behind the next end of a line; 0 where there is none. */
const endOfLine = (text: string, from: number): number => text.indexOf('\n', from) + 1;

function endOfSentence(): (text: string, from: number) => number {
  const ends = /[.!?;](?=\s)\s|[。！？]/g;
  return (text, from) => {
    ends.lastIndex = from;
    return ends.test(text) ? ends.lastIndex : 0;
  };
}

function addPiece(text: string, start: number, end: number, pieces: Piece[]): void {
  let from = start;
  while (end - from > longestPiece * 1.5) {
    // Within the window only: a search back through a text without spaces would make this quadratic.
    const space = text.slice(from, from + longestPiece).lastIndexOf(' ');
    const to = space > longestPiece / 2 ? from + space + 1 : cutBefore(text, from + longestPiece);
    pieces.push({ start: from, end: to });
    from = to;
  }
  if (end > from) pieces.push({ start: from, end });
}

function rankPieces(text: string, relevance: Relevance | undefined, book: TextBook | undefined): RankedPieces {
  const pieces = split(text);
  const { trouble, sought } = readPieces(text, pieces, relevance?.terms, book);
  const answers = relevance === undefined ? undefined : answerScores(text, pieces, relevance, sought);
  const scores = pieces.map((piece, index) =>
    scorePiece(text, piece, { index, count: pieces.length, answer: answers?.[index], isTrouble: trouble[index] === 1 }),
  );
  const order = [...pieces.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  return { pieces, order };
}

function choose({ pieces, order }: RankedPieces, limit: number): readonly Piece[] {
  const kept = new Set<number>();
  let used = 0;
  for (const index of order) {
    const { start, end } = pieces[index] as Piece;
    if (used >= limit) break;
    if (used > 0 && used + end - start > limit * tolerance) continue;
    kept.add(index);
    used += end - start;
  }
  return pieces.filter((_, index) => kept.has(index));
}

/** What is asked about is often named in one sentence and told in the next. */
const fromBefore = 0.3;
/** What an amount is worth by itself, and beside words of the question. */
const amountWorth = { alone: 0.4, beside: 2 } as const;

function answerScores(
  text: string,
  pieces: readonly Piece[],
  { words, amount }: Relevance,
  sought: Float64Array | undefined,
): Float64Array {
  const scores = new Float64Array(pieces.length);
  let before = 0;
  pieces.forEach(({ start, end }, index) => {
    const own = sought === undefined ? words(text.slice(start, end)) : (sought[index] as number);
    const near = Math.max(own, before);
    const stated = amount === undefined ? 0 : amount(text.slice(start, end)) * (amountWorth.alone + amountWorth.beside * near);
    scores[index] = (own + fromBefore * before + stated) / Math.sqrt(1 + (end - start) / 200);
    before = own;
  });
  return scores;
}

interface PiecePlace {
  readonly index: number;
  readonly count: number;
  /** How well the piece answers; undefined without a question. */
  readonly answer: number | undefined;
  /** Whether it speaks of trouble. */
  readonly isTrouble: boolean;
}

function scorePiece(text: string, piece: Piece, { index, count, answer, isTrouble }: PiecePlace): number {
  let score = answer ?? 0;
  if (isTrouble) score += 0.4;
  if (index === 0) score += answer === undefined ? 2 : 3;
  else if (index < 3) score += 0.5;
  if (index === count - 1) score += 1.2;
  return isBlank(text, piece) ? -1 : score + (0.001 * (count - index)) / count;
}

/** Whether a piece is white space only; nearly all say at their first character that they are not. */
function isBlank(text: string, { start, end }: Piece): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 32) return code >= 0x80 && text.slice(at, end).trim() === '';
  }
  return true;
}

function assemble(text: string, kept: readonly Piece[]): string | Excerpt {
  const pieces: (string | number)[] = [];
  let shownTo = 0;
  let shownFrom = 0;
  const show = (start: number, end: number): void => {
    if (start - shownTo >= smallestCut || (start > shownTo && shownTo === 0 && pieces.length === 0 && start >= smallestCut)) {
      if (shownTo > shownFrom) pieces.push(text.slice(shownFrom, shownTo));
      // The break before what goes on stays with it, so that no word is glued to the statement of the cut.
      shownFrom = isSpaceAt(text, start - 1) ? start - 1 : start;
      pieces.push(shownFrom - shownTo);
    }
    shownTo = end;
  };
  for (const { start, end } of kept) show(cutBefore(text, start), cutAfter(text, end));
  const rest = text.length - shownTo;
  if (rest < smallestCut) shownTo = text.length;
  if (shownTo > shownFrom) pieces.push(text.slice(shownFrom, shownTo));
  if (shownTo < text.length) pieces.push(rest);
  return pieces.some((piece) => typeof piece === 'number') ? new Excerpt(pieces) : text;
}
