import { describe, expect, it } from 'vitest';
import { searchRows } from '../payloads/search-rows.ts';
import { bm25 } from './bm25.ts';
import { compactJson } from './compact-json.ts';
import { headTail } from './head-tail.ts';
import { toon } from './toon.ts';

const rows = searchRows(100, 7);
const text = JSON.stringify(rows, undefined, 2);

describe('the null baselines', () => {
  it('compact JSON and TOON take fewer characters and refuse what is not JSON', () => {
    expect(compactJson(text)).toBe(JSON.stringify(rows));
    expect(toon(text)?.length).toBeLessThan(text.length);
    expect([compactJson('no'), toon('no')]).toEqual([undefined, undefined]);
  });

  it('head + tail keeps both ends and no more than its share', () => {
    const short = headTail(text, 0.2);
    expect(short.length).toBeLessThanOrEqual(text.length * 0.2);
    expect(text.startsWith(short.slice(0, 100)) && text.endsWith(short.slice(-100))).toBe(true);
    expect(headTail(text, 1)).toBe(text);
  });

  it('BM25 keeps the row that the question names, whole, within its share', () => {
    const wanted = rows[61];
    const short = bm25(text, `Who wrote ${wanted?.id ?? ''}?`, 0.1);
    expect(short).toContain(JSON.stringify(wanted));
    expect(short.length).toBeLessThanOrEqual(text.length * 0.1);
  });
});
