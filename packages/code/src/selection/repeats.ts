import type { SourceLines } from '../files/source-lines.ts';
import type { PayloadUnit } from './payload-outline.ts';

const leastLines = 3;
const leastCharacters = 60;

/**
 * Licence headers, comments and import blocks that stand in an earlier file, letter for letter: once is enough.
 *
 * @returns the unit that each repeats, by the number of the unit that repeats it
 */
export function repeatedUnits(
  units: readonly PayloadUnit[],
  textOf: (file: number) => { readonly lines: SourceLines; readonly firstLine: number },
): ReadonlyMap<number, number> {
  const seen = new Map<string, number>();
  const repeats = new Map<number, number>();
  units.forEach(({ role, file, first, last }, index) => {
    if ((role !== 'documentation' && role !== 'imports') || last - first + 1 < leastLines) return;
    const { lines, firstLine } = textOf(file);
    const text = lines.text.slice(lines.starts[first - firstLine], lines.starts[last - firstLine + 1]).trim();
    if (text.length < leastCharacters) return;
    const known = seen.get(text);
    if (known === undefined) seen.set(text, index);
    else if (units[known]!.file !== file) repeats.set(index, known);
  });
  return repeats;
}
