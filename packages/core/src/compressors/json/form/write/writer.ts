import type { JsonArray, JsonObject, JsonValue, RawNumber } from '../../model.ts';
import { gapText } from '../../spell/spell-value.ts';
import { isGap, isList, isObject, isOpened } from '../infer/kinds.ts';
import type { Opened } from '../infer/opened.ts';
import { elementType, type DocumentPlan } from '../plan/plan-document.ts';
import type { Annotation, RecordType } from '../plan/record-type.ts';
import { spellKey, spellMapKey } from './names.ts';
import { writeRow } from './rows.ts';
import { spellScalar, spellText, type Level } from './scalars.ts';

/** Rows of a list stand in one line if there are so few and they are so short. */
const MAXIMUM_INLINE_ROWS = 3;
const MAXIMUM_INLINE = 120;

/** Longer lists and records get a line for each member. */
const MAXIMUM_LINE = 160;

/** The text of a value. An annotation says what the reader knows about it from the header of its column. */
export function writeValue(plan: DocumentPlan, value: JsonValue, level: Level, annotation?: Annotation): string {
  if (isGap(value)) return gapText(value);
  if (isOpened(value)) return writeOpened(plan, value);
  if (isList(value)) return writeList(plan, value, annotation);
  if (isObject(value)) return writeObject(plan, value, level, annotation);
  return spellScalar(value as null | boolean | number | string | RawNumber, level);
}

/** A string that holds JSON: `json`, how it is spelled where that is not compact, and the value. */
function writeOpened(plan: DocumentPlan, { value, spelling, tail }: Opened): string {
  const layout = spelling.layout === 'compact' ? '' : `:${spelling.layout}`;
  return `json${layout}${spelling.letters === 'ascii' ? ':ascii' : ''}${tail === '' ? '' : ':line'}${writeValue(plan, value, 'inner')}`;
}

function writeObject(plan: DocumentPlan, object: JsonObject, level: Level, annotation: Annotation | undefined): string {
  const entries = plan.mapOf.get(object);
  if (entries !== undefined) return writeMap(plan, object, entries, annotation?.form === 'map');
  const type = plan.typeOf.get(object);
  if (type === undefined) return writePlain(plan, object);
  const told = annotation?.form === 'record';
  if (type.key !== undefined) {
    return told ? reference(type, object, level) : `(@${type.name} ${reference(type, object, 'inner')})`;
  }
  const row = writeRow(plan, type, type.rowOf.get(object) as number, 'inner', writeValue);
  return told ? `(${row})` : `(${type.name}: ${row})`;
}

/** How a record that stands in the legend is referred to: by its key, or by its number. */
function reference(type: RecordType, object: JsonObject, level: Level): string {
  const row = type.rowOf.get(object) as number;
  if (type.key?.kind === 'column') return spellText(type.key.column.values[row] as string, level);
  return `#${(type.key?.first ?? 0) + row}`;
}

function writePlain(plan: DocumentPlan, object: JsonObject): string {
  const { keys } = object.shape;
  return bracket('{', object.values, '}', (value, index, level) =>
    isGap(value) ? gapText(value) : `${spellKey(keys[index] as string)}:${writeValue(plan, value, level)}`,
  );
}

function writeList(plan: DocumentPlan, list: JsonArray, annotation: Annotation | undefined): string {
  if (list.length === 0) return '[]';
  const told = annotation?.form === 'list';
  const type = elementType(list, plan.typeOf);
  if (type === undefined) return bracket('[', list, ']', (element, _, level) => writeValue(plan, element, level));
  if (type.key !== undefined) {
    return bracket(told ? '[' : `[@${type.name} `, list, ']', (element, _, level) =>
      isGap(element) ? gapText(element) : reference(type, element as JsonObject, level),
    );
  }
  const inline = told ? writeInline(plan, list, type) : undefined;
  if (inline !== undefined) return inline;
  return writeBlock('[', rowLines(plan, list, type), countRows(list), told ? '' : ` of ${type.name}`, ']');
}

/** The row of an element of a list of a type; undefined for one that is not of the type. */
const rowOf = (plan: DocumentPlan, type: RecordType, element: JsonValue): number | undefined =>
  isObject(element) && plan.typeOf.get(element) === type ? type.rowOf.get(element) : undefined;

function rowLines(plan: DocumentPlan, list: JsonArray, type: RecordType): string[] {
  const lines: string[] = [];
  for (const element of list) {
    if (isGap(element)) {
      lines.push(gapText(element));
      continue;
    }
    const row = rowOf(plan, type, element);
    if (row === undefined) lines.push(`=${writeValue(plan, element, 'inner')}`);
    else if (type.silent?.has(row) !== true) lines.push(writeRow(plan, type, row, 'row', writeValue) || ';');
  }
  return lines;
}

function writeInline(plan: DocumentPlan, list: JsonArray, type: RecordType): string | undefined {
  if (list.length > MAXIMUM_INLINE_ROWS || type.silent !== undefined || list.some(isGap)) return undefined;
  const rows: string[] = [];
  let length = 0;
  for (const element of list) {
    const own = rowOf(plan, type, element);
    if (own === undefined) return undefined;
    const row = writeRow(plan, type, own, 'inner', writeValue);
    length += row.length;
    if (length > MAXIMUM_INLINE || row.includes('\n')) return undefined;
    rows.push(`(${row})`);
  }
  return `[${rows.join(',')}]`;
}

function writeMap(plan: DocumentPlan, object: JsonObject, type: RecordType, told: boolean): string {
  const lines = object.values.map((value, index) => {
    if (isGap(value)) return gapText(value);
    const key = `${spellMapKey(object.shape.keys[index] as string)}:`;
    if (type.key !== undefined) return `${key} ${reference(type, value as JsonObject, 'row')}`;
    const own = rowOf(plan, type, value);
    if (own === undefined) return `${key} =${writeValue(plan, value, 'inner')}`;
    const row = writeRow(plan, type, own, 'row', writeValue);
    return row === '' ? key : `${key} ${row}`;
  });
  return writeBlock('{', lines, countRows(object.values), told ? '' : ` of ${type.name}`, '}');
}

const countRows = (values: readonly JsonValue[]): number =>
  values.reduce<number>((sum, value) => sum + (isGap(value) ? (value as { count: number }).count : 1), 0);

/** Lines between a declared count and a closing bracket of their own. */
export function writeBlock(open: string, lines: readonly string[], count: number, of: string, close: string): string {
  return `${open}${count} row${count === 1 ? '' : 's'}${of}\n${lines.join('\n')}\n${close}`;
}

/**
 * Members in one line with commas between them, or in a line each where they are long: there a text needs no quotes for the signs it holds. Containers are
 * written once (their text is the same in both), so that nesting costs no more than its size. A container that is the only member needs no line of its own.
 */
function bracket(
  open: string,
  values: readonly JsonValue[],
  close: string,
  write: (value: JsonValue, index: number, level: Level) => string,
): string {
  const members = values.map((value, index) => write(value, index, 'inner'));
  let length = 0;
  let several = false;
  for (const member of members) {
    length += member.length;
    several ||= member.includes('\n');
  }
  const [only] = values;
  const wraps = values.length === 1 && (isObject(only) || isList(only));
  if (wraps || (!several && (length <= MAXIMUM_LINE || length <= members.length * 12))) return `${open}${members.join(',')}${close}`;
  const lines = members.map((member, index) =>
    typeof values[index] === 'string' ? write(values[index] as JsonValue, index, 'line') : member,
  );
  // A container that closes in a line of its own shares that line with the one around it.
  const last = values[values.length - 1];
  const shares = (isObject(last) || isList(last)) && /\n[\]}]{1,9}$/.test((lines[lines.length - 1] as string).slice(-10));
  return `${open}\n${lines.join('\n')}${shares ? '' : '\n'}${close}`;
}
