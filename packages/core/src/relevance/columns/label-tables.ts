import { charCodes } from '../../text/char-codes.ts';
import { unitHead, type TextUnits } from '../selection/text-units.ts';
import type { CellTable } from './cell-table.ts';

const fewestRows = 4;
const mostLabels = 400;
const readCharacters = 240;
const label = /^\s{0,200}(?:[-*+] )?["']?([A-Za-z_][\w ./()-]{0,39}?)["']?(?:\s{0,24}[:=]\s{0,12}|\s{2,40}|\s=>\s)(\S.{0,120})/;
/** A sample of an exposition of metrics: `requests_total{route="/a",code="200"} 27`. */
const metric = /^([A-Za-z_:][\w:]{0,99})\{[^}]{0,160}\} (\S{1,40})/;
const change = /^[\s|*\\/]{0,24}(\d{1,9}) files? changed(?:, (\d{1,9}) insertions?\(\+\))?(?:, (\d{1,9}) deletions?\(-\))?/;
const changeNames = ['files changed', 'insertions', 'deletions'] as const;

/** Where lines of labels are looked for. */
export interface LabelOptions {
  /** 1 for units that are not looked at. */
  readonly skip?: Uint8Array;
  /** The code units of the text, where they were read before. */
  readonly codes?: Uint16Array;
}

/**
 * Reads lines of the form `label: value` that come again and again (records, settings, samples of metrics) as tables of one column for each label, and the sums of a version history as a
 * table of theirs. Linear; lines of other forms are passed over.
 */
export function labelTables(units: TextUnits, { skip, codes = charCodes(units.text) }: LabelOptions = {}): readonly CellTable[] {
  const byLabel = new Map<string, { rows: number[]; cells: string[] }>();
  const changes: { row: number; cells: readonly string[] }[] = [];
  const mayChange = units.text.includes(' changed');
  const mayMeasure = units.text.includes('} ');
  for (let line = 0; line < units.count; line += 1) {
    if (skip?.[line] === 1) continue;
    const start = units.starts[line]!;
    const end = Math.min(units.ends[line]!, start + readCharacters);
    const mayBeOther = (mayChange && mayBeChange(codes, start, end)) || (mayMeasure && mayBeMetric(codes, start, end));
    if (!mayBeOther && !mayHaveLabel(codes, start, end)) continue;
    const head = unitHead(units, line, readCharacters);
    const changed = mayChange && head.includes(' changed') ? change.exec(head) : null;
    if (changed !== null) {
      changes.push({ row: line, cells: changed.slice(1, 4).map((cell) => cell ?? '') });
      continue;
    }
    const [, name, value] = label.exec(head) ?? (mayMeasure && head.includes('} ') ? metric.exec(head) : undefined) ?? [];
    if (name === undefined || value === undefined) continue;
    let column = byLabel.get(name);
    if (column === undefined) {
      if (byLabel.size >= mostLabels) continue;
      byLabel.set(name, (column = { rows: [], cells: [] }));
    }
    column.rows.push(line);
    column.cells.push(withoutQuotes(value.trimEnd()));
  }
  const tables: CellTable[] = [];
  for (const [name, { rows, cells }] of byLabel) if (rows.length >= fewestRows) tables.push({ rows, columns: [{ name, cells }] });
  if (changes.length >= fewestRows)
    tables.push({
      rows: changes.map(({ row }) => row),
      columns: changeNames.map((name, index) => ({ name, cells: changes.map(({ cells }) => cells[index]!) })),
    });
  return tables;
}

const closing = /["',;]+$/;

function withoutQuotes(value: string): string {
  const end = value.charCodeAt(value.length - 1);
  const open = value.charCodeAt(0);
  const closed = end === doubleQuote || end === quote || end === comma || end === semicolon ? value.replace(closing, '') : value;
  return (open === doubleQuote || open === quote) && closed !== '' ? closed.slice(1) : closed;
}

const doubleQuote = 0x22;
const quote = 0x27;
const comma = 0x2c;
const semicolon = 0x3b;

/** What characters are before the end of a label. */
const kind = { none: 0, name: 1, space: 2, end: 3 } as const;

const kinds = codeKinds();

function codeKinds(): Uint8Array {
  // Spaces beyond ASCII end a label as well: whether they are some is left to the pattern.
  const table = new Uint8Array(0x10000).fill(kind.end, 0x80);
  for (let code = 0; code < 0x80; code += 1) {
    const sign = String.fromCharCode(code);
    table[code] = /[\w./()-]/.test(sign) ? kind.name : /\s/.test(sign) ? kind.space : /[:="']/.test(sign) ? kind.end : kind.none;
  }
  return table;
}

const longestIndent = 200;
const longestLabel = 44;

/** Whether a line may be one of `label: value`: most others are told by a few characters, without a pattern. */
function mayHaveLabel(codes: Uint16Array, start: number, end: number): boolean {
  const table = kinds;
  let at = start;
  const indented = Math.min(end, start + longestIndent);
  while (at < indented && table[codes[at]!] === kind.space) at += 1;
  const first = codes[at];
  if ((first === 0x2d || first === 0x2a || first === 0x2b) && codes[at + 1] === 0x20) at += 2;
  if (codes[at] === doubleQuote || codes[at] === quote) at += 1;
  if (at >= end || !mayBegin(codes[at]!)) return false;
  const stop = Math.min(end, at + longestLabel);
  let isSpace = false;
  for (at += 1; at < stop; at += 1) {
    const type = table[codes[at]!]!;
    if (type === kind.end || (type === kind.space && (isSpace || codes[at] !== 0x20))) return true;
    if (type === kind.none) return false;
    isSpace = type === kind.space;
  }
  return false;
}

/** A letter or `_`, or what is no ASCII. */
function mayBegin(code: number): boolean {
  return ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x5f || code >= 0x80;
}

/** Whether a number is the first in a line but spaces and the branches of a history. */
function mayBeChange(codes: Uint16Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && (kinds[codes[at]!] !== kind.name || codes[at] === slash) && !isDigit(codes[at]!)) at += 1;
  return at < end && isDigit(codes[at]!);
}

const slash = 0x2f;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether labels in braces stand in a line. */
function mayBeMetric(codes: Uint16Array, start: number, end: number): boolean {
  if (!mayBegin(codes[start] ?? 0) && codes[start] !== colon) return false;
  for (let at = start; at < end; at += 1) if (codes[at] === openBrace) return true;
  return false;
}

const colon = 0x3a;
const openBrace = 0x7b;
