import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFeatureReader } from '../../../packages/kompress/src/features/read-features.ts';
import { writeResults } from '../../../test/figures/write-results.ts';
import type { LabelledDocument } from '../arrays/read-labels.ts';
import { openOnnxModel, openVocabulary } from './shipped-model.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** The most that a probability may differ on average between what was trained and what ships. */
const allowed = 0.005;

/**
 * Compares what ships (8 bits, ONNX runtime, windows) with what was trained (32 bits, PyTorch, whole documents), and writes docs/results/kompress-parity.json and .md.
 *
 * @throws Error if they differ by more than rounding explains.
 */
export async function compareWithTorch(folder: string, documents: readonly LabelledDocument[]): Promise<void> {
  const bytes = readFileSync(join(folder, 'torch-keep.f32'));
  const expected = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const [model, readFeatures] = [await openOnnxModel(), createFeatureReader(openVocabulary())];
  let [at, sum, greatest, other] = [0, 0, 0, 0];
  for (const { text, words } of documents) {
    for (const keep of await model(readFeatures(text, words))) {
      const difference = Math.abs(keep - expected[at]!);
      sum += difference;
      greatest = Math.max(greatest, difference);
      if (keep >= 0.5 !== expected[at]! >= 0.5) other += 1;
      at += 1;
    }
  }
  const figures = { words: at, meanDifference: sum / at, greatestDifference: greatest, otherDecisions: other / at };
  const markdown = [
    '# What ships against what was trained',
    '',
    `Written by \`node models/kompress-lite/main.ts\` (step ship): over the ${at} words and signs of all labelled documents the probabilities of the 8-bit model in the ONNX runtime differ by`,
    `${figures.meanDifference.toFixed(5)} on average and at most ${greatest.toFixed(3)} from those of the trained 32-bit one in PyTorch; ${(100 * figures.otherDecisions).toFixed(2)} % of the decisions at 0.5 are other ones.`,
    '',
  ].join('\n');
  console.log(markdown);
  if (!(figures.meanDifference < allowed) || at !== expected.length) throw new Error('What would ship is not what was trained.');
  writeResults(root, 'kompress-parity', { figures, markdown });
}
