import type { CompressContext, Omission, Payload } from '../../types/compressor.ts';
import { plainScores } from './rank/plain-score.ts';
import { questionScores } from './rank/question-score.ts';
import type { Passages } from './read/passages.ts';
import { choosePassages } from './show/choose-passages.ts';
import type { SpellRange } from './show/render-passages.ts';

/** What sentences are chosen from, by what, and for how much. */
export interface ChooseSentencesRequest {
  readonly passages: Passages;
  readonly payload: Payload;
  readonly context: CompressContext;
  /** Tokens that the text may take as it stands, statements of gaps included. */
  readonly budget: number;
  /** Respells runs of chosen passages, `text[start..end)`: shorter ones make room for nothing, but for a smaller text. @default as they stand in the text */
  readonly spell?: SpellRange;
}

/** A text of whole passages, each gap stated in its place. */
export interface ChosenSentences {
  readonly text: string;
  readonly tokens: number;
  /** 1 for each passage that stands in the text. */
  readonly shown: Uint8Array;
  /** Lines and sentences that are left out. */
  readonly omissions: readonly Omission[];
}

/**
 * Chooses the sentences, items, rows and lines that are worth most for a budget: by the question where there is one, by what they say that is new where there is none.
 *
 * @returns undefined where not even one fits
 */
export function chooseSentences({ passages, payload, context, budget, spell }: ChooseSentencesRequest): ChosenSentences | undefined {
  const answers = questionScores(passages, payload.question, payload.toolInput);
  const ranking = answers === undefined ? 'worth' : 'answers';
  const rendered = choosePassages({ passages, scores: answers ?? plainScores(passages), ranking, budget, context, spell });
  if (rendered === undefined) return undefined;
  const { text, tokens, shown, lines, sentences } = rendered;
  const omissions = [
    { unit: 'lines', count: lines },
    { unit: 'sentences', count: sentences },
  ].filter(({ count }) => count > 0);
  return { text, tokens, shown, omissions: omissions.map(({ unit, count }) => ({ unit, count, where: '', facts: [] })) };
}
