import type { Candidate, CompressContext, Compressor } from '../types/compressor.ts';
import type { ContentKind } from '../types/content-kind.ts';

/** How a test asks a compressor, without a router around it. */
export interface Asked {
  readonly kind: ContentKind;
  readonly question?: string;
  readonly fidelity?: CompressContext['fidelity'];
  /** Tokens, or instead of them the share of the text's own. */
  readonly budget?: number;
  readonly share?: number;
  /** Of the plain counter that stands for a tokenizer. */
  readonly charactersPerToken?: number;
}

/** Compresses a text by one compressor alone. */
export function compressAlone(
  compressor: Compressor,
  text: string,
  { kind, question = '', fidelity = 'reversible', budget, share = 0.25, charactersPerToken = 4 }: Asked,
): Candidate | undefined {
  const count = (part: string): number => Math.ceil(part.length / charactersPerToken);
  const tokensBefore = count(text);
  const tokenBudget = budget ?? Math.floor(tokensBefore * share);
  return compressor.compress({ text, kind, question }, { fidelity, tokensBefore, tokenBudget, count, handleTokens: 12 }) as
    | Candidate
    | undefined;
}
