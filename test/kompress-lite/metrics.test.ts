import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measure } from '../../models/kompress-lite/evaluate/metrics.ts';

const words = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), { minLength: 1, maxLength: 20 });

describe('measures of kept words', () => {
  it('are those of counting by hand, however documents are counted again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 4 }), (documents) => {
        const judged = {
          scores: documents.map(([own]) => Float64Array.from(own, ([score]) => score)),
          kept: documents.map(([own]) => Uint8Array.from(own, ([, keep]) => (keep ? 1 : 0))),
          threshold: 3,
        };
        const all = documents.flatMap(([own, times]) => Array.from({ length: times }, () => own).flat());
        const keeps = all.filter(([, keep]) => keep).map(([score]) => score);
        const drops = all.filter(([, keep]) => !keep).map(([score]) => score);
        fc.pre(keeps.length > 0 && drops.length > 0);
        const found = measure(
          judged,
          documents.map(([, times]) => times),
        );
        const pairs = keeps.flatMap((keep) => drops.map((drop) => (keep > drop ? 1 : keep === drop ? 0.5 : 0)));
        expect(found.auc).toBeCloseTo(pairs.reduce<number>((sum, pair) => sum + pair, 0) / pairs.length, 9);
        const right = drops.filter((score) => score < 3).length;
        const wrong = keeps.filter((score) => score < 3).length;
        expect(found.dropF1).toBeCloseTo((2 * right) / (right + wrong + drops.length), 9);
        expect(found.accuracy).toBeCloseTo((right + keeps.length - wrong) / all.length, 9);
        expect(found.keeps).toBeCloseTo(1 - (right + wrong) / all.length, 9);
      }),
    );
  });
});
