import { describe, expect, it } from 'vitest';
import { indexLines } from '../../text/lines.ts';
import { readOriginal } from '../retrieve.ts';
import { sumSignals } from './line-signals.ts';
import { cutUnits } from './passage-units.ts';

const count = (text: string): number => Math.ceil(text.length / 4);
const ask = (original: string, query: string, budgetTokens = 700): string =>
  readOriginal(original, { hash: '', query }, { budgetTokens, count }).text;

/** A run whose sum stands in the middle: neither the head nor the tail shows it. */
function run(sum: string): string {
  const steps = (from: number): string[] =>
    Array.from({ length: 700 }, (_, index) => `step ${from + index} of the run took place on node n${(from + index) % 9}`);
  return [...steps(0), sum, ...steps(700)].join('\n');
}

const signals = (lines: readonly string[], question: string): readonly number[] | undefined => {
  const text = lines.join('\n');
  const found = sumSignals(text, cutUnits(text, indexLines(text)), question);
  return found === undefined ? undefined : [...found];
};

describe('lines that sum up', () => {
  it.each([
    '=== 12 failed, 340 passed in 8.11s ===',
    'Tests:       3 failed, 88 passed, 91 total',
    'Found 14 errors in 3 files',
    'ok  \texample/pkg\t0.3s',
    'BUILD SUCCESSFUL',
    'total 4096',
  ])('are found where a sum or an outcome is asked for: %s', (line) => {
    expect(signals([line, 'step 1 took place'], 'How many tests passed?')).toEqual([1, 0]);
  });

  it('are not looked for where neither is asked', () => {
    expect(signals(['12 passed'], 'Where is the cache kept?')).toBeUndefined();
  });

  it('are shown though they share no word with the question', () => {
    const original = run('=== 12 failed, 340 passed in 8.11s ===');
    expect(ask(original, 'Did it end well?')).toContain('12 failed, 340 passed');
  });
});

describe('amounts in long strings of JSON', () => {
  const idle = 'The queue keeps what it is given until somebody takes it, and it does so for everybody alike. ';
  const document = JSON.stringify({
    operations: Array.from({ length: 40 }, (_, index) => ({
      name: `Operation${index}`,
      description: `${idle.repeat(12)}${index === 23 ? 'A message may be as large as 262,144 bytes and no larger. ' : ''}${idle.repeat(12)}`,
    })),
  });

  it('are shown with the sentence that states them', () => {
    expect(ask(document, 'How large may a message be at most?', 900)).toContain('262,144 bytes');
  });
});
