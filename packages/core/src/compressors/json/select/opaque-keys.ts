import type { ColumnStatistics } from './column-statistics.ts';
import { isOpaque } from './opaque.ts';
import type { Asked } from './asked.ts';

const fewestValues = 4;
const sampleSize = 24;
const opaqueShare = 0.8;

// What names a row, or is the link that one would follow: the reader needs it to say which row is meant.
const identifying = /^(?:_?id|uuid|guid|sha|hash|digest|oid|commit|key|name|url|html_url|link|href|uri|path|ref|arn)$/i;

/** Keys whose values tell a reader nothing (hashes, signatures, node ids, links to further documents), unless they identify or the question names them. */
export function opaqueKeys(statistics: readonly ColumnStatistics[], asked: Pick<Asked, 'named' | 'mentions'>): ReadonlySet<string> {
  const keys = new Set<string>();
  const clear = new Set<string>();
  for (const column of statistics) {
    const { key, role, name } = column.column;
    if (role !== 'value' || key === '' || name.endsWith('[*]')) continue;
    if (identifying.test(key) || asked.named(column) > 0 || !isOpaqueColumn(column) || isMentioned(column, asked)) clear.add(key);
    else keys.add(key);
  }
  for (const key of clear) keys.delete(key);
  return keys;
}

const isMentioned = ({ column: { values } }: ColumnStatistics, { mentions }: Pick<Asked, 'mentions'>): boolean =>
  values.some((value) => typeof value === 'string' && mentions(value));

function isOpaqueColumn({ column: { values } }: ColumnStatistics): boolean {
  if (values.length < fewestValues) return false;
  const step = Math.max(1, Math.floor(values.length / sampleSize));
  let texts = 0;
  let opaque = 0;
  for (let index = 0; index < values.length; index += step) {
    const value = values[index];
    if (typeof value !== 'string' || value === '') continue;
    texts++;
    if (isOpaque(value)) opaque++;
  }
  return texts >= 2 && opaque >= texts * opaqueShare;
}
