import { expect, it } from 'vitest';
import { charCodes } from '../text/char-codes.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { lineCosts } from './line-costs.ts';
import { loadTokenCounter } from './load-token-counter.ts';

const lines = Array.from({ length: 400 }, (_, index) =>
  [
    `2031-04-05 10:${10 + (index % 50)}:07,${100 + index} INFO worker-${index % 7}: fetched ${index * 37} rows from /srv/data/part_${index}.bin`,
    `+    public RowReader readNext(int position, String fileName) { return new RowReader(${index}); }`,
    `ERROR TypeError: Cannot read properties of undefined (reading 'name') == ${index}`,
    '-    const widths = columns.map((column) => column.width ?? 0);',
    '',
  ].at(index % 5)!,
);
const text = lines.join('\n');
const sumOf = (of: (start: number, end: number) => number): number => {
  let start = 0;
  return lines.reduce((sum, { length }) => {
    const tokens = of(start, start + length);
    start += length + 1;
    return sum + tokens;
  }, 0);
};

it.each(['o200k_base', 'cl100k_base'] as const)('estimates many lines together well enough: %s', async (encoding) => {
  const { count } = await loadTokenCounter(encoding);
  const codes = charCodes(text);
  const ratio = sumOf((start, end) => estimateTokens(codes, start, end)) / sumOf((start, end) => count(`${text.slice(start, end)}\n`));
  expect(ratio).toBeGreaterThan(0.85);
  expect(ratio).toBeLessThan(1.15);
});

it('follows the counter at hand, and counts few lines', () => {
  let counted = 0;
  const count = (line: string): number => {
    counted += 1;
    return 3 * line.length;
  };
  const costs = lineCosts({ text, codes: charCodes(text), count });
  const ratio = sumOf(costs) / (3 * (text.length + 1));
  expect(ratio).toBeGreaterThan(0.8);
  expect(ratio).toBeLessThan(1.2);
  expect(counted).toBeLessThan(20);
});
