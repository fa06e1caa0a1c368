import { proseCompressor } from '../../packages/core/src/compressors/prose/prose-compressor.ts';
import { splitSentences } from '../../packages/core/src/compressors/prose/read/sentences.ts';
import { createBm25 } from '../../packages/core/src/relevance/bm25.ts';
import { questionTerms } from '../../packages/core/src/relevance/question-terms.ts';
import type { Candidate, CompressContext } from '../../packages/core/src/types/compressor.ts';
import { countWords, normalise, type QuestionCase } from './cases.ts';

/** A way to shorten a text to a share of its words. */
export type Shorten = (text: string, question: string, share: number) => string;

/** What stands after shortening. */
export interface AnswerScore {
  readonly cases: number;
  /** Cases whose answer still stands, 0 to 1. */
  readonly answered: number;
  /** Words kept of all words. */
  readonly kept: number;
  readonly missing: readonly string[];
}

/** What a compressor is told that has a share of a text's words for its budget, words in place of tokens. */
export function wordBudget(text: string, share: number): CompressContext {
  const words = countWords(text);
  return { fidelity: 'reversible', tokensBefore: words, tokenBudget: Math.floor(words * share), count: countWords, handleTokens: 0 };
}

/** The compressor as users get it, given words for tokens: what it says about gaps counts as words. */
export function withProseCompressor(text: string, question: string, share: number): string {
  const candidate = proseCompressor().compress({ text, kind: 'prose', question }, wordBudget(text, share)) as Candidate | undefined;
  return candidate?.text ?? text;
}

/** Whole sentences by BM25 over stems and sub-words, from the best down until the words are full; gaps are not told. */
export function withBm25(text: string, question: string, share: number): string {
  const starts = text
    .split('\n')
    .reduce<{ at: number; starts: number[] }>(
      ({ at, starts: found }, line) => ({ at: at + line.length + 1, starts: [...found, ...splitSentences(text, at, at + line.length)] }),
      { at: 0, starts: [] },
    ).starts;
  const sentences = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
  const scores = createBm25({ documents: sentences }).score(questionTerms(question));
  const kept = new Set<number>();
  let left = countWords(text) * share;
  for (const index of sentences.map((_, at) => at).sort((a, b) => scores[b]! - scores[a]! || a - b)) {
    const words = countWords(sentences[index]!);
    if (words > left) continue;
    left -= words;
    kept.add(index);
  }
  return sentences.filter((_, index) => kept.has(index)).join('');
}

/** Scores a way to shorten over all cases. */
export function scoreAnswers(cases: readonly QuestionCase[], shorten: Shorten, share: number): AnswerScore {
  const missing: string[] = [];
  let words = 0;
  let kept = 0;
  for (const { text, question, answer } of cases) {
    const short = shorten(text, question, share);
    words += countWords(text);
    kept += countWords(short);
    if (!normalise(short).includes(normalise(answer))) missing.push(`${question} (${answer})`);
  }
  return { cases: cases.length, answered: 1 - missing.length / Math.max(1, cases.length), kept: kept / Math.max(1, words), missing };
}
