import { featureCount } from '../../../packages/kompress/src/features/feature-layout.ts';
import { keyCount, readWindowKeys } from '../../../packages/kompress/src/fallback/window-keys.ts';
import type { WindowWeights } from '../../../packages/kompress/src/fallback/window-model.ts';

/** Words with what the model should say of them: 0 to 1, or below 0 where nothing is known. */
export interface WindowExample {
  readonly features: Int32Array;
  readonly targets: Float32Array;
  /** What an error on this text counts. */
  readonly weight: number;
}

/** How training goes. */
export interface WindowTraining {
  readonly size: number;
  readonly epochs: number;
  readonly rate: number;
  /** How strongly weights are drawn to nothing at each step that touches them. */
  readonly decay: number;
}

/** Trains logistic regression over hashed windows by AdaGrad, texts in their order: no chance. */
export function trainWindow(examples: readonly WindowExample[], { size, epochs, rate, decay }: WindowTraining): WindowWeights {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-3);
  const keys = new Int32Array(keyCount);
  let bias = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { features, targets, weight } of examples) {
      for (let word = 0; word < features.length / featureCount; word += 1) {
        if (targets[word]! < 0) continue;
        readWindowKeys(features, word, { keys, size });
        let sum = bias;
        for (let key = 0; key < keyCount; key += 1) sum += weights[keys[key]!]!;
        const error = weight * (1 / (1 + Math.exp(-sum)) - targets[word]!);
        bias -= 0.002 * error;
        for (let key = 0; key < keyCount; key += 1) {
          const at = keys[key]!;
          const slope = error + decay * weights[at]!;
          squares[at]! += slope * slope;
          weights[at]! -= (rate * slope) / Math.sqrt(squares[at]!);
        }
      }
    }
  }
  return quantise(weights, bias);
}

function quantise(weights: Float64Array, bias: number): WindowWeights {
  const greatest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
  const scale = Math.fround(greatest / 127);
  return { bias: Math.fround(bias), scale, table: Int8Array.from(weights, (weight) => Math.round(weight / scale)) };
}
