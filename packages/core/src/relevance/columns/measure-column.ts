import type { CellColumn } from './cell-table.ts';
import { readQuantity } from './quantity.ts';
import { spreadOf, type Spread } from '../robust.ts';

/** What the cells of a column have in common. */
export interface ColumnMeasures {
  readonly column: CellColumn;
  /** How often each value stands; undefined where there are too many different ones to be categories. */
  readonly categories: ReadonlyMap<string, number> | undefined;
  /** Comparable values, NaN for cells without one; undefined for a column of texts. */
  readonly numbers: Float64Array | undefined;
  readonly spread: Spread | undefined;
  /** `identifier`: numbers that name or order things, so that their size says nothing. */
  readonly role: 'measure' | 'identifier' | 'date' | 'text';
}

const sampled = 48;
const numericShare = 0.5;
const fewestCategories = 12;
const categoryShare = 0.1;
const mostCategories = 256;

const identifierName =
  /(?:^|[\s._<-])(?:p?pid|ppid|tid|uid|gid|id|inode|node|no|num|nr|line|port|zip|index|seq|major|minor)>?$|(?:Id|ID)$/i;

const hexadecimal = /^(?:0x)?[0-9a-f]{4,16}$/i;
const hexadecimalShare = 0.8;
const sizeName = /si?ze?$|len|bytes|count|used/i;

/** Measures a column in n log n. */
export function measureColumn(column: CellColumn): ColumnMeasures {
  const { cells, name } = column;
  const read = readNumbers(cells);
  const spread = read === undefined ? undefined : spreadOf(read.numbers.filter((value) => !Number.isNaN(value)));
  const numbers = spread === undefined ? undefined : read?.numbers;
  return { column, categories: countCategories(cells), numbers, spread, role: roleOf(name, read) };
}

interface ReadNumbers {
  readonly numbers: Float64Array;
  readonly dates: number;
  readonly base: 10 | 16;
}

function readNumbers(cells: readonly string[]): ReadNumbers | undefined {
  if (isHexadecimal(cells)) return { numbers: Float64Array.from(cells, readHexadecimal), dates: 0, base: 16 };
  if (!seemsNumeric(cells)) return undefined;
  const numbers = new Float64Array(cells.length);
  let filled = 0;
  let found = 0;
  let dates = 0;
  for (let row = 0; row < cells.length; row += 1) {
    const cell = cells[row]!;
    const quantity = readQuantity(cell);
    numbers[row] = quantity?.value ?? Number.NaN;
    if (cell !== '') filled += 1;
    if (quantity !== undefined) found += 1;
    if (quantity?.sort === 'date') dates += 1;
  }
  return found >= 3 && found >= filled * numericShare ? { numbers, dates, base: 10 } : undefined;
}

/** Whether nearly all cells are hexadecimal numbers of one width, filled with zeros, as tools for binaries and memory write them: some hold letters, some begin with a zero. */
function isHexadecimal(cells: readonly string[]): boolean {
  const width = cells.slice(0, sampled).find((cell) => hexadecimal.test(cell))?.length;
  if (width === undefined) return false;
  const filled = cells.filter((cell) => cell !== '');
  let found = 0;
  let lettered = 0;
  let padded = 0;
  for (const cell of filled) {
    if (cell.length !== width || !hexadecimal.test(cell)) continue;
    found += 1;
    if (/[a-f]/i.test(cell)) lettered += 1;
    if (cell.startsWith('0')) padded += 1;
  }
  return lettered > 0 && padded >= 3 && found >= filled.length * hexadecimalShare;
}

function readHexadecimal(cell: string): number {
  return hexadecimal.test(cell) ? Number.parseInt(cell, 16) : Number.NaN;
}

/** A look at a sample first: most columns of text are long, and no number at all. */
function seemsNumeric(cells: readonly string[]): boolean {
  const step = Math.max(1, Math.floor(cells.length / sampled));
  let filled = 0;
  let found = 0;
  for (let row = 0; row < cells.length; row += step) {
    if (cells[row] === '') continue;
    filled += 1;
    if (readQuantity(cells[row]!) !== undefined) found += 1;
  }
  return found > 0 && found >= filled * 0.3;
}

function countCategories(cells: readonly string[]): ReadonlyMap<string, number> | undefined {
  const most = Math.min(mostCategories, Math.max(fewestCategories, cells.length * categoryShare));
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const known = counts.get(cell);
    if (known === undefined && counts.size >= most) return undefined;
    counts.set(cell, (known ?? 0) + 1);
  }
  return counts;
}

function roleOf(name: string, read: ReadNumbers | undefined): ColumnMeasures['role'] {
  if (read === undefined) return 'text';
  if (read.dates > 0) return 'date';
  // Most numbers in this base are addresses.
  if (read.base === 16 && !sizeName.test(name)) return 'identifier';
  return identifierName.test(name.trim()) || isRunning(read.numbers) ? 'identifier' : 'measure';
}

/** Whether numbers count up or down by the same step in nearly all rows. */
function isRunning(numbers: Float64Array): boolean {
  if (numbers.length < 5) return false;
  const step = numbers[1]! - numbers[0]!;
  if (step === 0 || !Number.isInteger(step)) return false;
  let equal = 0;
  for (let row = 1; row < numbers.length; row += 1) if (step === numbers[row]! - numbers[row - 1]!) equal += 1;
  return equal >= (numbers.length - 1) * 0.9;
}
