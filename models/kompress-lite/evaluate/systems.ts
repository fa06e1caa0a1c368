import { createFeatureReader } from '../../../packages/kompress/src/features/read-features.ts';
import type { WordRanks } from '../../../packages/kompress/src/features/vocabulary.ts';
import { createWindowModel } from '../../../packages/kompress/src/fallback/window-model.ts';
import type { LabelledDocument } from '../arrays/read-labels.ts';
import { trainWindow } from '../train/train-window.ts';
import { windowExamples } from '../train/window-examples.ts';
import { byFrequency, byFunctionWords, functionWordCount, isSign } from './baselines.ts';
import { measure, type Judged } from './metrics.ts';
import { openFallbackModel, openOnnxModel } from './shipped-model.ts';

/** A way to say which words stay. */
export interface System {
  readonly kind: 'everything' | 'list' | 'frequency' | 'window' | 'fallback' | 'lite';
  readonly name: string;
  readonly threshold: number;
  /** One score for each word of a document, signs included. */
  readonly score: (document: LabelledDocument) => Promise<Float64Array>;
}

/** All systems that are compared; what learns from labels learns from the documents given. */
export async function openSystems(training: readonly LabelledDocument[], vocabulary: WordRanks): Promise<readonly System[]> {
  const readFeatures = createFeatureReader(vocabulary);
  const features = ({ text, words }: LabelledDocument): Int32Array => readFeatures(text, words);
  const frequency = (document: LabelledDocument): Promise<Float64Array> => Promise.resolve(byFrequency(features(document)));
  const window = createWindowModel(trainWindow(windowExamples(training, vocabulary), { size: 65536, epochs: 4, rate: 0.05, decay: 0.003 }));
  const [fallback, lite] = [openFallbackModel(), await openOnnxModel()];
  return [
    {
      kind: 'everything',
      name: 'keep everything',
      threshold: 0.5,
      score: ({ words }) => Promise.resolve(new Float64Array(words.count).fill(1)),
    },
    {
      kind: 'list',
      name: `list of ${functionWordCount} function words`,
      threshold: 0.5,
      score: (document) => Promise.resolve(byFunctionWords(spellings(document))),
    },
    { kind: 'frequency', name: 'frequency threshold', threshold: await bestThreshold(frequency, training, vocabulary), score: frequency },
    {
      kind: 'window',
      name: 'window logistic',
      threshold: 0.5,
      score: (document) => Promise.resolve(Float64Array.from(window(features(document)))),
    },
    {
      kind: 'fallback',
      name: 'fallback (ships)',
      threshold: 0.5,
      score: async (document) => Float64Array.from(await fallback(features(document))),
    },
    {
      kind: 'lite',
      name: 'kompress-lite, int8 (ships)',
      threshold: 0.5,
      score: async (document) => Float64Array.from(await lite(features(document))),
    },
  ];
}

/** What a system says of the labelled words of documents; with signs or without. */
export async function judge(
  { score, threshold }: Pick<System, 'score' | 'threshold'>,
  documents: readonly LabelledDocument[],
  { vocabulary, signs }: { readonly vocabulary: WordRanks; readonly signs: 'with' | 'without' },
): Promise<Judged> {
  const readFeatures = createFeatureReader(vocabulary);
  const rows = await Promise.all(
    documents.map(async (document) => {
      const features = readFeatures(document.text, document.words);
      const counted = Array.from(document.kept.keys()).filter(
        (word) => document.labelled[word] === 1 && (signs === 'with' || !isSign(features, word)),
      );
      const all = await score(document);
      return { scores: Float64Array.from(counted, (word) => all[word]!), kept: Uint8Array.from(counted, (word) => document.kept[word]!) };
    }),
  );
  return { scores: rows.map(({ scores }) => scores), kept: rows.map(({ kept }) => kept), threshold };
}

function spellings({ text, words }: LabelledDocument): string[] {
  return Array.from({ length: words.count }, (_, word) => text.slice(words.starts[word], words.ends[word]));
}

/** The threshold with the best F1 of dropped words among powers of the square root of two. */
async function bestThreshold(score: System['score'], documents: readonly LabelledDocument[], vocabulary: WordRanks): Promise<number> {
  const judged = await judge({ threshold: 0, score }, documents, { vocabulary, signs: 'without' });
  const thresholds = Array.from({ length: 24 }, (_, power) => Math.SQRT2 ** (power + 2));
  const quality = thresholds.map((threshold) => measure({ ...judged, threshold }).dropF1);
  return thresholds[quality.indexOf(Math.max(...quality))]!;
}
