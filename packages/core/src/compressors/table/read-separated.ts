import { unitsAt, type TextUnits } from '../../relevance/selection/text-units.ts';
import { charCodes } from '../../text/char-codes.ts';
import { createFinder, type Finder } from '../../text/finder.ts';

/** A table of texts, row by row: the units of its text and the cells of each. */
export interface ReadTable {
  readonly units: TextUnits;
  /** The unit that names the columns, or -1. */
  readonly header: number;
  /** Units that are rows, in their order; the others (a title, a rule, empty lines) belong to no column. */
  readonly rows: readonly number[];
  /** The cells of each row, as they stand but for quotes. */
  readonly cells: readonly (readonly string[])[];
  readonly names: readonly string[];
}

const separators = [',', '\t', ';', '|'] as const;
const sampleCharacters = 8000;
const mostColumns = 200;
const longestCell = 300;

/**
 * Reads rows whose cells a sign separates (CSV, TSV); quoted cells may hold the sign and breaks. Linear; undefined where the rows are no table.
 *
 * Lines end with LF, CR LF, or CR alone in a text without LF.
 *
 * @param codes the code units of the text, where they were read before
 */
export function readSeparated(text: string, codes = charCodes(text)): ReadTable | undefined {
  const separator = separatorOf(text);
  if (separator === undefined) return undefined;
  const breakSign = text.includes('\n') ? '\n' : '\r';
  const shape = { separator, breakSign, find: createFinder(text), codes };
  const read = text.includes('"') ? readRecord : readPlainRecord;
  const starts: number[] = [];
  const all: string[][] = [];
  for (let at = 0; at < text.length;) {
    starts.push(at);
    const record = read(text, at, shape);
    all.push(record.cells);
    at = record.next;
  }
  if (starts.length < 3) return undefined;
  const units = unitsAt(text, starts);
  const width = usualWidth(all);
  if (width < 2) return undefined;
  const header = all.findIndex((cells) => cells.length >= width - 1 && cells.length > 1);
  const isNamed = header >= 0 && header < 5 && namesColumns(all[header]!, all[header + 1] ?? []);
  const rows: number[] = [];
  for (let unit = isNamed ? header + 1 : 0; unit < all.length; unit += 1)
    if (all[unit]!.length > 1 || all[unit]![0] !== '') rows.push(unit);
  return { units, header: isNamed ? header : -1, rows, cells: rows.map((unit) => all[unit]!), names: isNamed ? all[header]! : [] };
}

/** The sign that most of the first lines hold equally often; undefined where there is none. */
export function separatorOf(text: string): string | undefined {
  const lines = text
    .slice(0, sampleCharacters)
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
  if (text.length > sampleCharacters && lines.length > 1) lines.pop();
  const named = namingSeparator(lines[0] ?? '');
  if (named !== undefined && text.slice(0, sampleCharacters).includes('"')) return named;
  let best: string | undefined;
  let most = 0;
  for (const sign of separators) {
    const counts = lines.map((line) => line.split(sign).length - 1);
    const usual = [...counts].sort((a, b) => a - b)[counts.length >> 1] ?? 0;
    const score = usual === 0 ? 0 : (counts.filter((count) => count === usual).length / counts.length) * Math.log2(usual + 1);
    if (score > most) {
      most = score;
      best = sign;
    }
  }
  return best;
}

/** The sign between the names of a first line: where quoted cells hold breaks, the other lines tell nothing. */
function namingSeparator(line: string): string | undefined {
  return separators.find((sign) => {
    const names = line.split(sign);
    return names.length >= 3 && names.every((name) => /^"?[\p{L}_][\p{L}\p{N}_ .%/-]{0,40}"?$/u.test(name));
  });
}

interface RecordShape {
  readonly separator: string;
  readonly breakSign: string;
  /** Rows without the separator may be many. */
  readonly find: Finder;
  readonly codes: Uint16Array;
}

/** Reads a record of a text without any quote. */
function readPlainRecord(
  text: string,
  start: number,
  { separator, breakSign, codes }: RecordShape,
): { readonly cells: string[]; readonly next: number } {
  const cells: string[] = [];
  const end = indexOr(text, breakSign, start);
  const sign = separator.charCodeAt(0);
  for (let at = start, from = start; at <= end; at += 1) {
    if (at < end && codes[at] !== sign) continue;
    if (cells.length < mostColumns) {
      const stop = Math.min(at, from + longestCell);
      const cell = text.slice(from, stop);
      cells.push(from < stop && mayBeSpace(codes[from]!, codes[stop - 1]!) ? cell.trim() : cell);
    }
    from = at + 1;
  }
  return { cells, next: Math.min(text.length, end + 1) };
}

/** Whether the first or the last sign of a cell may be one that is trimmed. */
function mayBeSpace(first: number, last: number): boolean {
  return first <= space || first >= beyondAscii || last <= space || last >= beyondAscii;
}

const space = 0x20;
const beyondAscii = 0x80;

function readRecord(text: string, start: number, shape: RecordShape): { readonly cells: string[]; readonly next: number } {
  const { separator, breakSign, find } = shape;
  const cells: string[] = [];
  const lineEnd = indexOr(text, breakSign, start);
  for (let at = start; ;) {
    const quoted = text[at] === '"' ? closingQuote(text, at) : -1;
    const from = quoted < 0 ? at : quoted + 1;
    const end = quoted >= lineEnd ? indexOr(text, breakSign, from) : lineEnd;
    const found = find(separator, from);
    const stop = found < 0 || found > end ? end : found;
    if (cells.length < mostColumns) cells.push(cellText(text, { start: at, stop, quoted }));
    if (stop >= end) return { cells, next: Math.min(text.length, end + 1) };
    at = stop + 1;
    if (quoted >= lineEnd) return readRest(text, at, shape, cells);
  }
}

/** What follows a quoted cell with breaks is read as a record of its own and joined. */
function readRest(text: string, at: number, shape: RecordShape, cells: string[]): { readonly cells: string[]; readonly next: number } {
  let next = at;
  for (;;) {
    const end = indexOr(text, shape.breakSign, next);
    const quoted = text[next] === '"' ? closingQuote(text, next) : -1;
    const from = quoted < 0 ? next : quoted + 1;
    const lineEnd = quoted >= end ? indexOr(text, shape.breakSign, from) : end;
    const found = shape.find(shape.separator, from);
    const stop = found < 0 || found > lineEnd ? lineEnd : found;
    if (cells.length < mostColumns) cells.push(cellText(text, { start: next, stop, quoted }));
    if (stop >= lineEnd) return { cells, next: Math.min(text.length, lineEnd + 1) };
    next = stop + 1;
  }
}

function cellText(text: string, { start, stop, quoted }: { start: number; stop: number; quoted: number }): string {
  const cell =
    quoted < 0 ? text.slice(start, Math.min(stop, start + longestCell)) : text.slice(start + 1, Math.min(quoted, start + longestCell));
  return cell.trim();
}

/** Beyond this a quote is a sign like any other: it would swallow the rest of a text that is no such table. */
const longestQuoted = 20_000;

/** Where a quoted cell ends; a doubled quote stands for one. -1 where it does not end. */
function closingQuote(text: string, at: number): number {
  const limit = Math.min(text.length, at + longestQuoted);
  for (let next = text.indexOf('"', at + 1); next >= 0 && next < limit; next = text.indexOf('"', next + 2)) {
    if (text[next + 1] !== '"') return next;
  }
  return -1;
}

function indexOr(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found;
}

function usualWidth(rows: readonly (readonly string[])[]): number {
  const widths = rows
    .slice(0, 200)
    .map((cells) => cells.length)
    .sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 0;
}

/** Names hold letters and are no numbers; they hardly repeat what the first row says. */
function namesColumns(names: readonly string[], first: readonly string[]): boolean {
  const filled = names.filter((name) => name !== '');
  if (filled.length < names.length * 0.5) return false;
  const numeric = (cells: readonly string[]): number => cells.filter((cell) => /^[-+$€£]?[\d.,]+%?$/.test(cell)).length;
  return (
    numeric(names) === 0 && new Set(filled).size === filled.length && (numeric(first) > 0 || filled.every((name) => name.length <= 60))
  );
}
