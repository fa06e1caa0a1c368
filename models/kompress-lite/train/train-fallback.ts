import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWindowWeights } from '../../../packages/kompress/src/fallback/window-model.ts';
import type { LabelledDocument } from '../arrays/read-labels.ts';
import { openVocabulary, weightsFolder } from '../evaluate/shipped-model.ts';
import type { SoftDocument } from './soft-labels.ts';
import { trainWindow, type WindowExample } from './train-window.ts';
import { windowExamples } from './window-examples.ts';

/** How often labels are seen for each time that what teachers say is. */
const repeats = 3;

/** Trains the fallback on labels and on what teachers say of other text, and writes its weights. */
export function trainFallback(labelled: readonly LabelledDocument[], soft: readonly SoftDocument[]): void {
  writeFileSync(join(weightsFolder, 'fallback.bin'), writeWindowWeights(trainWindow(fallbackExamples(labelled, soft), fallbackTraining)));
}

export const fallbackTraining = { size: 131_072, epochs: 3, rate: 0.03, decay: 0.001 };

/** Labels and soft labels in an even mixture. */
export function fallbackExamples(labelled: readonly LabelledDocument[], soft: readonly SoftDocument[]): readonly WindowExample[] {
  const examples = windowExamples(labelled, openVocabulary());
  const opinions = soft.map(({ features, keep }) => ({ features, targets: keep, weight: 1 }));
  const all = Array.from({ length: repeats }, () => examples).flat();
  const order = all.map((example, index) => ({ example, place: index / all.length }));
  const others = opinions.map((example, index) => ({ example, place: index / opinions.length }));
  return [...order, ...others].sort((a, b) => a.place - b.place).map(({ example }) => example);
}
