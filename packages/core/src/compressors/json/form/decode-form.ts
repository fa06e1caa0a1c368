import { FORM_SIGNATURE } from '../../../text/form-signature.ts';
import type { JsonValue } from '../model.ts';
import type { JsonDocument } from '../scan/document.ts';
import { ShapeTable } from '../scan/shape-table.ts';
import { layoutNamed, type Spelling } from '../spell/spelling.ts';
import { assemble, lookupKey, valueOf } from './decode/assemble.ts';
import { Cursor } from './decode/cursor.ts';
import type { DeclaredType } from './decode/declarations.ts';
import { readCell, readHeader, readItems, splitPattern } from './decode/header.ts';
import { readPath, readQuoted, readScalar } from './decode/scalars.ts';
import { readRow, readValue, type Legend } from './decode/values.ts';
import { isList } from './infer/kinds.ts';

type About = { -readonly [K in keyof JsonDocument]: JsonDocument[K] };

/**
 * Reads a text that `renderForm` wrote back into the document: equal values, with key order, duplicate keys and number spellings as they were.
 *
 * @throws HeadroomError (`invalid-input`) where the text is no complete form, or where it says that something was left out.
 *
 * @example
 * decodeForm(renderForm(document).text).values; // equal to document.values
 */
export function decodeForm(text: string): JsonDocument {
  const shapes = new ShapeTable();
  const cursor = new Cursor(text, 0, shapes);
  cursor.expect(FORM_SIGNATURE);
  cursor.expect('\n');
  const about: About = { layout: 'single', values: [], preamble: '', epilogue: '', shapes };
  while (readAbout(cursor, about)) cursor.expect('\n');
  const legend: Legend = { types: new Map(), texts: new Map(), shapes };
  while (readText(cursor, legend)) cursor.expect('\n');
  while (!cursor.take('\n')) readType(cursor, legend);
  const root = readValue(cursor, legend, 'inner') ?? null;
  if (cursor.at !== text.length) cursor.fail('expected the end');
  if (about.layout !== 'single' && !isList(root)) cursor.fail('expected a list of documents');
  const documents = isList(root) ? root : [];
  about.values = about.layout === 'single' ? [root] : documents;
  return about;
}

function readAbout(cursor: Cursor, about: About): boolean {
  if (cursor.match(/signs [^\n]*/y) !== undefined) return true;
  if (cursor.take('documents in ')) about.layout = cursor.take('lines') ? 'lines' : (cursor.expect('sequence'), 'sequence');
  else if (cursor.take('text before ')) about.preamble = readQuoted(cursor) ?? cursor.fail('expected a quoted text');
  else if (cursor.take('text after ')) about.epilogue = readQuoted(cursor) ?? cursor.fail('expected a quoted text');
  else if (cursor.take('in a string ')) about.inString = readSpelling(cursor);
  else if (cursor.take('in 2 strings ')) Object.assign(about, { stringLevels: 2, inString: readSpelling(cursor) });
  else if (cursor.take('in 3 strings ')) Object.assign(about, { stringLevels: 3, inString: readSpelling(cursor) });
  else return false;
  return true;
}

function readSpelling(cursor: Cursor): Spelling {
  const match = cursor.match(/(compact|spaced|tab|[1-4]) (plain|ascii)/y);
  if (match === undefined) cursor.fail('expected a spelling');
  const [, layout, letters] = match;
  return { layout: layoutNamed(layout as string), letters: letters === 'ascii' ? 'ascii' : 'plain' };
}

function readText(cursor: Cursor, legend: Legend): boolean {
  const number = cursor.match(/#(\d+)=/y)?.[1];
  if (number === undefined) return false;
  legend.texts.set(number, String(readScalar(cursor, 'row', 'text')));
  return true;
}

function readType(cursor: Cursor, legend: Legend): void {
  const type = readHeader(cursor);
  legend.types.set(type.name, type);
  cursor.expect('\n');
  while (cursor.take('by ')) readLookup(cursor, legend, type);
  if (cursor.take('records ')) readRecords(cursor, legend, type);
}

function readLookup(cursor: Cursor, legend: Legend, type: DeclaredType): void {
  const by = type.byName.get(readPath(cursor).name) ?? cursor.fail('expected a column');
  cursor.expect('(');
  const columns = readItems(cursor, readCell);
  cursor.expect(') ');
  for (const column of columns) splitPattern(column, new Map());
  const told = columns.map(() => new Map<string, JsonValue | undefined>());
  const rows: DeclaredType = { ...type, cells: [by, ...columns] };
  readCount(cursor);
  while (!cursor.take(']')) {
    const stated = readRow(cursor, legend, rows, 'row');
    const key = valueOf(rows, by, new Map(stated)) ?? cursor.fail('expected the deciding value');
    columns.forEach((column, index) => told[index]?.set(lookupKey(key), valueOf(rows, column, new Map(stated))));
    cursor.expect('\n');
  }
  cursor.expect('\n');
  columns.forEach((column, index) => {
    const own = type.byName.get(column.name) ?? cursor.fail('expected a column of the type');
    own.kind = column.kind;
    type.lookups.set(own, told[index] ?? new Map());
  });
}

function readRecords(cursor: Cursor, legend: Legend, type: DeclaredType): void {
  const by = cursor.take('by ')
    ? (type.byName.get(readPath(cursor).name) ?? cursor.fail('expected a column'))
    : (cursor.expect('numbered'), undefined);
  cursor.expect(' ');
  const count = readCount(cursor);
  while (!cursor.take(']')) {
    const number = by === undefined ? cursor.match(/(#\d+): /y)?.[1] : undefined;
    const stated = readRow(cursor, legend, type, 'row');
    const label = by === undefined ? number : stated.get(by);
    if (typeof label !== 'string') cursor.fail('expected the key of a record');
    type.records.set(label, assemble(type, stated, legend.shapes));
    cursor.expect('\n');
  }
  if (type.records.size !== count) cursor.fail(`expected ${count} records`);
  cursor.expect('\n');
}

function readCount(cursor: Cursor): number {
  const match = cursor.match(/\[(\d+) rows?\n/y);
  if (match === undefined) cursor.fail('expected a count of rows');
  return Number(match[1]);
}
