import { lineUnits, unitHead, unitText, type TextUnits } from '../../relevance/selection/text-units.ts';
import type { ReadTable } from './read-separated.ts';

const rule = /^\s*\|?[\s:|+=-]*-{2,}[\s:|+=-]*$/;
const longestCell = 300;
const mostColumns = 200;

/** Reads a table of lines such as `| a | b |` (Markdown, SQL clients), rules and frames left aside; undefined where most lines are no rows. */
export function readMarkdown(text: string): ReadTable | undefined {
  const units = lineUnits(text);
  const rows: number[] = [];
  const cells: string[][] = [];
  let other = 0;
  for (let line = 0; line < units.count; line += 1) {
    const head = unitHead(units, line, 4000);
    if (head.trim() === '' || isRule(head)) continue;
    if (head.includes('|')) {
      // What stands over no rule names no columns.
      if (rows.length === 0 && !hasRule(units, line)) return undefined;
      rows.push(line);
      cells.push(cellsOf(unitText(units, line)));
    } else other += 1;
  }
  if (rows.length < 3 || other > rows.length * 0.2) return undefined;
  return { units, header: rows[0]!, rows: rows.slice(1), cells: cells.slice(1), names: cells[0]! };
}

export function isRule(line: string): boolean {
  return line.includes('--') && rule.test(line);
}

function hasRule(units: TextUnits, header: number): boolean {
  return header + 1 < units.count && isRule(unitHead(units, header + 1, 4000));
}

/** The cells of a row between its bars; an escaped bar belongs to its cell. */
export function cellsOf(line: string): string[] {
  const cells: string[] = [];
  const end = line.trimEnd().endsWith('|') ? line.lastIndexOf('|') : line.length;
  let at = /^\s*\|/.test(line) ? line.indexOf('|') + 1 : 0;
  while (at <= end && cells.length < mostColumns) {
    let bar = line.indexOf('|', at);
    while (bar > 0 && line[bar - 1] === '\\') bar = line.indexOf('|', bar + 1);
    const stop = bar < 0 || bar > end ? end : bar;
    cells.push(line.slice(at, Math.min(stop, at + longestCell)).trim());
    at = stop + 1;
  }
  return cells;
}
