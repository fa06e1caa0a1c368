import { describe, expect, it } from 'vitest';
import { librarySubject } from '../fidelity/library-subject.ts';
import { root } from '../structure/source-tree.ts';
import { findLogCorpus, readCases } from './cases.ts';
import { reduceCases } from './reduce.ts';
import { scoreCases } from './score.ts';

const corpus = findLogCorpus(root);
if (corpus === undefined) console.log('The LogDx cases are absent (no ../shared beside the repository): their floors are not tested.');

describe('logs of failed CI runs', () => {
  it.skipIf(corpus === undefined)(
    'keep nearly every critical signal in view, at 1,500 tokens each or fewer, with default settings and no question',
    async () => {
      const cases = readCases(corpus!);
      const subject = librarySubject();
      try {
        const score = scoreCases(corpus!, cases, await reduceCases(subject, cases));
        expect(score.cases).toBeGreaterThan(5);
        expect(score.criticalRecall, score.missing.join('\n')).toBeGreaterThanOrEqual(0.97);
        expect(score.strictRecall, score.missing.join('\n')).toBeGreaterThanOrEqual(0.95);
        expect(score.meanTokens).toBeLessThanOrEqual(1_500);
      } finally {
        await subject.close();
      }
    },
  );
});
