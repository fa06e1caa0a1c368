import type { JsonValue } from '../../model.ts';
import { numberOf } from '../../scan/scan-number.ts';
import { MISSING_WORD, NUMBER } from '../grammar.ts';
import type { Digits, Level } from '../write/scalars.ts';
import type { Cursor } from './cursor.ts';

const BARE: Readonly<Record<Level, RegExp>> = {
  line: /[^\u0000-\u001f]+/y,
  row: /[^,;\u0000-\u001f]+/y,
  header: /[^,;)~\u0000-\u001f]+/y,
  inner: /[^,;)\]}\u0000-\u001f]+/y,
};
const BARE_NAME = /[^\s,;=~:+()[\]{}"`….]+/y;
const BARE_KEY = /[^,;:=()[\]{}"`…\n]+/y;
const QUOTED = /"(?:[^"\\\u0000-\u001f]|\\.)*"/y;

/** A bare or quoted scalar; undefined is the word for a missing field. */
export function readScalar(cursor: Cursor, level: Level, digits: Digits): JsonValue | undefined {
  const quoted = readQuoted(cursor);
  if (quoted !== undefined) return quoted;
  const bare = cursor.match(BARE[level])?.[0];
  if (bare === undefined) cursor.fail('expected a value');
  if (bare === 'null') return null;
  if (bare === 'true' || bare === 'false') return bare === 'true';
  if (bare === MISSING_WORD) return undefined;
  if (bare.startsWith('…')) cursor.fail('something was left out here');
  return digits === 'number' && NUMBER.test(bare) ? numberOf(bare) : bare;
}

/** A text in double quotes or between backticks; undefined where none begins here. */
export function readQuoted(cursor: Cursor): string | undefined {
  if (cursor.peek('"')) {
    const match = cursor.match(QUOTED);
    if (match === undefined) cursor.fail('expected the end of a quoted text');
    return JSON.parse(match[0]) as string;
  }
  const fence = cursor.match(/`+/y)?.[0];
  if (fence === undefined) return undefined;
  const end = cursor.text.indexOf(fence, cursor.at);
  if (end < 0) cursor.fail('expected the end of a text in backticks');
  const text = cursor.text.slice(cursor.at, end);
  cursor.at = end + fence.length;
  return text.length > 2 && text.startsWith(' ') && text.endsWith(' ') ? text.slice(1, -1) : text;
}

/** The path of a field: keys, quoted where they hold signs, with dots between them. */
export function readPath(cursor: Cursor): { name: string; path: string[] } {
  const from = cursor.at;
  const path = [readName(cursor)];
  while (cursor.take('.')) path.push(readName(cursor));
  return { name: cursor.text.slice(from, cursor.at), path };
}

function readName(cursor: Cursor): string {
  return readQuoted(cursor) ?? cursor.match(BARE_NAME)?.[0] ?? cursor.fail('expected the name of a field');
}

/** The key of a record that is written as it is. */
export function readKey(cursor: Cursor): string {
  const quoted = readQuoted(cursor);
  if (quoted !== undefined) return quoted;
  const bare = cursor.match(BARE_KEY)?.[0];
  if (bare === undefined) cursor.fail('expected the name of a field');
  return bare;
}
