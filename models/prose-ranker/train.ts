// Trains rankers of passages and measures them against the weights that ship, split by document: node models/prose-ranker/train.ts
// Writes docs/results/prose-ranker.json (with the trained weights) and .md. The same corpus and the same features give the same figures.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { featureCount, featureNames } from '../../packages/core/src/compressors/prose/rank/features.ts';
import { rankerWeights } from '../../packages/core/src/compressors/prose/rank/ranker-weights.ts';
import { markdownTable, percent } from '../../test/figures/markdown-table.ts';
import { writeResults } from '../../test/figures/write-results.ts';
import { readExamples, type Example } from './examples.ts';
import { hiddenModel, linearModel, train, type Model } from './models.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folds = 6;
const budgets = [0.03, 0.06, 0.12];
const seed = 20261121;

interface Score {
  readonly reciprocalRank: number;
  readonly found: readonly number[];
}

interface Maker {
  readonly name: string;
  readonly make: () => Model;
  readonly pull: number;
  readonly steps: number;
}

const makers: readonly Maker[] = [
  { name: 'set by hand (shipped)', make: () => linearModel(rankerWeights), pull: 0, steps: 0 },
  { name: 'linear, held near', make: () => linearModel(rankerWeights), pull: 0.3, steps: 400 },
  { name: 'linear, free', make: () => linearModel(rankerWeights), pull: 0.01, steps: 400 },
  { name: 'linear and six hidden units', make: () => hiddenModel(rankerWeights, 6, seededRandom(seed)), pull: 0.05, steps: 300 },
];
const rate = 0.02;

const examples = readExamples(root);
if (examples === undefined) console.log('The development corpus is absent (no ../shared beside the repository): nothing to train on.');
else main(examples);

function main(all: readonly Example[]): void {
  const rows = makers.map((maker) => ({ name: maker.name, ...meanScore(crossValidate(maker, all)) }));
  const documents = new Set(all.map(({ document }) => document)).size;
  const table = markdownTable(
    ['ranker', 'reciprocal rank', ...budgets.map((share) => `found in ${percent(share)}`)],
    rows.map(({ name, reciprocalRank, found }) => [name, percent(reciprocalRank), ...found.map(percent)]),
  );
  console.log(table);
  const markdown = [
    '# Rankers of passages',
    '',
    `Written by \`node models/prose-ranker/train.ts\`: ${all.length} questions over ${documents} documents, ${folds} folds split by document, in percent: the mean reciprocal rank of the best`,
    'passage that answers, and for how many questions one stands in the given shares of the characters.',
    '',
    table,
    '',
  ].join('\n');
  writeResults(root, 'prose-ranker', { figures: { questions: all.length, documents, rows, trained: trainedWeights(all) }, markdown });
}

/** Each question is scored by a model that saw no question over its document. */
function crossValidate({ make, pull, steps }: Maker, all: readonly Example[]): readonly Score[] {
  return Array.from({ length: folds }, (_, fold) => {
    const model = make();
    const [seen, unseen] = [
      all.filter(({ document }) => foldOf(document) !== fold),
      all.filter(({ document }) => foldOf(document) === fold),
    ];
    if (steps > 0) train(model, seen, { steps, rate, pull });
    return unseen.map((example) => scoreExample(model, example));
  }).flat();
}

function meanScore(scores: readonly Score[]): Score {
  const mean = (of: (score: Score) => number): number => scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  return {
    reciprocalRank: mean(({ reciprocalRank }) => reciprocalRank),
    found: budgets.map((_, index) => mean(({ found }) => found[index]!)),
  };
}

/** What the linear model learns from all questions. */
function trainedWeights(all: readonly Example[]): Readonly<Record<string, number>> {
  const model = linearModel(rankerWeights);
  train(model, all, { steps: 400, rate, pull: 0.3 });
  return Object.fromEntries(featureNames.map((name, index) => [name, Number(model.parameters[index]!.toFixed(3))]));
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
