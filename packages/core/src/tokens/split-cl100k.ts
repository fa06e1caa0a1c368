import { classAt, classMask, lengthOf, letter, lineBreak, lower, number, upper } from './character-class.ts';
import { contractionEnd, numberEnd, scanSpace, symbolsEnd } from './split-shared.ts';

/** The split rule of cl100k_base, by hand (see `split-o200k.ts`). Alternatives in the order of OpenAI's rule; two passes over any byte at most. */
export function cl100kPieceEnd(bytes: Uint8Array, start: number, end: number): number {
  const contraction = contractionEnd(bytes, start, end);
  if (contraction > start) return contraction;
  const packed = classAt(bytes, start);
  const kind = packed & classMask;
  if (kind === number) return numberEnd(bytes, start, end);
  if (kind !== lineBreak) {
    const from = isLetter(kind) ? start : start + lengthOf(packed);
    const word = lettersEnd(bytes, from, end);
    if (word > from) return word;
    const symbols = symbolsEnd(bytes, start, end);
    if (symbols > start) return breaksEnd(bytes, symbols, end);
  }
  const run = scanSpace(bytes, start, end);
  if (run.end === end) return end;
  if (run.lineBreak >= 0) return run.lineBreak;
  return run.last > start ? run.last : run.end;
}

function isLetter(kind: number): boolean {
  return kind === upper || kind === lower || kind === letter;
}

function lettersEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = start;
  while (position < end) {
    const packed = classAt(bytes, position);
    if (!isLetter(packed & classMask)) break;
    position += lengthOf(packed);
  }
  return position;
}

function breaksEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = start;
  while (position < end && (bytes[position] === 0x0a || bytes[position] === 0x0d)) position += 1;
  return position;
}
