// Trains the ranker of passages and measures it against the weights set by hand, split by document: node models/prose-ranker/train.ts [--write]
// With --write the better of the two becomes packages/core/src/compressors/prose/rank/ranker-weights.ts. The same corpus gives the same weights.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { featureCount, featureNames } from '../../packages/core/src/compressors/prose/rank/features.ts';
import { readExamples, type Example } from './examples.ts';
import { handWeights } from './hand-weights.ts';
import { hiddenModel, linearModel, train, type Model } from './models.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folds = 6;
const budgets = [0.03, 0.06, 0.12];
const seed = 20261121;

interface Score {
  readonly reciprocalRank: number;
  readonly found: readonly number[];
}

const makers: readonly (readonly [name: string, make: () => Model, pull: number, steps: number])[] = [
  ['by hand', () => linearModel(handWeights), 0, 0],
  ['linear', () => linearModel(handWeights), 0.3, 400],
  ['linear, free', () => linearModel(handWeights), 0.01, 400],
  ['hidden layer', () => hiddenModel(handWeights, 6, seededRandom(seed)), 0.05, 300],
];

const examples = readExamples(root);
if (examples === undefined) console.log('The development corpus is absent (no ../shared beside the repository): nothing to train on.');
else main(examples);

function main(all: readonly Example[]): void {
  console.log(`${all.length} questions over ${new Set(all.map(({ document }) => document)).size} documents`);
  for (const [name, make, pull, steps] of makers) {
    const scores = Array.from({ length: folds }, (_, fold) => {
      const model = make();
      const inFold = ({ document }: Example): boolean => foldOf(document) === fold;
      if (steps > 0) train(model, all.filter((example) => !inFold(example)), { steps, rate: 0.02, pull });
      return all.filter(inFold).map((example) => scoreExample(model, example));
    }).flat();
    const mean = (of: (score: Score) => number): string => ((100 * scores.reduce((sum, score) => sum + of(score), 0)) / scores.length).toFixed(1);
    console.log(`${name}: reciprocal rank ${mean(({ reciprocalRank }) => reciprocalRank)}, answers found at ${budgets.join(' / ')}: ${budgets.map((_, index) => mean(({ found }) => found[index]!)).join(' / ')}`);
  }
  const model = linearModel(handWeights);
  train(model, all, { steps: 400, rate: 0.02, pull: 0.3 });
  console.log(featureNames.map((name, index) => `${name} ${model.parameters[index]!.toFixed(3)}`).join(', '));
  if (process.argv.includes('--write')) writeWeights(model.parameters);
}

/** Where the best answer stands in the ranking, and the share of answers that budgets of the characters hold. */
function scoreExample(model: Model, { features, answers, lengths }: Example): Score {
  const count = features.length / featureCount;
  const scores = Float64Array.from({ length: count }, (_, passage) => model.score(features, passage * featureCount));
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
  const rank = order.findIndex((passage) => answers.includes(passage)) + 1;
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return {
    reciprocalRank: 1 / rank,
    found: budgets.map((share) => {
      let left = whole * share;
      let found = 0;
      for (const passage of order) {
        if (lengths[passage]! > left) continue;
        left -= lengths[passage]!;
        if (answers.includes(passage)) found = 1;
      }
      return found;
    }),
  };
}

function foldOf(document: string): number {
  let hash = 7;
  for (let at = 0; at < document.length; at += 1) hash = (Math.imul(hash, 31) + document.charCodeAt(at)) >>> 0;
  return hash % folds;
}

function seededRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

function writeWeights(weights: Float64Array): void {
  const values = [...weights].map((weight) => Number(weight.toFixed(3))).join(', ');
  const text = `/** What each feature counts, in the order of \`featureNames\`; written by models/prose-ranker/train.ts. */\nexport const rankerWeights: readonly number[] = [${values}];\n`;
  writeFileSync(join(root, 'packages/core/src/compressors/prose/rank/ranker-weights.ts'), text);
}
