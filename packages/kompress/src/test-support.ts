import type { CompressContext, ContentKind, Payload } from '@headroom/core';
import type { OpenScorer } from './create-kompress.ts';
import type { ScoreRequest } from './scoring/word-scorer.ts';

/** A rough count of tokens: tests need one that is always the same, not one that is right. */
export const countRoughly = (text: string): number => Math.ceil(text.length / 4);

/** The context in which a text may keep a share of its tokens. */
export function contextFor(text: string, share = 1): CompressContext {
  const tokensBefore = countRoughly(text);
  return { fidelity: 'reversible', tokensBefore, tokenBudget: Math.floor(tokensBefore * share), count: countRoughly, handleTokens: 20 };
}

export function payloadOf(text: string, question = '', kind: ContentKind = 'prose'): Payload {
  return { text, kind, question };
}

const idle = new Set(
  'a an the is are was were be been of to in on at for and that which it this very quite really there also just has have with as by from its'.split(
    ' ',
  ),
);

/** Stands in for a model: a short list of idle words, other words the surer the longer they are. */
export const openListScorer: OpenScorer = async () => ({
  method: 'a list of idle words',
  score: async (request) => scoreByList(request),
});

function scoreByList({ text, starts, ends }: ScoreRequest): Float32Array {
  return Float32Array.from(starts, (start, word) => {
    const core = text
      .slice(start, ends[word])
      .toLowerCase()
      .replace(/[^a-z]/g, '');
    return idle.has(core) ? 0.1 : Math.min(0.99, 0.5 + core.length / 40);
  });
}

/** Stands in for a model that wants nothing to stay: what stays then stays by rule. */
export const openEmptyScorer: OpenScorer = async () => ({
  method: 'nothing is needed',
  score: async ({ starts }) => new Float32Array(starts.length),
});
