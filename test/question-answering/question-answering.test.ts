import { describe, expect, it } from 'vitest';
import { root } from '../structure/source-tree.ts';
import { findQuestions, readQuestions } from './cases.ts';
import { scoreAnswers, withBm25, withProseCompressor } from './measure.ts';

const folder = findQuestions(root);
if (folder === undefined)
  console.log('The questions are absent (no ../shared beside the repository): the floor of answers that stand is not tested.');

describe('five joined paragraphs at a third of their words', () => {
  it.skipIf(folder === undefined)('keep the answer of nearly every question, and more answers than BM25 at the same size', () => {
    const cases = [0, 2, 4].flatMap((variant) => readQuestions(folder!, variant));
    const ours = scoreAnswers(cases, withProseCompressor, 1 / 3);
    expect(ours.cases).toBeGreaterThan(200);
    expect(ours.kept).toBeLessThanOrEqual(0.334);
    expect(ours.answered, ours.missing.join('\n')).toBeGreaterThanOrEqual(0.975);
    expect(ours.answered).toBeGreaterThanOrEqual(scoreAnswers(cases, withBm25, 1 / 3).answered);
  });
});
