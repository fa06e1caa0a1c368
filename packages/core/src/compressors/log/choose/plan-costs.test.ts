import { describe, expect, it } from 'vitest';
import { readLogLines } from '../lines/log-lines.ts';
import { planCosts } from './plan-costs.ts';

const lines = Array.from({ length: 400 }, (_, index) =>
  [
    `2031-04-05 10:${10 + (index % 50)}:07,${100 + index} INFO worker-${index % 7}: fetched ${index * 37} rows from /srv/data/part_${index}.bin`,
    `    at org.example.storage.RowReader.readNext(RowReader.java:${index})`,
    `ERROR TypeError: Cannot read properties of undefined (reading 'name') == ${index}`,
    '',
  ].at(index % 4)!,
);

describe('what lines cost', () => {
  it('follows the counter at hand, and counts few lines', () => {
    let counted = 0;
    const count = (text: string): number => {
      counted += 1;
      return 3 * text.length;
    };
    const add = planCosts(readLogLines(lines.join('\n'), 'keep'), { heads: new Int32Array(lines.length).fill(-1), longest: 900, count });
    const total = lines.reduce((sum, _, line) => sum + add(line), 0) / (3 * (lines.join('\n').length + 1));
    expect(total).toBeGreaterThan(0.7);
    expect(total).toBeLessThan(1.3);
    expect(counted).toBeLessThan(20);
  });

  it('holds the statements of gaps: one more where a gap is split, one less where it is filled, none for blank lines alone', () => {
    const log = readLogLines('a\nb\nc\n\nd', 'keep');
    const add = planCosts(log, {
      heads: Int32Array.of(-1, -1, -1, -1, -1),
      longest: 900,
      count: (text) => (text.startsWith('[lines') ? 100 : 1),
    });
    expect([2, 4, 0, 1].map(add)).toEqual([101, 1 - 100, 1, 1 - 100]);
  });

  it('holds the line that a line brings with it, once', () => {
    const log = readLogLines('head\n  one\n  two', 'keep');
    const add = planCosts(log, { heads: Int32Array.of(-1, 0, 0), longest: 900, count: (text) => (text.startsWith('[lines') ? 0 : 1) });
    expect([1, 2].map(add)).toEqual([2, 1]);
  });
});
