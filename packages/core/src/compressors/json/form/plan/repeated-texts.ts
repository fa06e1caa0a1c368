import { textCost } from './cost.ts';
import type { RecordType } from './record-type.ts';

/** Shorter texts are repeated: a reader should not have to look them up. */
const MINIMUM_LENGTH = 40;

/** Tokens that one reference takes, and that a definition takes beside its text. */
const REFERENCE = 2.5;
const DEFINITION = 4;

/** Long texts that rows say several times, to be told once in the legend: each with its number, from `first` on. */
export function findRepeatedTexts(types: readonly RecordType[], first: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const type of types) {
    for (const column of type.columns) {
      if ((column.mode.kind !== 'cell' && column.mode.kind !== 'field') || column.pattern !== undefined) continue;
      if (column.counts.size === column.values.length || column.echo !== undefined) continue;
      column.values.forEach((value, row) => {
        if (typeof value !== 'string' || value.length < MINIMUM_LENGTH || column.identities[row] === column.usual) return;
        counts.set(value, (counts.get(value) ?? 0) + 1);
      });
    }
  }
  const numbers = new Map<string, number>();
  for (const [text, count] of counts) {
    const cost = textCost(text);
    if (count > 1 && cost * (count - 1) > REFERENCE * count + DEFINITION) numbers.set(text, first + numbers.size);
  }
  return numbers;
}
