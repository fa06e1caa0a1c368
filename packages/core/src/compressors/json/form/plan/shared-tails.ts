import { canFillHoles } from './holes.ts';
import type { Column, TemplatePart } from './record-type.ts';

const MINIMUM_TAIL = 10;

/**
 * The template of a text that is another one with a different beginning (`https{url after http}`), if all samples agree on both beginnings.
 */
export function sharedTail(target: Column, source: Column, samples: readonly number[]): TemplatePart[] | undefined {
  if (!canFillHoles(source)) return undefined;
  let difference: number | undefined;
  let head = 0;
  for (const row of samples) {
    const [made, from] = [target.values[row], source.values[row]];
    if (typeof made !== 'string' || typeof from !== 'string') return undefined;
    const tail = tailLength(made, from);
    if (tail < MINIMUM_TAIL || tail * 2 < made.length) return undefined;
    if (difference !== undefined && made.length - from.length !== difference) return undefined;
    difference = made.length - from.length;
    head = Math.max(head, made.length - tail);
  }
  const first = samples[0] as number;
  const before = (target.values[first] as string).slice(0, head);
  const after = (source.values[first] as string).slice(0, head - (difference ?? 0));
  if (/[{}*]/.test(before + after) || after === '') return undefined;
  const agree = samples.every(
    (row) => (target.values[row] as string).startsWith(before) && (source.values[row] as string).startsWith(after),
  );
  return agree ? [...(before === '' ? [] : [before]), { column: source, after }] : undefined;
}

function tailLength(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}
