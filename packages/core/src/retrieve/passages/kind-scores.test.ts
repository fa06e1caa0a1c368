import { describe, expect, it } from 'vitest';
import { readOriginal } from '../retrieve.ts';
import { kindScores } from './kind-scores.ts';

const count = (text: string): number => Math.ceil(text.length / 4);
const bestLine = (text: string, question: string): string => {
  const lines = text.split('\n');
  const scores = kindScores(text, lines.length, question)!;
  return lines[scores.indexOf(Math.max(...scores))]!;
};

const hunks = Array.from({ length: 30 }, (_, index) => [
  `@@ -${index * 10 + 1},3 +${index * 10 + 1},4 @@`,
  ` before(${index});`,
  index === 17 ? '+export function retryLater(task) {' : `+  step(${index});`,
  ` after(${index});`,
  ` last(${index});`,
]);
const diff = ['diff --git a/src/run.js b/src/run.js', '--- a/src/run.js', '+++ b/src/run.js', ...hunks.flat(), ''].join('\n');
const search = Array.from({ length: 60 }, (_, index) =>
  index === 41
    ? 'src/queue.ts:41:export function openQueue(name: string) {'
    : `src/file${index}.ts:${index + 1}:  use(openQueue("q${index}"));`,
).join('\n');
const prose = Array.from({ length: 30 }, (_, index) =>
  index === 12
    ? 'The harbour was opened by the mayor in 1911, and ships have come to it ever since that day.'
    : `The street number ${index} is one of those that are quiet in the winter and loud in the summer of the year.`,
).join('\n\n');

describe('kindScores', () => {
  it('values lines as the compressor of their kind does', () => {
    expect(bestLine(diff, 'Which new function was added to retry?')).toBe('+export function retryLater(task) {');
    expect(bestLine(search, 'Where is openQueue defined?')).toContain('src/queue.ts:41:');
    expect(bestLine(prose, 'When was the harbour opened?')).toContain('1911');
  });

  it('has nothing to say of other kinds, and where the question names nothing', () => {
    expect(kindScores('{"a":1}', 1, 'a?')).toBeUndefined();
    expect(kindScores(prose, prose.split('\n').length, 'zebra?')).toBeUndefined();
  });

  it('is part of what an answer is chosen by', () => {
    const text = readOriginal(
      `${search}\n`.repeat(4),
      { hash: '', query: 'Where is openQueue defined?' },
      { budgetTokens: 200, count },
    ).text;
    expect(text).toContain('export function openQueue');
  });
});
