import { Excerpt } from '../model.ts';
import { cutAfter, cutBefore, isSpaceAt } from '../../../text/cut.ts';
import { isTrouble } from './error-value.ts';
import { isBlob } from './opaque.ts';

/** What an excerpt is for. */
export interface ExcerptOptions {
  /** About how many characters may stay. */
  readonly limit: number;
  /** How well a piece answers the question, 0 for not at all. Undefined without a question. */
  readonly relevance?: Relevance | undefined;
  /** Remembers texts ranked for this relevance: renderings of one document differ in their limits only. */
  readonly ranked?: Map<string, RankedPieces> | undefined;
}

/** The pieces of a text, and their indexes from the best down. */
export interface RankedPieces {
  readonly pieces: readonly Piece[];
  readonly order: readonly number[];
}

/** How well a piece answers the question by its words, and by an amount that it states; 0 for not at all. */
export interface Relevance {
  readonly words: (piece: string) => number;
  readonly amount?: ((piece: string) => number) | undefined;
}

interface Piece {
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
export function excerptOf(text: string, { limit, relevance, ranked }: ExcerptOptions): string | Excerpt {
  if (text.length <= Math.max(limit * tolerance, limit + smallestCut)) return text;
  if (isBlob(text)) return assemble(text, [{ start: 0, end: Math.min(blobHead, limit) }]);
  let best = ranked?.get(text);
  if (best === undefined) {
    best = rankPieces(text, relevance);
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
  const ends = text.includes('\n') ? /\n/g : /[.!?;](?=\s)\s|[。！？]/g;
  const shortest = text.length / mostPieces;
  const pieces: Piece[] = [];
  let start = 0;
  for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
    const end = match.index + match[0].length;
    if (end - start < shortest) continue;
    addPiece(text, start, end, pieces);
    start = end;
  }
  addPiece(text, start, text.length, pieces);
  return pieces;
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

function rankPieces(text: string, relevance: Relevance | undefined): RankedPieces {
  const pieces = split(text);
  const answers = relevance === undefined ? undefined : answerScores(text, pieces, relevance);
  const scores = pieces.map((piece, index) => scorePiece(text, piece, { index, count: pieces.length, answer: answers?.[index] }));
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

function answerScores(text: string, pieces: readonly Piece[], { words, amount }: Relevance): Float64Array {
  const scores = new Float64Array(pieces.length);
  let before = 0;
  pieces.forEach(({ start, end }, index) => {
    const piece = text.slice(start, end);
    const own = words(piece);
    const near = Math.max(own, before);
    const stated = amount === undefined ? 0 : amount(piece) * (amountWorth.alone + amountWorth.beside * near);
    scores[index] = (own + fromBefore * before + stated) / Math.sqrt(1 + piece.length / 200);
    before = own;
  });
  return scores;
}

interface PiecePlace {
  readonly index: number;
  readonly count: number;
  /** How well the piece answers; undefined without a question. */
  readonly answer: number | undefined;
}

function scorePiece(text: string, { start, end }: Piece, { index, count, answer }: PiecePlace): number {
  const piece = text.slice(start, end);
  let score = answer ?? 0;
  if (isTrouble(piece)) score += 0.4;
  if (index === 0) score += answer === undefined ? 2 : 3;
  else if (index < 3) score += 0.5;
  if (index === count - 1) score += 1.2;
  return piece.trim() === '' ? -1 : score + (0.001 * (count - index)) / count;
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
