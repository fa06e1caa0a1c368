import { JsonObject, type JsonValue } from '../../model.ts';
import type { ShapeTable } from '../../scan/shape-table.ts';
import { spellExactly } from '../../spell/spell-value.ts';
import { layoutNamed } from '../../spell/spelling.ts';
import type { Level } from '../write/scalars.ts';
import { assemble, type Stated } from './assemble.ts';
import type { Cursor } from './cursor.ts';
import { EchoText, Rest, type DeclaredColumn, type DeclaredKind, type DeclaredType } from './declarations.ts';
import { readKey, readPath, readQuoted, readScalar } from './scalars.ts';

/** What has been read of the legend. */
export interface Legend {
  readonly types: Map<string, DeclaredType>;
  /** Long texts by their number. */
  readonly texts: Map<string, string>;
  readonly shapes: ShapeTable;
}

/** A value; undefined is the word for a missing field. */
export function readValue(cursor: Cursor, legend: Legend, level: Level, kind?: DeclaredKind): JsonValue | undefined {
  const json = cursor.match(/json(:(?:spaced|tab|[1-4]))?(:ascii)?(:line)?(?=[[{(])/y);
  if (json !== undefined) return readOpened(cursor, legend, json);
  if (cursor.peek('[')) return readList(cursor, legend, kind);
  if (cursor.peek('{')) return readObject(cursor, legend, kind);
  if (cursor.peek('(')) return readRecord(cursor, legend, kind);
  if (kind?.reference === 'key') return readReference(cursor, typeNamed(cursor, legend, kind.type), level);
  return readNumbered(cursor, legend) ?? readScalar(cursor, level, 'number');
}

/** A string that holds JSON, written again as it was spelled. */
function readOpened(cursor: Cursor, legend: Legend, [, layout, ascii, line]: RegExpExecArray): string {
  const value = someValue(cursor, readValue(cursor, legend, 'inner'));
  const spelling = { layout: layoutNamed(layout?.slice(1) ?? 'compact'), letters: ascii === undefined ? 'plain' : 'ascii' } as const;
  return spellExactly(value, spelling) + (line === undefined ? '' : '\n');
}

/** A reference to a text of the legend. */
function readNumbered(cursor: Cursor, legend: Legend): string | undefined {
  const number = cursor.match(/#(\d+)(?=[,;)\]}\n]|$)/y)?.[1];
  return number === undefined
    ? undefined
    : (legend.texts.get(number) ?? cursor.fail(`expected a text that the legend defines, not #${number}`));
}

function typeNamed(cursor: Cursor, legend: Legend, name: string): DeclaredType {
  return legend.types.get(name) ?? cursor.fail(`expected a type that the legend declares, not ${name}`);
}

const someValue = (cursor: Cursor, value: JsonValue | undefined): JsonValue =>
  value === undefined ? cursor.fail('expected a value') : value;

function readReference(cursor: Cursor, type: DeclaredType, level: Level): JsonValue | undefined {
  const label = readScalar(cursor, level, 'number');
  if (typeof label !== 'string') return label;
  return type.records.get(label) ?? cursor.fail(`expected a record of ${type.name}`);
}

function readRecord(cursor: Cursor, legend: Legend, kind: DeclaredKind | undefined): JsonValue {
  cursor.expect('(');
  let type: DeclaredType;
  if (kind?.reference === 'row') type = typeNamed(cursor, legend, kind.type);
  else if (cursor.take('@')) {
    const of = typeNamed(cursor, legend, readName(cursor));
    cursor.expect(' ');
    const record = readReference(cursor, of, 'inner');
    cursor.expect(')');
    return someValue(cursor, record);
  } else {
    type = typeNamed(cursor, legend, readName(cursor));
    cursor.expect(': ');
  }
  const stated = readRow(cursor, legend, type, 'inner');
  cursor.expect(')');
  return assemble(type, stated, legend.shapes);
}

const readName = (cursor: Cursor): string => cursor.match(/[A-Za-z_]\w*/y)?.[0] ?? cursor.fail('expected the name of a type');

/** The count and the type of a block, where one begins here: `12 rows of name`. */
function readBlockHead(cursor: Cursor, legend: Legend, kind: DeclaredKind | undefined): { count: number; type: DeclaredType } | undefined {
  const match = cursor.match(/(\d+) rows?(?: of ([A-Za-z_]\w*))?\n/y);
  if (match === undefined) return undefined;
  const name = match[2] ?? kind?.type;
  if (name === undefined) cursor.fail('expected the type of the rows');
  return { count: Number(match[1]), type: typeNamed(cursor, legend, name) };
}

function readList(cursor: Cursor, legend: Legend, kind: DeclaredKind | undefined): JsonValue {
  cursor.expect('[');
  if (cursor.take(']')) return [];
  const block = readBlockHead(cursor, legend, kind);
  if (block !== undefined) return readBlock(cursor, legend, block.type, block.count);
  let element: DeclaredKind | undefined = kind?.form === 'list' ? { ...kind, form: 'record' } : undefined;
  const keyed = cursor.match(/@([A-Za-z_]\w*) /y)?.[1];
  if (keyed !== undefined) element = { type: keyed, reference: 'key', form: 'record' };
  const values: JsonValue[] = [];
  readMembers(cursor, ']', (level) => values.push(someValue(cursor, readValue(cursor, legend, level, element))));
  return values;
}

/** Members between brackets: in one line with commas between them, or a line each. */
function readMembers(cursor: Cursor, close: string, read: (level: Level) => void): void {
  const between = cursor.take('\n') ? '\n' : ',';
  do read(between === ',' ? 'inner' : 'line');
  while (cursor.take(between) && !cursor.peek(close));
  cursor.expect(close);
}

/** A value that is written as it is between the rows of a type. */
interface Plain {
  readonly plain: JsonValue;
}

function readPlain(cursor: Cursor, legend: Legend): Plain | undefined {
  return cursor.take('=') ? { plain: someValue(cursor, readValue(cursor, legend, 'inner')) } : undefined;
}

function readBlock(cursor: Cursor, legend: Legend, type: DeclaredType, count: number): JsonValue[] {
  const rows: (Stated | Plain)[] = [];
  while (!cursor.take(']')) {
    rows.push(readPlain(cursor, legend) ?? readRow(cursor, legend, type, 'row'));
    cursor.expect('\n');
  }
  const stepping = type.cells.find((column) => column.step !== undefined);
  const all = stepping === undefined ? rows : withSteps(cursor, rows, stepping, count);
  if (all.length !== count) cursor.fail(`expected ${count} rows, found ${all.length}`);
  return all.map((row) => ('plain' in row ? row.plain : assemble(type, row, legend.shapes)));
}

/** The rows between those that are shown: each says nothing but the next step. */
function withSteps(cursor: Cursor, shown: readonly (Stated | Plain)[], column: DeclaredColumn, count: number): Stated[] {
  const all: Stated[] = [];
  let next = NaN;
  const step = column.step as number;
  const fillTo = (end: number): void => {
    while (all.length < count && next !== end) {
      all.push(new Map([[column, next]]));
      next += step;
    }
  };
  for (const stated of shown) {
    const value = 'plain' in stated ? undefined : stated.get(column);
    if (typeof value !== 'number') cursor.fail('expected the stepping number of a row');
    if (all.length > 0) fillTo(value);
    all.push(stated as Stated);
    next = value + step;
  }
  fillTo(NaN);
  return all;
}

function readObject(cursor: Cursor, legend: Legend, kind: DeclaredKind | undefined): JsonValue {
  cursor.expect('{');
  if (cursor.take('}')) return new JsonObject(legend.shapes.of([]), []);
  const block = readBlockHead(cursor, legend, kind);
  if (block !== undefined) return readMap(cursor, legend, block.type, block.count);
  const keys: string[] = [];
  const values: JsonValue[] = [];
  readMembers(cursor, '}', (level) => {
    keys.push(readKey(cursor));
    cursor.expect(':');
    values.push(someValue(cursor, readValue(cursor, legend, level)));
  });
  return new JsonObject(legend.shapes.of(keys), values);
}

function readMap(cursor: Cursor, legend: Legend, type: DeclaredType, count: number): JsonValue {
  const keys: string[] = [];
  const values: JsonValue[] = [];
  while (!cursor.take('}')) {
    const key = readMapKey(cursor);
    keys.push(key);
    if (type.records.size > 0) values.push(someValue(cursor, readReference(cursor, type, 'row')));
    else values.push(readPlain(cursor, legend)?.plain ?? assemble(type, readRow(cursor, legend, type, 'row', key), legend.shapes));
    cursor.expect('\n');
  }
  if (keys.length !== count) cursor.fail(`expected ${count} rows, found ${keys.length}`);
  return new JsonObject(legend.shapes.of(keys), values);
}

function readMapKey(cursor: Cursor): string {
  const key = readQuoted(cursor) ?? cursor.match(/(?:[^:\n]|:(?![ \n]))+/y)?.[0];
  if (key === undefined) cursor.fail('expected a key');
  cursor.expect(':');
  cursor.take(' ');
  return key;
}

/** The cells of a row and the fields it states, up to the end of the line or the closing parenthesis. */
export function readRow(cursor: Cursor, legend: Legend, type: DeclaredType, level: 'row' | 'inner', key?: string): Stated {
  const stated = new Map<DeclaredColumn, JsonValue | Rest | EchoText | undefined>();
  if (key !== undefined) stated.set(type.keys, key);
  const ends = (): boolean => cursor.at >= cursor.text.length || cursor.peek(level === 'row' ? '\n' : ')');
  for (let index = 0; type.cells.length > 0; index++) {
    if (!cursor.peek(',') && !cursor.peek(';') && !ends()) {
      const column = type.cells[index] ?? cursor.fail('expected no more cells');
      stated.set(column, readCellValue(cursor, legend, column, level));
    }
    if (!cursor.take(',')) break;
  }
  if (!cursor.take(';') && type.cells.length > 0) return stated;
  while (!ends()) {
    const { name } = readPath(cursor);
    cursor.expect(':');
    const column = type.byName.get(name) ?? cursor.fail(`expected a field of ${type.name}, not ${name}`);
    stated.set(column, readEcho(cursor) ?? readValue(cursor, legend, level, column.kind));
    if (!cursor.take(',')) break;
  }
  return stated;
}

/** A text that is told by lines of another column of the same record. */
function readEcho(cursor: Cursor): EchoText | undefined {
  const match = cursor.match(/@([^`,;\n]+?)( untagged)?( crlf)?(?=`)/y);
  if (match === undefined) return undefined;
  const [, source = '', untagged, crlf] = match;
  const text = readQuoted(cursor) ?? cursor.fail('expected a text in backticks');
  return new EchoText(source, untagged === undefined ? 'plain' : 'untagged', crlf === undefined ? 'lf' : 'crlf', text);
}

function readCellValue(cursor: Cursor, legend: Legend, column: DeclaredColumn, level: Level): JsonValue | Rest | undefined {
  if (column.kind !== undefined) return readValue(cursor, legend, level, column.kind);
  if (column.pattern === undefined)
    return column.text ? (readNumbered(cursor, legend) ?? readScalar(cursor, level, 'text')) : readValue(cursor, legend, level);
  const rest = readScalar(cursor, level, 'text');
  return typeof rest === 'string' ? new Rest(rest) : rest;
}
