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

/** What is known before a lossless text is made. */
export interface LosslessBounds {
  /** Texts that take more are not wanted. */
  readonly mostTokens?: number;
  /** Tokens of the original: what compact JSON takes can then be foreseen. */
  readonly tokensBefore?: number;
}

/** Larger forms gain nothing from being told without folding: what that needs in their headers is little beside them. */
const MOST_TOKENS_TOLD_PLAINLY = 1000;

/**
 * The smallest lossless text of a document by exact tokens: the compact form (for small ones also without folding), or compact JSON, which is neither made nor counted
 * where its words alone are more than the tokens of the form, or samples of it say so clearly. Undefined where none is shorter in characters than what it came from, or can take `mostTokens` or fewer.
 */
export function smallestLossless(
  document: JsonDocument,
  original: string,
  count: (text: string) => number,
  { mostTokens = Infinity, tokensBefore }: LosslessBounds = {},
): LosslessText | undefined {
  const folded = renderForm(document, 'folded');
  // Too long to fit whatever its tokens are, and compact JSON is longer: not worth counting.
  if (folded.text.length > mostTokens * mostCharactersPerToken) return undefined;
  const formed = smallestForm(document, original, folded, count);
  const rival = formed === undefined ? undefined : { tokens: formed.tokens, length: formed.text.length };
  if (rival !== undefined && tokensBefore !== undefined && clearlyTakesMore(original, tokensBefore, rival.tokens, count)) return formed;
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

/** Samples of a text, and how much of its tokens they may be wrong by. */
const samples = { places: 6, length: 256, shortest: 12_000, doubt: 0.15 } as const;

/** Whether compact JSON clearly takes more tokens than a form: the original does without its line ends, by samples of it. */
function clearlyTakesMore(original: string, tokensBefore: number, tokens: number, count: (text: string) => number): boolean {
  if (original.length < samples.shortest) return false;
  const step = Math.floor(original.length / samples.places);
  let before = 0;
  let after = 0;
  for (let place = 0; place < samples.places; place++) {
    const sample = original.slice(place * step, place * step + samples.length);
    // Letters that are spelled as escapes take less in the compact text.
    if (sample.includes('\\u')) return false;
    const compact = sample.replaceAll(/\n\s*/g, '').replaceAll('": ', '":');
    const taken = count(sample);
    before += taken;
    after += compact.length === sample.length ? taken : count(compact);
  }
  return (tokensBefore * after * (1 - samples.doubt)) / before > tokens;
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
