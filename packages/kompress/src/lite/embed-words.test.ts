import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureCount, featureTableSize } from '../features/feature-layout.ts';
import { createEmbedder } from './embed-words.ts';

const width = 3;
const table = {
  width,
  scales: Float32Array.from({ length: featureTableSize }, (_, id) => 0.01 + (id % 7) / 300),
  values: Int8Array.from({ length: featureTableSize * width }, (_, at) => (at * 31) % 251),
};

/** The sum of a word's rows, two halves of four, in 32 bits as the table of the trained network is added. */
function sumOf(ids: ArrayLike<number>, column: number): number {
  const rows = Array.from(ids, (id) => Math.fround(table.values[id * width + column]! * table.scales[id]!));
  const [form, place] = [rows.slice(0, 4), rows.slice(4)].map((half) => half.reduce((sum, row) => Math.fround(sum + row)));
  return Math.fround(form! + place!);
}

describe('sums of what features mean', () => {
  it('stand word after word over all windows, and do not depend on what was added before', () => {
    const embed = createEmbedder(table);
    const id = fc.nat(featureTableSize - 1);
    const words = fc.array(fc.tuple(id, id, id, id, id, id, id, id), { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(words, (all) => {
        const features = Int32Array.from(all.flat());
        const length = all.length - 2;
        const windows = [0, 2].map((from) => ({ from, to: from + length, scoredFrom: from, scoredTo: from + length }));
        const expected = Array.from({ length }, (_, word) =>
          windows.map(({ from }) => {
            const ids = features.subarray((from + word) * featureCount, (from + word + 1) * featureCount);
            return Array.from({ length: width }, (__, column) => sumOf(ids, column));
          }),
        );
        expect(Array.from(embed(features, windows))).toEqual(expected.flat(2));
        expect(embed(features, windows)).toEqual(createEmbedder(table)(features, windows));
      }),
    );
  });
});
