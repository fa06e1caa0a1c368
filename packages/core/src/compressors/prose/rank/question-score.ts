import type { Passages } from '../read/passages.ts';
import { featureCount, readFeatures } from './features.ts';
import { weighTold } from './told-around.ts';
import { rankerWeights } from './ranker-weights.ts';

/** Scores of passages beside a question, 0 to 1; undefined where the question names nothing that the text holds. */
export function questionScores(passages: Passages, question: string, toolInput: unknown): Float64Array | undefined {
  const features = readFeatures(passages, question, toolInput);
  if (features === undefined) return undefined;
  const scores = new Float64Array(passages.count);
  for (let passage = 0; passage < scores.length; passage += 1) {
    let sum = 0;
    for (let feature = 0; feature < featureCount; feature += 1)
      sum += rankerWeights[feature]! * features[passage * featureCount + feature]!;
    scores[passage] = sum;
  }
  return weighTold(passages, scores);
}
