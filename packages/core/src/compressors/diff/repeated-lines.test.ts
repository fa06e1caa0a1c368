import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charCodes } from '../../text/char-codes.ts';
import { repeatedLines } from './repeated-lines.ts';

describe('repeatedLines', () => {
  it.each(['told apart', 'alike'] as const)('counts as a map of strings does, numbers %s', (numbers) => {
    const line = fc.array(fc.constantFrom('a', 'b', '0', '1', '10', ' ', 'é'), { maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (all) => {
        const text = all.join('');
        const counted = repeatedLines(charCodes(text), { lines: all.length, numbers });
        const met = new Map<string, number>();
        let at = 0;
        for (const one of all) {
          const key = numbers === 'alike' ? one.replace(/\d+/g, '0') : one;
          expect(counted.again(at, (at += one.length))).toBe(met.get(key) ?? 0);
          met.set(key, (met.get(key) ?? 0) + 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has a place for each of many lines', () => {
    const text = Array.from({ length: 30_000 }, (_, index) => `const value_${10_000 + index} = 1;`).join('');
    const length = text.length / 30_000;
    const counted = repeatedLines(charCodes(text), { lines: 30_000, numbers: 'told apart' });
    for (const before of [0, 1])
      for (let line = 0; line < 30_000; line += 1) if (counted.again(line * length, (line + 1) * length) !== before) expect(line).toBe(-1);
  });
});
