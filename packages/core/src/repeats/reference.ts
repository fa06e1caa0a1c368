import type { RunGutter } from './find-runs.ts';

/** Where the lines stand that a reference names: further up in its own text, in a result, or in an argument of a call. */
export type Place =
  | { readonly in: 'this text' }
  | { readonly in: 'result'; readonly ordinal: number; readonly label: string }
  | { readonly in: 'call'; readonly ordinal: number; readonly argument: string };

/** The lines that stand in a reference's place: counted from 1, both ends included. */
export interface Reference {
  readonly from: number;
  readonly to: number;
  readonly place: Place;
  readonly gutter: RunGutter;
}

const opening = '[as lines ';
const notes: Readonly<Record<RunGutter, string>> = { same: '', numbered: ', numbered on', bare: ', without their numbers' };

/** Every token of a reference is paid on every turn: how many lines they are is told by their places there. */
export function writeReference({ from, to, place, gutter }: Reference): string {
  return `${opening}${from}-${to} ${spell(place)}${notes[gutter]}]`;
}

function spell(place: Place): string {
  if (place.in === 'this text') return 'above';
  if (place.in === 'call') return `of ${place.argument} in call ${place.ordinal}`;
  return `of result ${place.ordinal}${place.label === '' ? '' : ` (${place.label})`}`;
}

const pattern =
  /^\[as lines (\d{1,8})-(\d{1,8}) (?:above|of result (\d{1,6})(?: \((.*)\))?|of ([\w.-]{1,40}) in call (\d{1,6}))(, numbered on|, without their numbers)?\]$/;

/** Whether a text may hold references: none is written otherwise. */
export function mayRefer(text: string): boolean {
  return text.includes(opening);
}

/** Reads a line that is a reference; undefined where it is none. */
export function readReference(line: string): Reference | undefined {
  const match = line.startsWith(opening) ? pattern.exec(line) : null;
  if (match === null) return undefined;
  const [, from, to, result, label = '', argument, call, note = ''] = match;
  const gutter = note === notes.numbered ? 'numbered' : note === notes.bare ? 'bare' : 'same';
  return { from: Number(from), to: Number(to), place: placeOf({ result, label, argument, call }), gutter };
}

function placeOf(read: { result: string | undefined; label: string; argument: string | undefined; call: string | undefined }): Place {
  if (read.result !== undefined) return { in: 'result', ordinal: Number(read.result), label: read.label };
  return read.argument === undefined ? { in: 'this text' } : { in: 'call', ordinal: Number(read.call), argument: read.argument };
}
