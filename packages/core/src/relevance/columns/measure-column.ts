import { readCategories, type Categories } from './categories.ts';
import type { CellColumn } from './cell-table.ts';
import { plainNumber, readOtherQuantity, readQuantity } from './quantity.ts';
import { spreadOf, type Spread } from '../robust.ts';

/** What the cells of a column have in common. */
export interface ColumnMeasures {
  readonly column: CellColumn;
  readonly categories: Categories | undefined;
  /** Comparable values, NaN for cells without one; undefined for a column of texts. */
  readonly numbers: Float64Array | undefined;
  readonly spread: Spread | undefined;
  /** `identifier`: numbers that name or order things, so that their size says nothing. */
  readonly role: 'measure' | 'identifier' | 'date' | 'text';
}

const sampled = 48;
const numericShare = 0.5;

const identifierName =
  /(?:^|[\s._<-])(?:p?pid|ppid|tid|uid|gid|id|inode|node|no|num|nr|line|port|zip|index|seq|major|minor)>?$|(?:Id|ID)$/i;

const hexadecimalShare = 0.8;
const sizeName = /si?ze?$|len|bytes|count|used/i;

/** Measures a column in n log n. */
export function measureColumn(column: CellColumn): ColumnMeasures {
  const { cells, name } = column;
  const read = readNumbers(cells);
  const spread = read === undefined ? undefined : spreadOf(filled(read.numbers));
  const numbers = spread === undefined ? undefined : read?.numbers;
  return { column, categories: readCategories(cells), numbers, spread, role: roleOf(name, read) };
}

/** All that are numbers. */
function filled(numbers: Float64Array): Float64Array {
  const found = new Float64Array(numbers.length);
  let count = 0;
  for (let row = 0; row < numbers.length; row += 1) {
    const number = numbers[row]!;
    found[count] = number;
    if (!Number.isNaN(number)) count += 1;
  }
  return found.subarray(0, count);
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
    if (cell !== '') filled += 1;
    // Most numbers are plain, and nothing is made to tell them.
    const plain = plainNumber(cell);
    const quantity = Number.isNaN(plain) ? readOtherQuantity(cell) : undefined;
    numbers[row] = quantity?.value ?? plain;
    if (quantity !== undefined || !Number.isNaN(plain)) found += 1;
    if (quantity?.sort === 'date') dates += 1;
  }
  return found >= 3 && found >= filled * numericShare ? { numbers, dates, base: 10 } : undefined;
}

/** Whether nearly all cells are hexadecimal numbers of one width, filled with zeros, as tools for binaries and memory write them: some hold letters, some begin with a zero. */
function isHexadecimal(cells: readonly string[]): boolean {
  const width = cells.slice(0, sampled).find((cell) => hexadecimalSort(cell) !== noHexadecimal)?.length;
  if (width === undefined) return false;
  let filled = 0;
  let found = 0;
  let lettered = 0;
  let padded = 0;
  for (const cell of cells) {
    if (cell === '') continue;
    filled += 1;
    const sort = cell.length === width ? hexadecimalSort(cell) : noHexadecimal;
    if (sort === noHexadecimal) continue;
    found += 1;
    if (sort === withLetters) lettered += 1;
    if (cell.charCodeAt(0) === zero) padded += 1;
  }
  return lettered > 0 && padded >= 3 && found >= filled * hexadecimalShare;
}

const noHexadecimal = 0;
const digitsAlone = 1;
const withLetters = 2;
const zero = 0x30;
const fewestDigits = 4;
const mostDigits = 16;

/** Whether a cell is four to sixteen hexadecimal digits, `0x` before them or not, and whether letters are among them. */
function hexadecimalSort(cell: string): number {
  const start = cell.charCodeAt(0) === zero && (cell.charCodeAt(1) | 0x20) === 0x78 ? 2 : 0;
  if (cell.length < start + fewestDigits || cell.length > start + mostDigits) return noHexadecimal;
  let sort = digitsAlone;
  for (let at = start; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) continue;
    if ((code | 0x20) < 0x61 || (code | 0x20) > 0x66) return noHexadecimal;
    sort = withLetters;
  }
  return sort;
}

function readHexadecimal(cell: string): number {
  return hexadecimalSort(cell) === noHexadecimal ? Number.NaN : Number.parseInt(cell, 16);
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
