import { gapKey, RawNumber, type JsonValue } from '../../model.ts';
import { NUMBER } from '../grammar.ts';
import { MISSING } from '../infer/interner.ts';
import { isExcerpt, isGap, isList, isObject, isOpened, isScalar } from '../infer/kinds.ts';
import { foldAffixes } from './affixes.ts';
import { valueCost } from './cost.ts';
import { findLookups } from './lookups.ts';
import type { Column, Lookup } from './record-type.ts';
import { holdsHole } from './holes.ts';
import { findTemplates } from './templates.ts';
import { textOf } from './text-of.ts';

/** A column is stated by name, where it deviates, if at least this share of its rows is as usual; else it is a cell in every row. */
const USUAL_SHARE_OF_FIELDS = 0.75;

/** A cell is left blank for a usual value with this share; shorter values need more, for a blank is harder to read than `0`. */
const USUAL_SHARE_OF_CELLS = 0.5;
const USUAL_SHARE_OF_LONG_CELLS = 0.25;
const LONG_CELL = 4;

/** What names a record stays in its row, where the reader looks for it, unless nearly all have the same. */
const USUAL_SHARE_OF_NAMES = 0.9;
const NAMING = /(^|[._-])(id|name|login|title|key|number|slug|path|file|filename|email|label|sha)$|[a-z](Id|Name|Key|Number|Path)$/;

/** Nested records with more cells than this name them. */
const MAXIMUM_NESTED_CELLS = 3;

/** Values that take more than this many characters on a row stand behind the cells, by name. */
const MAXIMUM_CELL = 400;

/** A text of several lines that is no longer than this is a cell, its line ends spelled as escapes. */
const SHORT_LINES = 40;

/** A name that is longer than this is said once, in the header, even if that makes long rows. */
const LONG_NAME = 24;

/** Decides how each column of a type is told. `nested` says that its records mostly stand alone inside others, not one below another. */
export function planColumns(columns: readonly Column[], setting: 'rows' | 'nested', keyColumn?: Column, keys?: Column): readonly Lookup[] {
  const names = new Set(columns.map((column) => column.name));
  for (const column of columns) if (isConstant(column, names)) column.mode = { kind: 'constant' };
  if (keyColumn !== undefined) keyColumn.mode = { kind: 'cell' };
  findTemplates(columns, keys);
  const lookups = setting === 'rows' ? findLookups(columns) : [];
  const ownGaps = onlyGaps(columns);
  for (const column of columns) if (column.mode.kind === 'open') decide(column, ownGaps);
  const cells = columns.filter((column) => column.mode.kind === 'cell');
  if (setting === 'nested' && cells.length > MAXIMUM_NESTED_CELLS) for (const column of cells) column.mode = { kind: 'field' };
  dressColumns(columns, names, new Set(lookups.map(({ by }) => by)), keyColumn);
  return lookups;
}

/** Every column that can be is a cell, told in full. */
export function planPlainColumns(columns: readonly Column[]): void {
  for (const column of columns) {
    column.mode = { kind: standsAlone(column) ? 'field' : 'cell' };
    if (column.mode.kind === 'cell') dress(column, new Set(), 'whole', []);
  }
}

/** Beside a stepping column every other one has a usual value; how it is told is decided by the rows that are shown. */
export function planSteppingColumns(columns: readonly Column[], stepping: Column, silent: ReadonlySet<number>): void {
  for (const column of columns) {
    if (column !== stepping) column.usual = column.top;
    const shown = column.values.length - silent.size;
    const usual = column.topCount - silent.size;
    column.mode = { kind: column !== stepping && usual >= shown * USUAL_SHARE_OF_FIELDS ? 'field' : 'cell' };
  }
}

/** Every row has the same value: it stands in the header, unless it would be read as a template there. */
function isConstant(column: Column, names: ReadonlySet<string>): boolean {
  if (column.counts.size !== 1 || column.top === MISSING) return false;
  const value = column.values[0] as JsonValue;
  if (isExcerpt(value) || isGap(value) || isOpened(value)) return false;
  if (isList(value)) return value.length === 0;
  if (isObject(value)) return value.values.length === 0;
  return typeof value !== 'string' || (!holdsHole(value, names) && !value.includes('\n'));
}

/**
 * The column of what records leave out, where the header may say it for all: only if it is about the records themselves and there is no other. Beside gaps of an object inside them a row
 * that states one would seem to have no other, and one without that object to be whole (I11).
 */
function onlyGaps(columns: readonly Column[]): Column | undefined {
  const [gaps, ...others] = columns.filter(({ path }) => path.at(-1) === gapKey);
  return others.length === 0 && gaps?.path.length === 1 ? gaps : undefined;
}

function decide(column: Column, ownGaps: Column | undefined): void {
  const share = column.topCount / column.values.length;
  const value = column.top === MISSING ? undefined : column.values[column.identities.indexOf(column.top)];
  const mayElide =
    column.topCount > 1 &&
    (isGap(value) ? column === ownGaps : elidable(value)) &&
    !(share < USUAL_SHARE_OF_NAMES && typeof value !== 'object' && value !== '' && namesItsRecord(column));
  if (standsAlone(column)) {
    column.mode = { kind: 'field' };
    if (mayElide && share >= USUAL_SHARE_OF_LONG_CELLS) column.usual = column.top;
    return;
  }
  if (mayElide && share >= USUAL_SHARE_OF_FIELDS && column.values.length >= 4) {
    column.mode = { kind: 'field' };
    column.usual = column.top;
    return;
  }
  column.mode = { kind: 'cell' };
  const enough = valueCost(value) >= LONG_CELL / 2 ? USUAL_SHARE_OF_LONG_CELLS : USUAL_SHARE_OF_CELLS;
  if (mayElide && column.values.length >= 4 && share >= enough) column.usual = column.top;
}

function namesItsRecord({ name }: Column): boolean {
  return NAMING.test(name);
}

/** What may be a usual value: nothing long, and no record that is told by a header of its own. */
function elidable(value: JsonValue | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.length <= 200 && !value.includes('\n');
  if (isList(value)) return value.length === 0;
  if (isObject(value)) return value.values.length === 0;
  return isScalar(value) && !isExcerpt(value);
}

/** Whether values of a column take several lines or much of one: they stand last, by name. */
function standsAlone(column: Column): boolean {
  for (const value of column.values) {
    if (value === undefined) continue;
    if (typeof value === 'string') {
      if (value.length > MAXIMUM_CELL || (value.length > SHORT_LINES && value.includes('\n'))) return true;
    } else if (isGap(value) || isExcerpt(value) || isOpened(value)) return true;
    else if (column.name.length > LONG_NAME) continue;
    else if (isObject(value)) {
      if (
        column.annotation === undefined
          ? value.values.length > 2
          : column.annotation.form === 'map' || column.annotation.type.key === undefined
      )
        return true;
    } else if (isList(value) && (value.length > 8 || !value.every((element) => isScalar(element) || keyed(column)))) return true;
  }
  return false;
}

const keyed = (column: Column): boolean => column.annotation !== undefined && column.annotation.type.key !== undefined;

/** Takes out of cells what the header can say for all. Short columns come first: a column's text may stand in the pattern of a later one. */
function dressColumns(
  columns: readonly Column[],
  names: ReadonlySet<string>,
  deciding: ReadonlySet<Column>,
  keyColumn: Column | undefined,
): void {
  const sources: Column[] = [];
  const byLength = columns.map((column) => ({ column, length: textOf(column.values[0])?.length ?? 0 })).sort((a, b) => a.length - b.length);
  for (const { column } of byLength) {
    const { kind } = column.mode;
    if (kind !== 'cell' && kind !== 'lookup') continue;
    const whole = column === keyColumn || kind === 'lookup';
    dress(column, names, whole ? 'whole' : 'folded', deciding.has(column) ? [] : sources);
    if (kind === 'cell' && column.pattern === undefined && column.annotation === undefined) sources.push(column);
  }
}

function dress(column: Column, names: ReadonlySet<string>, texts: 'whole' | 'folded', sources: readonly Column[]): void {
  if (column.annotation !== undefined) return;
  const usual = column.usual === MISSING ? undefined : column.values[column.identities.indexOf(column.usual)];
  if (texts === 'folded' && typeof usual !== 'string') foldAffixes(column, names, sources);
  if (column.pattern !== undefined) return;
  let digits = false;
  for (const value of column.values) {
    if (typeof value === 'number' || value instanceof RawNumber || typeof value === 'boolean') return;
    if (typeof value === 'object' && value !== null && value !== undefined) return;
    if (typeof value === 'string' && !digits) digits = value.length < 40 && NUMBER.test(value);
  }
  column.text = digits;
}
