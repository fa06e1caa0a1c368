import { createKompress } from '../../../packages/kompress/src/create-kompress.ts';
import { resolveKompressOptions, type KompressOptions } from '../../../packages/kompress/src/kompress-options.ts';
import { openScorer } from '../../../packages/kompress/src/open-scorer.ts';
import { splitSentences } from '../../../packages/core/src/compressors/prose/read/sentences.ts';
import { createFeatureReader } from '../../../packages/kompress/src/features/read-features.ts';
import type { KeepModel } from '../../../packages/kompress/src/lite/keep-model.ts';
import { splitWords } from '../../../packages/kompress/src/features/split-words.ts';
import { wordBudget } from '../../../test/question-answering/measure.ts';
import { byFunctionWords } from '../evaluate/baselines.ts';
import { openVocabulary } from '../evaluate/shipped-model.ts';

/** A way to shorten a text to about a share of its words. */
export type Shorten = (text: string, share: number) => Promise<string> | string;

/** The same where the question is known. */
export type ShortenFor = (text: string, question: string, share: number) => Promise<string> | string;

const word = /\S+/g;

/** The beginning of the text. */
export function truncate(text: string, share: number): string {
  const words = text.match(word) ?? [];
  return words.slice(0, Math.round(words.length * share)).join(' ');
}

/** How rare each word is among the texts that are measured. */
export interface Rarity {
  of(word: string): number;
}

/** Counts in how many texts each word stands. */
export function countRarity(texts: readonly string[]): Rarity {
  const counts = new Map<string, number>();
  for (const text of texts) for (const form of new Set(text.match(word)?.map(plain))) counts.set(form, (counts.get(form) ?? 0) + 1);
  return { of: (spelling) => Math.log(texts.length / (counts.get(plain(spelling)) ?? 1)) };
}

function plain(spelling: string): string {
  return spelling.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** The rarest words, in their order. */
export function rarestWords(rarity: Rarity): Shorten {
  return (text, share) => {
    const words = text.match(word) ?? [];
    return best(
      words,
      words.map((spelling) => rarity.of(spelling)),
      Math.round(words.length * share),
    ).join(' ');
  };
}

function best(words: readonly string[], scores: readonly number[], count: number): readonly string[] {
  const order = words.map((_, index) => index).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const kept = new Set(order.slice(0, count));
  return words.filter((_, index) => kept.has(index));
}

/** Whole sentences nearest to the middle of the text by weights of rarity and frequency, from the best down until the words are full. */
export function centralSentences(rarity: Rarity): Shorten {
  return (text, share) => {
    const starts = splitSentences(text, 0, text.length);
    const sentences = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
    const vectors = sentences.map((sentence) => vectorOf(sentence, rarity));
    const middle = vectorOf(text, rarity);
    const scores = vectors.map((vector) => similarity(vector, middle));
    const kept = new Set<number>();
    let left = (text.match(word) ?? []).length * share;
    for (const index of scores.map((_, at) => at).sort((a, b) => scores[b]! - scores[a]! || a - b)) {
      const length = (sentences[index]!.match(word) ?? []).length;
      if (length > left) continue;
      left -= length;
      kept.add(index);
    }
    return sentences.filter((_, index) => kept.has(index)).join('');
  };
}

function vectorOf(text: string, rarity: Rarity): Map<string, number> {
  const vector = new Map<string, number>();
  for (const spelling of text.match(word) ?? []) vector.set(plain(spelling), (vector.get(plain(spelling)) ?? 0) + rarity.of(spelling));
  return vector;
}

function similarity(one: ReadonlyMap<string, number>, two: ReadonlyMap<string, number>): number {
  let [product, length] = [0, 0];
  for (const [form, weight] of one) {
    product += weight * (two.get(form) ?? 0);
    length += weight * weight;
  }
  return product / (Math.sqrt(length) || 1);
}

/** Without the words of the list of function words. */
export function withoutFunctionWords(text: string): string {
  const words = text.match(word) ?? [];
  const keep = byFunctionWords(words);
  return words.filter((_, index) => keep[index] === 1).join(' ');
}

/** The words that a model holds to be needed most, without any rule, in their order. */
export function mostNeededWords(model: KeepModel): Shorten {
  const readFeatures = createFeatureReader(openVocabulary());
  return async (text, share) => {
    const inner = splitWords(text);
    const keep = await model(readFeatures(text, inner));
    const words = [...text.matchAll(word)];
    let at = 0;
    const scores = words.map(({ index, 0: spelling }) => {
      let score = 0;
      for (; at < inner.count && inner.starts[at]! < index + spelling.length; at += 1) {
        if (/[\p{L}\p{N}]/u.test(text[inner.starts[at]!]!)) score = Math.max(score, keep[at]!);
      }
      return score;
    });
    return best(
      words.map(([spelling]) => spelling),
      scores,
      Math.round(words.length * share),
    ).join(' ');
  };
}

/** The compressor as users get it with a budget: sentences by the question first, then words. */
export function chooseByQuestion(options: KompressOptions): ShortenFor {
  const compressor = createKompress(resolveKompressOptions(options), openScorer);
  return async (text, question, share) => {
    return (await compressor.compress({ text, kind: 'prose', question }, wordBudget(text, share)))?.text ?? text;
  };
}

/** The compressor as users get it, all sentences kept; words under a rule stay outside the share. */
export function leaveOutWords(options: KompressOptions): (text: string, count: (text: string) => number) => Promise<string> {
  const compressor = createKompress(resolveKompressOptions({ sentences: 'all', ...options }), openScorer);
  return async (text, count) => {
    const tokens = count(text);
    const context = { fidelity: 'reversible', tokensBefore: tokens, tokenBudget: tokens, count, handleTokens: 0 } as const;
    const candidate = await compressor.compress({ text, kind: 'prose', question: '' }, context);
    return candidate?.text ?? text;
  };
}
