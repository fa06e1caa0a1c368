import {
  chooseSentences,
  readPassages,
  type Candidate,
  type ChosenSentences,
  type CompressContext,
  type Compressor,
  type Omission,
  type Passages,
  type Payload,
} from '@headroom/core';
import type { ResolvedKompressOptions } from './kompress-options.ts';
import { readEligibleUnits, type EligibleUnits } from './prose/eligible-sentences.ts';
import type { ScorerChoice } from './open-scorer.ts';
import type { WordScorer } from './scoring/word-scorer.ts';
import { chooseWords } from './words/choose-words.ts';
import { markMustKeep } from './words/must-keep.ts';
import { spellWords, type SpelledWords, type WordCount } from './words/spell-words.ts';

/** Opens a model, on this thread or another. */
export type OpenScorer = (choice: ScorerChoice) => Promise<WordScorer>;

/** Makes the compressor over a way to open its model, which is opened with the first text that has words to leave out. */
export function createKompress(options: ResolvedKompressOptions, open: OpenScorer): Compressor {
  let opened: Promise<WordScorer> | undefined;
  const scorer = (): Promise<WordScorer> => {
    // A failure is not remembered: the next text may find what was missing.
    opened ??= open({ runtime: options.runtime, model: options.model }).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    name: 'kompress',
    kinds: ['prose', 'mixed'],
    replaces: ['prose'],
    compress: async (payload, context) =>
      context.fidelity === 'lossless' ? undefined : compressProse({ payload, context, options, scorer }),
  };
}

interface Work {
  readonly payload: Payload;
  readonly context: CompressContext;
  readonly options: ResolvedKompressOptions;
  readonly scorer: () => Promise<WordScorer>;
}

async function compressProse(work: Work): Promise<Candidate | undefined> {
  const { payload, context, options } = work;
  const passages = readPassages(payload.text);
  const words = await leaveOutWords(readEligibleUnits(passages), work);
  const chosen = options.sentences === 'all' ? undefined : chooseFitting(passages, words, work);
  const body = chosen?.text ?? words?.spell(0, payload.text.length) ?? payload.text;
  const counted = words?.count(chosen?.shown) ?? { left: 0, all: 0 };
  const omissions = [...(chosen?.omissions ?? []), ...wordOmission(counted.left)];
  if (omissions.length === 0) return undefined;
  const text = counted.left === 0 ? body : `${body}${body.endsWith('\n') ? '' : '\n'}${statement(counted)}`;
  const tokens = context.count(text);
  if (tokens >= context.tokensBefore) return undefined;
  return { text, fidelity: 'reversible', omissions, tokens, ...(words === undefined ? {} : { method: words.method }) };
}

interface ChosenWords {
  readonly spell: SpelledWords['spell'];
  /** Counts words in the passages that are shown; in all of them without a choice. */
  readonly count: (shown: Uint8Array | undefined) => WordCount;
  readonly method: string;
}

async function leaveOutWords(
  units: EligibleUnits | undefined,
  { payload, context, options, scorer }: Work,
): Promise<ChosenWords | undefined> {
  if (units === undefined) return undefined;
  const { method, score } = await scorer();
  const request = { text: payload.text, question: payload.question, starts: units.starts, ends: units.ends, sentences: units.ranges };
  const scores = await score(request, context.signal);
  const { spell, count } = spellWords(units, chooseWords(units, scores, markMustKeep(units), options.choice));
  return { spell, method, count: (shown) => count((sentence) => shown === undefined || shown[units.passages[sentence]!] === 1) };
}

/** Chooses the sentences that core's own compressor would choose; undefined where the text fits its budget whole. */
function chooseFitting(passages: Passages, words: ChosenWords | undefined, { payload, context }: Work): ChosenSentences | undefined {
  const budget = context.tokenBudget - context.handleTokens;
  if (budget <= 0 || context.tokenBudget >= context.tokensBefore || passages.count < 2) return undefined;
  return chooseSentences({ passages, payload, context, budget, ...(words === undefined ? {} : { spell: words.spell }) });
}

function wordOmission(count: number): readonly Omission[] {
  return count === 0 ? [] : [{ unit: 'words', count, where: '', facts: [] }];
}

/** One statement for a whole text: a sign at each gap would cost more than the word did. */
function statement({ left, all }: WordCount): string {
  return `[${left} of ${all} words offloaded throughout]`;
}
