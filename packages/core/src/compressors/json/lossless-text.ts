import { renderForm } from './form/render-form.ts';
import type { JsonDocument } from './scan/document.ts';
import { spellCompact } from './spell/spell-value.ts';
import { surelyTakesMore } from './surely-takes-more.ts';

/** The smallest lossless text that was found for a document. */
export interface LosslessText {
  readonly text: string;
  readonly tokens: number;
  readonly literals: 'whole' | 'folded';
}

/**
 * The smallest lossless text of a document by exact tokens: the compact form, or compact JSON, which is neither made nor counted where its words alone are more
 * than the tokens of the form. Undefined where neither is shorter in characters than what it came from.
 */
export function smallestLossless(document: JsonDocument, original: string, count: (text: string) => number): LosslessText | undefined {
  const { text: form, literals } = renderForm(document);
  const formed: LosslessText | undefined = form.length < original.length ? { text: form, tokens: count(form), literals } : undefined;
  const rival = formed === undefined ? undefined : { tokens: formed.tokens, length: form.length };
  // The original has all words and visible characters of compact JSON, but for escapes that need none.
  if (rival !== undefined && !/\\[u/]/.test(original) && surelyTakesMore(original, rival)) return formed;
  const text = compactText(document);
  if (text === undefined || text.length >= original.length || (rival !== undefined && surelyTakesMore(text, rival))) return formed;
  const tokens = count(text);
  return formed !== undefined && formed.tokens <= tokens ? formed : { text, tokens, literals: 'whole' };
}

/** Compact JSON with everything around it as it stood; undefined for a document in a string, whose text would need escapes again. */
function compactText({ layout, values, preamble, epilogue, inString }: JsonDocument): string | undefined {
  if (inString !== undefined) return undefined;
  return preamble + values.map(spellCompact).join(layout === 'single' ? '' : '\n') + epilogue;
}
