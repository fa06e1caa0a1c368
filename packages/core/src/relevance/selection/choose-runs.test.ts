import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../types/compressor.ts';
import { chooseRuns } from './choose-runs.ts';
import { renderUnits } from './render-units.ts';
import { selectUnits } from './select-units.ts';
import { lineRange, lineUnits, unitText } from './text-units.ts';

const count = (text: string): number => Math.ceil(text.length / 3);
const lines = Array.from({ length: 400 }, (_, line) => `row ${line} ${'of a long listing '.repeat(2 + (line % 3))}`);
const units = lineUnits(lines.join('\n'));

function choose(scores: Float64Array, parents = new Int32Array(units.count).fill(-1)): string[] {
  const fitted = chooseRuns({
    units,
    scores,
    parents,
    budget: 2000,
    count,
    render: (kept) =>
      renderUnits(units, kept, { show: (unit) => unitText(units, unit), gap: (start, end) => `[${lineRange(units, start, end)}]` }),
  });
  expect(fitted?.tokens).toBeLessThanOrEqual(2000);
  expect(fitted?.tokens).toBeGreaterThan(1700);
  return fitted?.rendered.text.split('\n') ?? [];
}

describe('chooseRuns', () => {
  it('shows one piece of a listing whose lines are worth the same', () => {
    const shown = choose(new Float64Array(units.count).fill(0.2));
    expect(shown.filter((line) => line.startsWith('['))).toHaveLength(1);
    expect(shown.slice(0, -1)).toEqual(lines.slice(0, shown.length - 1));
  });

  it('shows what is worth more wherever it stands', () => {
    const scores = new Float64Array(units.count).fill(0.2);
    scores[203] = 2;
    scores[390] = 2;
    const shown = choose(scores);
    expect(shown).toContain(lines[203]);
    expect(shown).toContain(lines[390]);
  });

  it('shows what a unit belongs to with it, and nothing where no unit is worth anything', () => {
    const scores = new Float64Array(units.count).fill(0.2);
    scores[0] = 0;
    const parents = new Int32Array(units.count).fill(0);
    parents[0] = -1;
    expect(choose(scores, parents)[0]).toBe(lines[0]);
    const none = chooseRuns({ units, scores: new Float64Array(units.count), parents, budget: 2000, count, render: () => ({ text: '' }) });
    expect(none).toBeUndefined();
  });
});

const longLine = Array.from({ length: 3000 }, (_, word) => `word${word}`).join(' ');

function selected(texts: readonly string[], tokenBudget: number): Candidate | undefined {
  const text = texts.join('\n');
  const all = lineUnits(text);
  return selectUnits(
    {
      units: all,
      unitName: 'lines',
      scores: new Float64Array(all.count).fill(1),
      parents: new Int32Array(all.count).fill(-1),
      question: '',
      gap: (start, end) => `[${lineRange(all, start, end)}]`,
      facts: () => [],
    },
    { fidelity: 'reversible', tokensBefore: count(text), tokenBudget, count, handleTokens: 10 },
  );
}

describe('selectUnits', () => {
  it('shows a long line as far as the budget goes', () => {
    const candidate = selected([longLine], 4000);
    expect(candidate?.tokens).toBeGreaterThan(3000);
    expect(candidate?.text).toContain('word2999');
  });

  it('shows no more of long lines at the price of short ones', () => {
    const short = Array.from({ length: 40 }, (_, line) => `entry ${line} of what is said beside a long line of this text`);
    const candidate = selected([longLine, ...short, longLine.toUpperCase()], 4000);
    for (const line of short) expect(candidate?.text).toContain(line);
  });
});
