import { loadGrammar } from '../grammars/load-grammar.ts';
import { syntaxErrors, withTree } from '../grammars/parse-source.ts';
import type { OutlinedFile } from '../selection/payload-outline.ts';
import type { Gap } from './gap-line.ts';
import { renderFile } from './render-payload.ts';

const mostAttempts = 6;

/**
 * Takes back the gaps of a file that its grammar cannot read: the shown file has no more errors than the whole one had.
 *
 * The gap nearest to each error goes first; where that does not help in six attempts, none is left.
 */
export async function soundGaps(file: OutlinedFile, gaps: readonly Gap[]): Promise<readonly Gap[]> {
  const grammar = await loadGrammar(file.language.grammar);
  let left = gaps;
  for (let attempt = 0; attempt < mostAttempts && left.length > 0; attempt += 1) {
    const { source, gapRows } = renderFile(file, left);
    const errors = withTree(grammar, source, syntaxErrors);
    if (errors === undefined) return [];
    if (errors.count <= file.errors) return left;
    const guilty = new Set(errors.rows.flatMap(([first, last]) => nearest(gapRows, first, last)));
    left = left.filter((_, index) => !guilty.has(index));
  }
  return [];
}

/** The gaps inside a range of rows, or else the last before it and the first behind it. */
function nearest(gapRows: readonly number[], first: number, last: number): readonly number[] {
  const inside = [...gapRows.keys()].filter((index) => gapRows[index]! >= first && gapRows[index]! <= last);
  if (inside.length > 0) return inside;
  const behind = gapRows.findIndex((row) => row > last);
  return behind < 0 ? [gapRows.length - 1] : behind === 0 ? [0] : [behind - 1, behind];
}
