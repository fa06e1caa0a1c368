import type { Line } from './line.ts';
import { anyPattern, type LinePattern } from './line-pattern.ts';
import { shareOf } from './sample.ts';
import { beginsWithTime, isTimedLine } from './timestamps.ts';

const delimiters = ['\t', ',', ';', '|'] as const;
const rule: LinePattern = [/^\s*\|?\s*:?-{2,}:?\s*(?:[|+]\s*:?-{2,}:?\s*)*\|?\s*$/, { opens: '|:-', closes: '|:-', has: '-' }];
const boxRule: LinePattern = [/^\s*\+[-=+]+\+\s*$/, { opens: '+', closes: '+' }];
const isRule = anyPattern(rule);
const isRuleOfAny = anyPattern(rule, boxRule);
const isBoxed = anyPattern([/^\s*\|.*\|\s*$/, { opens: '|', closes: '|' }], boxRule);
const hasCrossing = anyPattern([/-\+-|-\|-/, { has: '-', some: '+|' }]);

/** What of a text is a table with delimiters. */
export interface TableEvidence {
  readonly share: number;
  readonly syntax: string;
  /** Whether the first row names columns: then times in the rows below are cells. */
  readonly header: 'named' | 'none';
}

const nothing: TableEvidence = { share: 0, syntax: '', header: 'none' };

/** Markdown tables, tables of database shells, CSV, TSV and the like. */
export function tableEvidence(lines: readonly Line[]): TableEvidence {
  if (lines.length < 3) return nothing;
  const ruled = ruledTable(lines);
  if (ruled.share > 0) return ruled;
  return delimiters
    .map((delimiter) => delimited(lines, delimiter))
    .reduce((best, next) => (next.share > best.share ? next : best), nothing);
}

function ruledTable(lines: readonly Line[]): TableEvidence {
  const boxed = shareOf(lines, isBoxed);
  if (boxed >= 0.6 && lines.slice(0, 8).some(isRuleOfAny)) {
    return { share: boxed, syntax: 'a Markdown or box table', header: 'named' };
  }
  const underline = lines.slice(0, 4).findIndex((line) => hasCrossing(line) && isRule(line));
  if (underline < 1) return nothing;
  const share = shareOf(lines, (line) => line.text.includes('|') || isRule(line));
  return share >= 0.7 ? { share, syntax: 'a table with a ruled header', header: 'named' } : nothing;
}

function delimited(lines: readonly Line[], delimiter: string): TableEvidence {
  if (!(lines[0]?.text ?? '').includes(delimiter)) return nothing;
  const widths = lines.map((line) => countCells(line, delimiter));
  const width = commonest(widths);
  if (width < 2) return nothing;
  const share = widths.filter((cellsOfRow) => cellsOfRow === width).length / widths.length;
  // A cut line (240 characters) and a cell with a line end have fewer cells than the others.
  const cut = widths.filter((cellsOfRow, index) => cellsOfRow < width && lines[index]!.text.length >= 240).length / widths.length;
  if (isRagged(lines, widths, delimiter)) return { share: 1, syntax: `rows separated by "${delimiter}"`, header: 'named' };
  if (share + cut < 0.85 || share < 0.3) return nothing;
  const header = namesColumns(cells(lines[0]!.text, delimiter), width) ? 'named' : 'none';
  if (header === 'none' && delimiter === '\t' && shareOf(lines, isTimedLine) >= 0.5) return nothing;
  const regular = lines.filter((_, index) => widths[index] === width).map(({ text }) => cells(text, delimiter));
  if (reads(regular, delimiter, width, header)) return nothing;
  return {
    share: Math.min(1, share + cut),
    syntax: delimiter === '\t' ? 'tab separated rows' : `rows separated by "${delimiter}"`,
    header,
  };
}

/** Named columns of which the last are left out where they have no value. */
function isRagged(lines: readonly Line[], widths: readonly number[], delimiter: string): boolean {
  const most = widths[0]!;
  if (most < 4 || !widths.every((width) => width >= most / 2 && width <= most)) return false;
  const [first = [], ...others] = lines.map(({ text }) => cells(text, delimiter));
  if (!namesColumns(first, most) || !first.every((cell) => /^[\w][\w .%-]{0,40}$/.test(cell))) return false;
  return others.every((row) => !row.some((cell) => cell.startsWith(' ')));
}

const quote = 0x22;

/** Cells outside double quotes, counted. */
function countCells({ text, joined, start }: Line, delimiter: string): number {
  const sign = delimiter.charCodeAt(0);
  let count = 1;
  const end = start + text.length;
  let quoted = false;
  for (let at = start; at < end; at += 1) {
    const code = joined.charCodeAt(at);
    if (code === quote) quoted = !quoted;
    else if (code === sign && !quoted) count += 1;
  }
  return count;
}

/** Cells outside double quotes. */
function cells(line: string, delimiter: string): readonly string[] {
  if (!line.includes('"')) return line.split(delimiter);
  const found: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      found.push(line.slice(start, at));
      start = at + 1;
    }
  }
  found.push(line.slice(start));
  return found;
}

function namesColumns(row: readonly string[], width: number): boolean {
  if (row.length !== width) return false;
  return (
    row.every((cell) => cell.length <= 60 && !/^\s*-?\d+(?:\.\d+)?\s*$/.test(cell) && !beginsWithTime(cell)) && new Set(row).size === width
  );
}

/** Whether the "cells" are clauses of sentences, arguments of calls or a log's fields. */
function reads(rows: readonly (readonly string[])[], delimiter: string, width: number, header: 'named' | 'none'): boolean {
  if (delimiter === '\t') return width === 2 && header === 'none' && rows.every((row) => /^\s*[\d.]*[KMGTB]?$/.test(row[0] ?? ''));
  let words = 0;
  let count = 0;
  let spaced = 0;
  let ends = 0;
  let brackets = 0;
  if (width === 2 && rows.filter((row) => row[1]?.trim() === '').length > rows.length * 0.5) return true;
  for (const row of rows) {
    const last = row.at(-1) ?? '';
    if (/[.!?:;{(]$/.test(last)) ends++;
    for (const [index, cell] of row.entries()) {
      count++;
      words += cell.trim() === '' ? 0 : cell.trim().split(/\s+/).length;
      if (index > 0 && cell.startsWith(' ')) spaced++;
    }
    if (/[(){}=]/.test(row[0] ?? '')) brackets++;
  }
  if (ends > rows.length * 0.5 || brackets > rows.length * 0.4) return true;
  if (width === 2 && header === 'none') return true;
  return words / count > 6 || (spaced > count * 0.4 && words / count > 2.5 && delimiter !== '|');
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = 0;
  for (const number of numbers) {
    const count = (counts.get(number) ?? 0) + 1;
    counts.set(number, count);
    if (count > (counts.get(best) ?? 0)) best = number;
  }
  return best;
}
