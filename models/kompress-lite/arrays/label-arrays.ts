import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFeatureReader } from '../../../packages/kompress/src/features/read-features.ts';
import type { WordRanks } from '../../../packages/kompress/src/features/vocabulary.ts';
import type { LabelledDocument } from './read-labels.ts';

/** Writes the ids of all labelled documents as 16-bit numbers, and for each word 1 (kept), 0 (dropped) or 2 (no label). */
export function writeLabelArrays(folder: string, documents: readonly LabelledDocument[], vocabulary: WordRanks): void {
  const readFeatures = createFeatureReader(vocabulary);
  const ids = documents.map(({ text, words }) => Buffer.from(Uint16Array.from(readFeatures(text, words)).buffer));
  const targets = documents.map(({ kept, labelled }) => Buffer.from(kept.map((value, word) => (labelled[word] === 1 ? value : 2))));
  writeFileSync(join(folder, 'label-features.u16'), Buffer.concat(ids));
  writeFileSync(join(folder, 'label-targets.u8'), Buffer.concat(targets));
  const description = documents.map(({ name, domain, fold, words }) => ({ name, domain, fold, words: words.count }));
  writeFileSync(join(folder, 'label-documents.json'), JSON.stringify(description));
}
