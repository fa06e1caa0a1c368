import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompressContext } from '../../types/compressor.ts';
import { selectUnits } from './select-units.ts';
import { lineRange, lineUnits, unitsAt, unitText } from './text-units.ts';

const count = (text: string): number => Math.ceil(text.length / 4);
const line = fc.constantFrom(
  'alpha beta gamma delta epsilon zeta eta theta iota',
  'one two three four five six seven eight nine',
  '',
  'x',
  'a,b',
);

function context(text: string, share: number): CompressContext {
  const tokensBefore = count(text);
  return { fidelity: 'reversible', tokensBefore, tokenBudget: Math.floor(tokensBefore * share), count, handleTokens: 10 };
}

describe('selectUnits', () => {
  it('I11: shows whole lines in their order, states every other one in place, and its counts add up', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 40, maxLength: 120 }),
        fc.integer({ min: 30, max: 70 }),
        fc.infiniteStream(fc.integer({ min: -1, max: 5 })),
        (lines, percent, worth) => {
          const text = lines.join('\n');
          const units = lineUnits(text);
          const scores = Float64Array.from({ length: units.count }, () => worth.next().value as number);
          const parents = Int32Array.from({ length: units.count }, (_, unit) => (unit % 7 === 3 ? unit - 2 : -1));
          const candidate = selectUnits(
            {
              units,
              unitName: 'lines',
              scores,
              parents,
              question: '',
              gap: (start, end) => `[${lineRange(units, start, end)} offloaded]`,
              facts: () => [],
            },
            context(text, percent / 100),
          );
          if (candidate === undefined) return;
          let next = 0;
          let omitted = 0;
          for (const shown of candidate.text.split('\n')) {
            const gap = /^\[lines? (\d+)(?:-(\d+))? offloaded\]$/.exec(shown);
            if (gap === null) expect(shown).toBe(lines[next++]);
            else {
              expect(Number(gap[1])).toBe(next + 1);
              omitted += Number(gap[2] ?? gap[1]) - next;
              next = Number(gap[2] ?? gap[1]);
            }
          }
          expect(next).toBe(units.count);
          expect(candidate.omissions[0]).toMatchObject({ unit: 'lines', count: omitted });
          expect(candidate.tokens).toBe(count(candidate.text));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('units', () => {
  it('are all of a text but for its breaks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', 'bc', ' '), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const units = lineUnits(text);
        const expected = text.split(/\r?\n/);
        if (expected.at(-1) === '') expected.pop();
        expect(Array.from({ length: units.count }, (_, unit) => unitText(units, unit))).toEqual(expected);
      }),
    );
  });

  it('end with CR in a text without LF', () => {
    const units = lineUnits('a\rb\r');
    expect([units.count, unitText(units, 1)]).toEqual([2, 'b']);
  });

  it('know their lines where they span several or share one', () => {
    const units = unitsAt('a\n"b\nc",d\nxy', [0, 2, 10, 11]);
    expect([lineRange(units, 0, 1), lineRange(units, 1, 2), lineRange(units, 2, 4), lineRange(units, 0, 3)]).toEqual([
      'line 1',
      'lines 2-3',
      'line 4',
      'lines 1-4',
    ]);
  });
});
