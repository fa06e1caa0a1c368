import type { JsonValue } from '../../model.ts';
import { AFTER, KEY_HOLE } from '../plan/holes.ts';
import type { Cursor } from './cursor.ts';
import type { DeclaredColumn, DeclaredKind, DeclaredPart, DeclaredType } from './declarations.ts';
import { readPath, readScalar } from './scalars.ts';

type Item = { readonly column: DeclaredColumn } | { readonly skip: number };

/** Reads `name(cells;others)`. */
export function readHeader(cursor: Cursor): DeclaredType {
  const name = cursor.match(/[A-Za-z_]\w*/y)?.[0];
  if (name === undefined) cursor.fail('expected the name of a type');
  cursor.expect('(');
  const items: Item[] = [];
  if (!cursor.peek(';') && !cursor.peek(')')) items.push(...readItems(cursor, readCellItem));
  const others = cursor.take(';') ? readItems(cursor, readOther) : [];
  cursor.expect(')');
  const columns = inKeyOrder(cursor, items, others);
  const byName = new Map(columns.map((column) => [column.name, column]));
  const keys = { ...PLAIN, name: KEY_HOLE, path: [] };
  const withKeys = new Map(byName).set(KEY_HOLE, keys);
  for (const column of others) if (typeof column.constant === 'string') column.parts = splitHoles(column.constant, withKeys);
  const cells = columns.filter((column) => column.place === 'cell');
  for (const column of cells) splitPattern(column, withKeys);
  return { name, columns, cells, byName, keys, lookups: new Map(), records: new Map() };
}

export function readItems<T>(cursor: Cursor, read: (cursor: Cursor) => T): T[] {
  const items = [read(cursor)];
  while (cursor.take(',')) items.push(read(cursor));
  return items;
}

function inKeyOrder(cursor: Cursor, items: readonly Item[], others: readonly DeclaredColumn[]): DeclaredColumn[] {
  const columns: DeclaredColumn[] = [];
  let next = 0;
  for (const item of items) {
    if ('column' in item) columns.push(item.column);
    else {
      if (next + item.skip > others.length) cursor.fail('expected more fields behind the semicolon');
      columns.push(...others.slice(next, next + item.skip));
      next += item.skip;
    }
  }
  return [...columns, ...others.slice(next)];
}

function readCellItem(cursor: Cursor): Item {
  if (cursor.take('+')) return { skip: cursor.number() };
  return { column: readCell(cursor) };
}

/** Reads the declaration of a cell: `name:kind=prefix*suffix~usual`, or `name+=step`. */
export function readCell(cursor: Cursor): DeclaredColumn {
  const { name, path } = readPath(cursor);
  const { kind, text } = readKind(cursor);
  const step = cursor.take('+=') ? cursor.number() : undefined;
  const pattern = cursor.take('=') ? readScalar(cursor, 'header', 'text') : undefined;
  if (pattern !== undefined && (typeof pattern !== 'string' || !pattern.includes('*'))) cursor.fail('expected a pattern with *');
  const usual = cursor.take('~') ? readHeaderValue(cursor) : undefined;
  return { ...PLAIN, name, path, kind, text, pattern, step, usual };
}

function readOther(cursor: Cursor): DeclaredColumn {
  const { name, path } = readPath(cursor);
  const { kind, text } = readKind(cursor);
  const constant = cursor.take('=') ? readHeaderValue(cursor) : undefined;
  const usual = constant === undefined && cursor.take('~') ? readHeaderValue(cursor) : undefined;
  const by = constant === undefined && cursor.take(' by ') ? readPath(cursor).name : undefined;
  return { ...PLAIN, name, path, place: 'other', kind, text, usual, constant, by };
}

const PLAIN: Omit<DeclaredColumn, 'name' | 'path'> = {
  place: 'cell',
  kind: undefined,
  text: false,
  pattern: undefined,
  before: [],
  behind: [],
  step: undefined,
  usual: undefined,
  constant: undefined,
  parts: undefined,
  by: undefined,
};

/** Splits the pattern of a cell at its star, and its holes where the columns that fill them are known. */
export function splitPattern(column: DeclaredColumn, byName: ReadonlyMap<string, DeclaredColumn>): void {
  if (column.pattern === undefined) return;
  const [before = '', behind = ''] = column.pattern.split('*');
  column.before = splitHoles(before, byName) ?? [before];
  column.behind = splitHoles(behind, byName) ?? [behind];
}

function readKind(cursor: Cursor): { kind: DeclaredKind | undefined; text: boolean } {
  if (!cursor.take(':')) return { kind: undefined, text: false };
  const match = cursor.match(/(@?)([A-Za-z_]\w*)(\[\]|\{\})?/y);
  if (match === undefined) cursor.fail('expected the name of a type');
  const [, at, type = '', brackets] = match;
  if (type === 'text') return { kind: undefined, text: true };
  const form = brackets === '[]' ? 'list' : brackets === '{}' ? 'map' : 'record';
  return { kind: { type, reference: at === '@' ? 'key' : 'row', form }, text: false };
}

const EMPTY_LIST: readonly JsonValue[] = [];

function readHeaderValue(cursor: Cursor): JsonValue {
  if (cursor.match(/\[\](?=[,;)])/y) !== undefined) return EMPTY_LIST;
  if (cursor.match(/\{\}(?=[,;)])/y) !== undefined) return cursor.emptyObject();
  const value = readScalar(cursor, 'header', 'number');
  if (value === undefined) cursor.fail('expected a value');
  return value;
}

/** The holes of a template; undefined where a text has none. */
function splitHoles(text: string, byName: ReadonlyMap<string, DeclaredColumn>): DeclaredPart[] | undefined {
  const parts: DeclaredPart[] = [];
  let start = 0;
  for (const hole of text.matchAll(/\{([^{}]*)\}/g)) {
    const [name = '', ...after] = (hole[1] as string).split(AFTER);
    const column = byName.get(name);
    if (column === undefined) continue;
    if (hole.index > start) parts.push(text.slice(start, hole.index));
    parts.push({ column, after: after.join(AFTER) });
    start = hole.index + hole[0].length;
  }
  if (parts.length === 0) return undefined;
  if (start < text.length) parts.push(text.slice(start));
  return parts;
}
