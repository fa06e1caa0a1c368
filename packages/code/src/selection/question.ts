import { questionTerms, terms, type WeightedTerm } from '@headroom/core';

/** What is asked about a payload. */
export interface Question {
  readonly text: string;
  readonly toolInput: unknown;
}

/** What a word beside those of the question counts: programs name limits, checks and waits by few words, people ask for them in many. */
const impliedWeight = 0.35;

/** How people ask, and the words by which programs say it. */
const implied: readonly (readonly [asked: RegExp, words: string])[] = [
  [/\bhow (?:large|big|wide|high|tall)\b|\bsizes?\b|\btoo (?:large|big)\b/i, 'max size length limit'],
  [/\bhow long\b|\btoo long\b/i, 'max length timeout delay limit'],
  [/\bhow (?:many|often|much)\b|\bnumber of\b/i, 'max count limit'],
  [/\bhow deep\b|\bnest(?:ed|ing)\b/i, 'max depth level'],
  [/\b(?:at most|largest|maximum|longest|upper)\b/i, 'max limit'],
  [/\b(?:at least|smallest|minimum|shortest|lower)\b/i, 'min required'],
  [/\b(?:must|needs?|ha[sv]e? to|mandatory|obligatory)\b/i, 'required must'],
  [/\b(?:refuse|reject|forbid|forbidden|disallow|illegal|not allowed)/i, 'invalid cannot must unsupported'],
  [/\b(?:wrong|bad|broken|malformed|corrupt)\b/i, 'invalid'],
  [/\b(?:kinds?|sorts?)\b/i, 'type instance'],
  [/\b(?:wait|sleep|pause)/i, 'delay timeout'],
  [/\b(?:retry|retries|again|repeat)/i, 'retry attempt'],
  [/\b(?:default|unless)\b/i, 'default'],
  [/\b(?:delete|remove|clear)/i, 'delete remove'],
  [/\b(?:create|make|build|construct)/i, 'create new'],
];

/** The terms that lines are looked for by: the question's own, those of the call's input, and those that its way of asking implies. */
export function askedTerms({ text, toolInput }: Question): readonly WeightedTerm[] {
  const own = questionTerms(text, toolInput);
  if (text === '') return own;
  const known = new Set(own.map(({ term }) => term));
  const beside = new Map<string, WeightedTerm>();
  const asked = text.slice(0, 2048);
  for (const [pattern, words] of implied) {
    if (!pattern.test(asked)) continue;
    for (const term of terms(words)) if (!known.has(term)) beside.set(term, { term, weight: impliedWeight });
  }
  return [...own, ...beside.values()];
}
