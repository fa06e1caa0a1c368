import { classAt, classMask, lengthOf, lineBreak, mark, number, other, space } from './character-class.ts';

/** Finds where the piece that begins at `start` ends: the pieces of a text are encoded one by one. */
export type PieceEnd = (bytes: Uint8Array, start: number, end: number) => number;

export const apostrophe = 0x27;

/** The end of `'s 't 'm 'd 're 've 'll` at a position, in either case, or the position itself where none stands there. */
export function contractionEnd(bytes: Uint8Array, start: number, end: number): number {
  if (start + 1 >= end || bytes[start] !== apostrophe) return start;
  // Lower case by one bit. Only ASCII letters give letters that way.
  switch (bytes[start + 1]! | 0x20) {
    case 0x73: // s
    case 0x74: // t
    case 0x6d: // m
    case 0x64: // d
      return start + 2;
    case 0x72: // r
    case 0x76: // v
      return start + 2 < end && (bytes[start + 2]! | 0x20) === 0x65 ? start + 3 : start;
    case 0x6c: // l
      return start + 2 < end && (bytes[start + 2]! | 0x20) === 0x6c ? start + 3 : start;
    default:
      // U+017F, the long s, is an s where case does not matter.
      return bytes[start + 1] === 0xc5 && bytes[start + 2] === 0xbf ? start + 3 : start;
  }
}

/** `\p{N}{1,3}`, known to begin at `start`. */
export function numberEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = start;
  for (let digits = 0; digits < 3 && position < end; digits += 1) {
    const packed = classAt(bytes, position);
    if ((packed & classMask) !== number) break;
    position += lengthOf(packed);
  }
  return position;
}

/** ` ?[^\s\p{L}\p{N}]+`, or `start` where it does not match. */
export function symbolsEnd(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start] === 0x20 ? start + 1 : start;
  let position = first;
  while (position < end) {
    const packed = classAt(bytes, position);
    const kind = packed & classMask;
    if (kind !== other && kind !== mark) break;
    position += lengthOf(packed);
  }
  return position === first ? start : position;
}

/** A run of white space that begins at `start`: its end, the start of its last character, and the end of its last line break (-1 without one). */
export function scanSpace(bytes: Uint8Array, start: number, end: number): { end: number; last: number; lineBreak: number } {
  const run = { end: start, last: start, lineBreak: -1 };
  while (run.end < end) {
    const packed = classAt(bytes, run.end);
    const kind = packed & classMask;
    if (kind !== space && kind !== lineBreak) break;
    run.last = run.end;
    run.end += lengthOf(packed);
    if (kind === lineBreak) run.lineBreak = run.end;
  }
  return run;
}
