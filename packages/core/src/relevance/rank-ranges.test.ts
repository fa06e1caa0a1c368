import { describe, expect, it } from 'vitest';
import { indexLines } from '../text/lines.ts';
import { questionTerms } from './question-terms.ts';
import { rankRanges } from './rank-ranges.ts';

function rank(
  lines: readonly string[],
  question: string,
  parents: readonly string[] = [],
  parentOf: (line: number) => number = () => -1,
): Float32Array | undefined {
  const text = lines.join('\n');
  const { count, start, end } = indexLines(text);
  return rankRanges({ text, count, start, end, terms: questionTerms(question), parents, parentOf });
}

describe('rankRanges', () => {
  it('gives 1 to the range that holds most of the question, 0 where nothing stands', () => {
    const scores = rank(['the red pod', 'a blue pod failed', 'nothing'], 'which blue pod failed?')!;
    expect([...scores].map((score) => score > 0)).toEqual([true, true, false]);
    expect(scores[1]).toBeCloseTo(1);
    expect(scores[0]).toBeLessThan(0.5);
  });

  it('lets what stands over ranges count for them, but less than their own words', () => {
    const scores = rank(['value = 1', 'value = 2', 'session value'], 'value of the session', ['src/session.ts', 'src/other.ts'], (line) =>
      line === 0 ? 0 : 1,
    )!;
    expect(scores[0]).toBeGreaterThan(scores[1]!);
    expect(scores[2]).toBeCloseTo(1);
  });

  it('has no answer where nothing is asked or found', () => {
    expect(rank(['a b c'], '')).toBeUndefined();
    expect(rank(['a b c'], 'zebra')).toBeUndefined();
  });

  it('takes time in proportion to the text', () => {
    const text = Array.from({ length: 200_000 }, (_, line) => `word${line % 97} other ${line}`);
    expect(rank(text, 'which other word17 is there')).toHaveLength(200_000);
  });
});
