import type { CellTable } from '../../relevance/columns/cell-table.ts';
import { unitHead, unitText, type TextUnits } from '../../relevance/selection/text-units.ts';

/** A table whose names stand over a rule, somewhere among other lines, as database shells print the answer of each statement. */
export interface RuledTable {
  readonly header: number;
  readonly table: CellTable;
}

const readCharacters = 600;
const fewestRows = 2;
const longestRule = 4000;
const longestCell = 200;
const rule = /^[\s|+=-]+$/;
const mostColumns = 60;

/** Finds tables under `a | b` and `---+---`, in boxes of such rules, and under `----  ----`. Linear. */
export function findRuledTables(units: TextUnits): readonly RuledTable[] {
  const found: RuledTable[] = [];
  for (let line = 1; line < units.count; line += 1) {
    const bounds = boundsOf(units, line);
    if (bounds === undefined) continue;
    const header = line - 1;
    const title = unitHead(units, header, readCharacters);
    const split = splitter(title, bounds);
    if (split === undefined) continue;
    const rows: number[] = [];
    for (line += 1; line < units.count && isRow(unitHead(units, line, readCharacters), title); line += 1) rows.push(line);
    line -= 1;
    if (rows.length < fewestRows) continue;
    const cells = rows.map((row) => split(unitHead(units, row, readCharacters)));
    const columns = split(title).map((name, column) => ({ name, cells: cells.map((row) => row[column] ?? '') }));
    found.push({ header, table: { rows, columns } });
  }
  return found;
}

/** Where the columns of a rule begin; undefined where a line is none or rules one column only. */
function boundsOf(units: TextUnits, line: number): readonly number[] | undefined {
  const first = units.text[units.starts[line]!];
  if (first !== '-' && first !== '+' && first !== '|' && first !== '=' && first !== ' ') return undefined;
  if (units.ends[line]! - units.starts[line]! > longestRule) return undefined;
  const text = unitText(units, line);
  if (!rule.test(text) || !/--|==/.test(text)) return undefined;
  const bounds = [...text.matchAll(/[-=]+/g)].map(({ index }) => index);
  return bounds.length < 2 || bounds.length > mostColumns ? undefined : bounds;
}

/** How a line of the table is cut into cells: at its bars, or where the rule says. Undefined where nothing stands over the rule. */
function splitter(title: string, bounds: readonly number[]): ((line: string) => readonly string[]) | undefined {
  if (title.trim() === '' || rule.test(title)) return undefined;
  if (title.includes('|')) {
    const outer = title.trimStart().startsWith('|') ? 1 : 0;
    return (line) =>
      line
        .split('|')
        .slice(outer, outer + bounds.length)
        .map(trimmed);
  }
  // A heading underlined in parts names no columns.
  if (bounds.slice(1).some((bound) => title[bound - 1] !== ' ' && title[bound - 1] !== undefined)) return undefined;
  return (line) => bounds.map((bound, index) => trimmed(line.slice(bound, bounds[index + 1])));
}

function trimmed(cell: string): string {
  return cell.trim().slice(0, longestCell);
}

function isRow(line: string, title: string): boolean {
  return line.trim() !== '' && !rule.test(line) && line.includes('|') === title.includes('|') && !/^\(\d+ rows?\)/.test(line);
}
