import { beginsWithTime } from './timestamps.ts';

const delimiters = ['\t', ',', ';', '|'] as const;
const rule = /^\s*\|?\s*:?-{2,}:?\s*(?:[|+]\s*:?-{2,}:?\s*)*\|?\s*$/;

/** What of a text is a table with delimiters. */
export interface TableEvidence {
  readonly share: number;
  readonly syntax: string;
  /** Whether the first row names columns: then times in the rows below are cells. */
  readonly header: 'named' | 'none';
}

const nothing: TableEvidence = { share: 0, syntax: '', header: 'none' };

/** Markdown tables, tables of database shells, CSV, TSV and the like. */
export function tableEvidence(lines: readonly string[]): TableEvidence {
  if (lines.length < 3) return nothing;
  const ruled = ruledTable(lines);
  if (ruled.share > 0) return ruled;
  return delimiters
    .map((delimiter) => delimited(lines, delimiter))
    .reduce((best, next) => (next.share > best.share ? next : best), nothing);
}

function ruledTable(lines: readonly string[]): TableEvidence {
  const boxed = lines.filter((line) => /^\s*\|.*\|\s*$/.test(line) || /^\s*\+[-=+]+\+\s*$/.test(line)).length / lines.length;
  if (boxed >= 0.6 && lines.slice(0, 8).some((line) => rule.test(line) || /^\s*\+[-=+]+\+\s*$/.test(line))) {
    return { share: boxed, syntax: 'a Markdown or box table', header: 'named' };
  }
  const underline = lines.slice(0, 4).findIndex((line) => /-\+-|-\|-/.test(line) && rule.test(line));
  if (underline < 1) return nothing;
  const share = lines.filter((line) => line.includes('|') || rule.test(line)).length / lines.length;
  return share >= 0.7 ? { share, syntax: 'a table with a ruled header', header: 'named' } : nothing;
}

function delimited(lines: readonly string[], delimiter: string): TableEvidence {
  if (!(lines[0] ?? '').includes(delimiter)) return nothing;
  const rows = lines.map((line) => cells(line, delimiter));
  const width = commonest(rows.map((row) => row.length));
  if (width < 2) return nothing;
  const regular = rows.filter((row) => row.length === width);
  const share = regular.length / rows.length;
  // A cut line (240 characters) and a cell with a line end have fewer cells than the others.
  const cut = rows.filter((row, index) => row.length < width && (lines[index] ?? '').length >= 240).length / rows.length;
  if (isRagged(rows)) return { share: 1, syntax: `rows separated by "${delimiter}"`, header: 'named' };
  if (share + cut < 0.85 || share < 0.3) return nothing;
  const header = namesColumns(rows[0] ?? [], width) ? 'named' : 'none';
  if (header === 'none' && lines.filter((line) => beginsWithTime(line)).length >= lines.length / 2 && delimiter === '\t') return nothing;
  if (reads(regular, delimiter, width, header)) return nothing;
  return {
    share: Math.min(1, share + cut),
    syntax: delimiter === '\t' ? 'tab separated rows' : `rows separated by "${delimiter}"`,
    header,
  };
}

/** Named columns of which the last are left out where they have no value. */
function isRagged(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = rows;
  if (first.length < 4 || !namesColumns(first, first.length) || !first.every((cell) => /^[\w][\w .%-]{0,40}$/.test(cell))) return false;
  return others.every((row) => row.length >= first.length / 2 && row.length <= first.length && !row.some((cell) => cell.startsWith(' ')));
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
