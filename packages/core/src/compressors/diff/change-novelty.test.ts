import { describe, expect, it } from 'vitest';
import { changeNovelty } from './change-novelty.ts';
import { readDiff } from './read-diff.ts';

const novelty = (...lines: readonly string[]): Float32Array => {
  const head = ['diff --git a/a.js b/a.js', '--- a/a.js', '+++ b/a.js', `@@ -1,${lines.length} +1,${lines.length} @@`];
  return changeNovelty(readDiff([...head, ...lines].join('\n'))!).slice(4);
};

describe('changeNovelty', () => {
  it('takes the same letters in another layout for no change of meaning', () => {
    const [context, removed, ...added] = novelty(
      ' function run() {',
      "-  throw new Error('only one can be variadic');",
      '+  throw new Error(',
      "+    'only one can be variadic',",
      '+  );',
      ' }',
    );
    expect(context).toBe(1);
    expect(removed).toBeLessThan(0.3);
    for (const factor of added.slice(0, 3)) expect(factor).toBe(removed);
  });

  it('raises lines that bring names of their own, once each, above those that move known ones', () => {
    const [, known, fresh, again, gone] = novelty(
      ' open(path)',
      '+open(path, 1)',
      '+describeLedger(path)',
      '+describeLedger(path, 2)',
      '-forgetLedger(path)',
    );
    expect(fresh).toBeGreaterThan(1);
    expect(gone).toBe(fresh);
    expect(again).toBe(known);
    expect(known).toBeLessThan(1);
  });

  it('does not take a change of one letter for a layout', () => {
    for (const factor of novelty('-limit = 10', '+limit = 20').slice(0, 2)) expect(factor).toBeGreaterThan(0.5);
  });
});
