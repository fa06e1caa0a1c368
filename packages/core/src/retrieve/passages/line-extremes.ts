import { superlative, type Extreme } from '../../relevance/superlative.ts';
import { terms } from '../../relevance/terms.ts';
import { measureTerms } from '../../relevance/measure-terms.ts';
import type { PassageUnits } from './passage-units.ts';

/** Cells of a line that are looked at. */
const mostCells = 40;

/** A column must hold numbers in this share of the lines to be one. */
const numericShare = 0.3;

interface Column {
  lines: number;
  readonly best: Map<Extreme, { value: number; unit: number }>;
}

/**
 * Units that hold the largest or smallest number of a column, where the question asks for an extreme: tables by white space, commas or tabs, and lines that end in a number.
 * A map from unit to how well its column's name fits the question (0 to 1).
 */
export function extremeUnits(text: string, units: PassageUnits, question: string): ReadonlyMap<number, number> {
  const asked = superlative(question);
  const found = new Map<number, number>();
  if (asked === undefined) return found;
  const separator = separatorOf(text, units);
  const columns: Column[] = [];
  const wanted = asked.extremes.map((extreme) => (extreme === 'latest' ? 'maximum' : extreme === 'earliest' ? 'minimum' : extreme));
  for (let unit = 0; unit < units.count; unit += 1)
    readCells(text.slice(units.starts[unit], units.ends[unit]), separator, unit, columns, wanted);
  const names = units.count > 0 ? cellsOf(text.slice(units.starts[0], units.ends[0]), separator) : [];
  const sought = new Set([...terms(question), ...measureTerms(question)]);
  columns.forEach(({ lines, best }, index) => {
    if (lines < 3 || lines < units.count * numericShare) return;
    const fit = terms(names[index] ?? '').some((term) => sought.has(term)) ? 1 : 0.4;
    for (const { unit } of best.values()) found.set(unit, Math.max(found.get(unit) ?? 0, fit));
  });
  return found;
}

function readCells(line: string, separator: RegExp, unit: number, columns: Column[], wanted: readonly Extreme[]): void {
  cellsOf(line, separator).forEach((cell, index) => {
    const value = numberIn(cell);
    if (value === undefined) return;
    const column = (columns[index] ??= { lines: 0, best: new Map() });
    column.lines += 1;
    for (const extreme of wanted) {
      const best = column.best.get(extreme);
      const better = best === undefined || (extreme === 'minimum' ? value < best.value : value > best.value);
      if (better) column.best.set(extreme, { value, unit });
    }
  });
}

function cellsOf(line: string, separator: RegExp): string[] {
  return line.trim().slice(0, 2000).split(separator, mostCells);
}

/** The separator that the first lines hold most of. */
function separatorOf(text: string, units: PassageUnits): RegExp {
  const sample = text.slice(0, units.ends[Math.min(units.count, 20) - 1] ?? 0);
  const lines = Math.min(units.count, 20);
  const share = (character: string): number => (sample.split(character).length - 1) / Math.max(1, lines);
  if (share('\t') >= 2) return /\t/;
  return share(',') >= 3 && share(',') > share(' ') ? /,/ : /\s+/;
}

const multiples: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, t: 1e12 };

/** The number that a cell is, thousands separators, percent signs and size letters included. */
function numberIn(cell: string): number | undefined {
  const match = /^[$€£+]?(-?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?)([kmgt])?(?:i?b|ms|s|%)?[,;)]?$/i.exec(cell.slice(0, 40));
  if (match === null) return undefined;
  return Number(match[1]!.replaceAll(',', '')) * (multiples[match[2]?.toLowerCase() ?? ''] ?? 1);
}
