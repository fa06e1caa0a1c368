/** The least that a rewrite must save to be used at all. */
export interface MinimumSaving {
  /** Tokens, absolute. */
  readonly tokens: number;
  /** Share of the original's tokens, 0 to 1. */
  readonly share: number;
}

/**
 * Whether a rewrite saves enough to be worth a changed text (I5).
 *
 * Both figures are counted by one tokenizer over the whole text, marker included.
 */
export function savesEnough(tokensBefore: number, tokensAfter: number, minimum: MinimumSaving): boolean {
  const saved = tokensBefore - tokensAfter;
  return saved > 0 && saved >= minimum.tokens && saved >= tokensBefore * minimum.share;
}
