import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { featureCount, featureTableSize, layout } from '../../../packages/kompress/src/features/feature-layout.ts';
import { createFeatureReader } from '../../../packages/kompress/src/features/read-features.ts';
import type { WordRanks } from '../../../packages/kompress/src/features/vocabulary.ts';
import { splitWords } from '../../../packages/kompress/src/features/split-words.ts';

/** Writes the ids of all texts one behind the other as 16-bit numbers, where each text begins, and what the trainer must know about them. */
export function writeTextArrays(folder: string, texts: readonly string[], vocabulary: WordRanks): void {
  const readFeatures = createFeatureReader(vocabulary);
  const file = openSync(join(folder, 'text-features.u16'), 'w');
  const begins: number[] = [];
  let words = 0;
  for (const text of texts) {
    const split = splitWords(text);
    begins.push(words);
    words += split.count;
    writeSync(file, Uint16Array.from(readFeatures(text, split)));
  }
  closeSync(file);
  const description = { words, featureCount, featureTableSize, vocabulary: layout.vocabulary, begins };
  writeFileSync(join(folder, 'text-features.json'), JSON.stringify(description));
}
