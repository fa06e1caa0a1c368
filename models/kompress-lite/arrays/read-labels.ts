import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { splitWords, type Words } from '../../../packages/kompress/src/features/split-words.ts';
import { alignKept } from './align-kept.ts';

/** A document whose sentences were labelled. */
export interface LabelledDocument {
  readonly name: string;
  readonly domain: string;
  readonly text: string;
  readonly words: Words;
  /** For each word whether it was kept. */
  readonly kept: Uint8Array;
  /** For each word whether it belongs to a sentence whose label fits; others train and measure nothing. */
  readonly labelled: Uint8Array;
  /** Index into {@link sentences} for each word. */
  readonly sentenceOf: Int32Array;
  readonly sentences: readonly string[];
  /** 0 is the test set, which nothing is chosen on and no model is trained on. */
  readonly fold: number;
}

interface Label {
  readonly id: string;
  readonly document: string;
  readonly text: string;
  readonly kept: string;
}

export const folds = 5;

/** Reads all labels of a folder; documents of a domain are dealt to the folds in turn. */
export function readLabels(folder: string): readonly LabelledDocument[] {
  return labelFiles(folder).flatMap(({ domain, labels }) => {
    const names = [...new Set(labels.map(({ document }) => document))].sort();
    return names.map((name, index) => {
      const own = labels.filter(({ document }) => document === name);
      return { ...readDocument(own), name, domain, fold: index % folds };
    });
  });
}

/** The labels of each domain as they stand in the files. */
export function labelFiles(folder: string): readonly { readonly domain: string; readonly labels: readonly Label[] }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => ({
      domain: name.replace('.jsonl', ''),
      labels: readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as Label),
    }));
}

/** Which words of a sentence a label keeps; undefined if it holds words that the sentence does not. */
export function keptWords({ text, kept }: Pick<Label, 'text' | 'kept'>): Uint8Array | undefined {
  return alignKept(wordsOf(text), wordsOf(kept));
}

function wordsOf(text: string): string[] {
  const { count, starts, ends } = splitWords(text);
  return Array.from({ length: count }, (_, word) => text.slice(starts[word], ends[word]));
}

/** Puts the sentences of a document behind each other: a turn of a dialogue begins a line. */
function readDocument(labels: readonly Label[]): Omit<LabelledDocument, 'name' | 'domain' | 'fold'> {
  const text = labels.map(({ text: sentence }, index) => gap(sentence, index) + sentence).join('');
  const words = splitWords(text);
  const kept = new Uint8Array(words.count);
  const labelled = new Uint8Array(words.count);
  const sentenceOf = new Int32Array(words.count);
  let at = 0;
  labels.forEach((label, index) => {
    const count = splitWords(label.text).count;
    const aligned = keptWords(label);
    if (aligned === undefined) console.log(`${label.id}: what is kept holds words that the sentence does not; the label is left out.`);
    else labelled.fill(1, at, at + count);
    kept.set(aligned ?? [], at);
    sentenceOf.fill(index, at, at + count);
    at += count;
  });
  if (at !== words.count) throw new Error(`The sentences of ${labels[0]?.document} split into other words together than alone.`);
  return { text, words, kept, labelled, sentenceOf, sentences: labels.map(({ id }) => id) };
}

function gap(sentence: string, index: number): string {
  if (index === 0) return '';
  return /^\p{Lu}[\w.'-]*(?: [\w.'-]+){0,2}:\s/u.test(sentence) ? '\n' : ' ';
}
