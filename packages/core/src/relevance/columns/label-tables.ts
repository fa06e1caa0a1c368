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

/**
 * Reads lines of the form `label: value` that come again and again (records, settings, samples of metrics) as tables of one column for each label, and the sums of a version history as a
 * table of theirs. Linear; lines of other forms are passed over.
 *
 * @param skip 1 for units that are not looked at
 */
export function labelTables(units: TextUnits, skip?: Uint8Array): readonly CellTable[] {
  const byLabel = new Map<string, { rows: number[]; cells: string[] }>();
  const changes: { row: number; cells: readonly string[] }[] = [];
  for (let line = 0; line < units.count; line += 1) {
    if (skip?.[line] === 1) continue;
    const head = unitHead(units, line, readCharacters);
    const changed = head.includes(' changed') ? change.exec(head) : null;
    if (changed !== null) {
      changes.push({ row: line, cells: changed.slice(1, 4).map((cell) => cell ?? '') });
      continue;
    }
    const [, name, value] = label.exec(head) ?? (head.includes('} ') ? metric.exec(head) : undefined) ?? [];
    if (name === undefined || value === undefined) continue;
    let column = byLabel.get(name);
    if (column === undefined) {
      if (byLabel.size >= mostLabels) continue;
      byLabel.set(name, (column = { rows: [], cells: [] }));
    }
    column.rows.push(line);
    column.cells.push(
      value
        .trimEnd()
        .replace(/["',;]+$/, '')
        .replace(/^["']/, ''),
    );
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
