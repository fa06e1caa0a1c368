/** Counts tokens of a text exactly as one tokenizer would: pure, linear in the text for any input. */
export interface TokenCounter {
  /** The tokenizer, such as `o200k_base`; a stand-in says so, as in `o200k_base (for claude)`. */
  readonly name: string;
  count(text: string): number;
}
