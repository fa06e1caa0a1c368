import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFeatureReader } from '../../../packages/kompress/src/features/read-features.ts';
import { splitWords } from '../../../packages/kompress/src/features/split-words.ts';
import { openOnnxModel, openVocabulary } from '../evaluate/shipped-model.ts';

/** A text that nobody labelled, with what teachers say of its words. */
export interface SoftDocument {
  readonly name: string;
  readonly features: Int32Array;
  /** Mean probability over the teachers. */
  readonly keep: Float32Array;
}

const wordsOfEach = 300;

/** Has teachers say what they think of a sample of the text that words were learnt from: the beginning of every third document. */
export async function labelSoftly(folder: string, teachers: readonly string[]): Promise<readonly SoftDocument[]> {
  const readFeatures = createFeatureReader(openVocabulary());
  const models = await Promise.all(teachers.map((path) => openOnnxModel(path)));
  const documents: SoftDocument[] = [];
  for (const [index, text] of readTexts(folder).entries()) {
    if (index % 3 !== 0) continue;
    const start = beginning(text);
    const features = readFeatures(start, splitWords(start));
    const said: Float32Array[] = [];
    for (const model of models) said.push(await model(features));
    documents.push({ name: `soft-${index}`, features, keep: said[0]!.map((_, word) => mean(said.map((keep) => keep[word]!))) });
  }
  return documents;
}

/** All documents that were collected. */
export function readTexts(folder: string): readonly string[] {
  const lines = readFileSync(join(folder, 'text.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => (JSON.parse(line) as { readonly text: string }).text);
}

/** Whole paragraphs until there are enough words. */
function beginning(text: string): string {
  const paragraphs = text.split('\n\n');
  let words = 0;
  const last = paragraphs.findIndex((paragraph) => (words += paragraph.split(' ').length) >= wordsOfEach);
  return paragraphs.slice(0, last < 0 ? paragraphs.length : last + 1).join(' ');
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Writes soft labels as the trainer reads labels: thousandths for targets. */
export function writeSoftArrays(folder: string, documents: readonly SoftDocument[]): void {
  writeFileSync(join(folder, 'soft-features.u16'), Buffer.concat(documents.map(({ features }) => bytesOf(Uint16Array.from(features)))));
  const targets = documents.map(({ keep }) => bytesOf(Uint16Array.from(keep, (value) => Math.round(1000 * value))));
  writeFileSync(join(folder, 'soft-targets.u16'), Buffer.concat(targets));
  writeFileSync(join(folder, 'soft-documents.json'), JSON.stringify(documents.map(({ name, keep }) => ({ name, words: keep.length }))));
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint16Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
