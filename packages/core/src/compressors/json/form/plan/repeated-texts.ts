import { textCost } from './cost.ts';
import type { RecordType } from './record-type.ts';

/** Shorter texts are repeated: a reader should not have to look them up. */
const MINIMUM_LENGTH = 40;

/** Paths and addresses tell rows apart: they stay in them unless they are very long. */
const MINIMUM_NAME = 100;

/** Tokens that one reference takes, and what a definition must save beside: the reader has to look it up. */
const REFERENCE = 2.5;
const DEFINITION = 12;

/** Long texts that rows say several times, to be told once in the legend: each with its number, from `first` on. */
export function findRepeatedTexts(types: readonly RecordType[], first: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const type of types) {
    for (const column of type.columns) {
      if ((column.mode.kind !== 'cell' && column.mode.kind !== 'field') || column.pattern !== undefined) continue;
      if (column.counts.size === column.values.length || column.echo !== undefined) continue;
      column.values.forEach((value, row) => {
        if (
          typeof value !== 'string' ||
          value.length < (value.includes(' ') ? MINIMUM_LENGTH : MINIMUM_NAME) ||
          column.identities[row] === column.usual
        )
          return;
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
