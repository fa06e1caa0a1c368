import type { Candidate, CompressContext, Fidelity, Payload } from '@headroom/core';
import type { ResolvedCompressorSuite } from './suite-options.ts';

/** The conditions under which every payload is compressed: what may be left out, and how much may be kept. */
export const conditions: readonly { readonly name: string; readonly fidelity: Fidelity; readonly share: number }[] = [
  { name: 'lossless', fidelity: 'lossless', share: 1 },
  { name: 'reversible, much room', fidelity: 'reversible', share: 0.6 },
  { name: 'reversible, little room', fidelity: 'reversible', share: 0.1 },
];

const handleTokens = 24;

export function contextFor(
  { count }: Pick<ResolvedCompressorSuite, 'count'>,
  payload: Payload,
  { fidelity, share }: (typeof conditions)[number],
): CompressContext {
  const tokensBefore = count(payload.text);
  return { fidelity, tokensBefore, tokenBudget: Math.max(handleTokens, Math.ceil(tokensBefore * share)), count, handleTokens };
}

/** What is wrong with a candidate by itself; empty where nothing is. */
export function faultsOf(candidate: Candidate, payload: Payload, context: CompressContext): readonly string[] {
  const faults: string[] = [];
  const tokens = context.count(candidate.text);
  if (tokens >= context.tokensBefore) faults.push(`is no smaller: ${tokens} tokens of ${context.tokensBefore}`);
  if (candidate.tokens !== undefined && candidate.tokens !== tokens)
    faults.push(`says ${candidate.tokens} tokens where ${tokens} are counted`);
  if (candidate.fidelity === 'reversible' && context.fidelity === 'lossless') faults.push('leaves something out where nothing may be');
  if (candidate.fidelity === 'lossless' && candidate.omissions.length > 0) faults.push('states omissions, and claims to be lossless');
  if (candidate.fidelity === 'reversible' && candidate.omissions.length === 0) faults.push('leaves something out, and does not state what');
  for (const { unit, count } of candidate.omissions) {
    if (!Number.isSafeInteger(count) || count <= 0 || unit.trim() === '') faults.push(`states an omission of ${count} "${unit}"`);
  }
  if (candidate.fidelity === 'lossless' && candidate.literals !== 'folded') {
    const lost = wordsOf(payload.text).find((word) => !candidate.text.includes(word));
    if (lost !== undefined) faults.push(`says that all literals stand in it, without ${JSON.stringify(lost)}`);
  }
  return faults;
}

/** Words of a text that any spelling of it must hold letter by letter; those behind a backslash may be part of an escape. At most a thousand, spread over the text. */
function wordsOf(text: string): readonly string[] {
  const words = new Set<string>();
  for (const { 0: word, index } of text.matchAll(/[A-Za-z0-9]{4,40}/g)) {
    if (text[index - 1] !== '\\' && !/[A-Za-z0-9]/.test(text[index - 1] ?? '')) words.add(word);
  }
  const every = Math.ceil(words.size / 1_000);
  return [...words].filter((_, index) => index % every === 0);
}
