import { NUMBER } from '../grammar.ts';
import type { Column, RecordKey, RecordType } from './record-type.ts';

const NAMING = /^(?:login|name|full_?name|screen_?name|title|key|slug|id|uid|path|label|email|code)$/i;
const MAXIMUM_LENGTH = 40;

/**
 * A column whose values are short, different, and say something to a reader, to refer to repeated records by; else they are numbered; entries of
 * maps are not, a key that points to a number says nothing.
 */
export function chooseKey(type: RecordType, mapped: number): RecordKey | undefined {
  let best: { column: Column; rank: number } | undefined;
  for (const column of type.columns) {
    const length = labelLength(column);
    if (length === undefined) continue;
    const rank = length + (NAMING.test(column.path[column.path.length - 1] ?? '') ? 0 : 100);
    if (best === undefined || rank < best.rank) best = { column, rank };
  }
  if (best !== undefined) return { kind: 'column', column: best.column };
  return mapped > 0 ? undefined : { kind: 'number', first: 0 };
}

/** The mean length of a column's labels; undefined where a value is no label or stands twice. */
function labelLength(column: Column): number | undefined {
  if (column.counts.size !== column.values.length) return undefined;
  let total = 0;
  let opaque = 0;
  for (const value of column.values) {
    if (typeof value !== 'string' || value === '' || value.length > MAXIMUM_LENGTH || NUMBER.test(value) || value.includes('\n'))
      return undefined;
    if (/^[0-9a-f-]{12,}$/i.test(value) || /^\d{4}-\d\d-\d\d/.test(value) || /^[A-Za-z0-9+/]{16,}=*$/.test(value)) opaque++;
    total += value.length;
  }
  return opaque * 2 > column.values.length ? undefined : total / column.values.length;
}
