import { renderForm } from './form/render-form.ts';
import type { JsonDocument } from './scan/document.ts';
import { spellCompact } from './spell/spell-value.ts';
import { mostCharactersPerToken } from './select/least-tokens.ts';
import { surelyTakesMore } from './surely-takes-more.ts';

/** The smallest lossless text that was found for a document. */
export interface LosslessText {
  readonly text: string;
  readonly tokens: number;
  readonly literals: 'whole' | 'folded';
}

/** Larger forms gain nothing from being told without folding: what that needs in their headers is little beside them. */
const MOST_TOKENS_TOLD_PLAINLY = 1000;

/**
 * The smallest lossless text of a document by exact tokens: the compact form (for small ones also without folding), or compact JSON, which is neither made nor counted
 * where its words alone are more than the tokens of the form. Undefined where none is shorter in characters than what it came from, or can take `mostTokens` or fewer.
 */
export function smallestLossless(
  document: JsonDocument,
  original: string,
  count: (text: string) => number,
  mostTokens = Infinity,
): LosslessText | undefined {
  const folded = renderForm(document, 'folded');
  // Too long to fit whatever its tokens are, and compact JSON is longer: not worth counting.
  if (folded.text.length > mostTokens * mostCharactersPerToken) return undefined;
  const formed = smallestForm(document, original, folded, count);
  const rival = formed === undefined ? undefined : { tokens: formed.tokens, length: formed.text.length };
  // The original has all words and visible characters of compact JSON, but for escapes that need none.
  if (rival !== undefined && !/\\[u/]/.test(original) && surelyTakesMore(original, rival)) return formed;
  const text = compactText(document);
  if (text === undefined || text.length >= original.length || (rival !== undefined && surelyTakesMore(text, rival))) return formed;
  const tokens = count(text);
  return formed !== undefined && formed.tokens <= tokens ? formed : { text, tokens, literals: 'whole' };
}

function smallestForm(
  document: JsonDocument,
  original: string,
  rendered: RenderedForm,
  count: (text: string) => number,
): LosslessText | undefined {
  const folded = counted(rendered, original, count);
  if ((folded?.tokens ?? original.length) > MOST_TOKENS_TOLD_PLAINLY) return folded;
  const plain = counted(renderForm(document, 'plain'), original, count);
  return folded === undefined || (plain !== undefined && plain.tokens < folded.tokens) ? plain : folded;
}

type RenderedForm = ReturnType<typeof renderForm>;

function counted({ text, literals }: RenderedForm, original: string, count: (text: string) => number): LosslessText | undefined {
  return text.length < original.length ? { text, tokens: count(text), literals } : undefined;
}

/** Compact JSON with everything around it as it stood; undefined for a document in a string, whose text would need escapes again. */
function compactText({ layout, values, preamble, epilogue, inString }: JsonDocument): string | undefined {
  if (inString !== undefined) return undefined;
  return preamble + values.map(spellCompact).join(layout === 'single' ? '' : '\n') + epilogue;
}
