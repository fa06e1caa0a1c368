import type { Omission } from '../../types/compressor.ts';
import { Excerpt } from './model.ts';
import type { JsonDocument } from './scan/document.ts';
import { charactersLeftOut, excerptOf, type Relevance } from './select/excerpt.ts';
import { excerptText } from './spell/spell-value.ts';

/** How the text around a document is to be shortened. */
export interface SurroundingsOptions {
  readonly tokenBudget: number;
  readonly relevance: Relevance | undefined;
}

// Text around a document gets this share of the budget, before and behind together, at about four characters a token.
const shareOfBudget = 0.3;
const charactersPerToken = 4;

/** Cuts long text before and behind a document to an excerpt that states its cuts; short text stays as it is. */
export function reduceSurroundings(
  document: JsonDocument,
  { tokenBudget, relevance }: SurroundingsOptions,
): { readonly document: JsonDocument; readonly omissions: readonly Omission[] } {
  const length = document.preamble.length + document.epilogue.length;
  const limit = Math.max(400, tokenBudget * charactersPerToken * shareOfBudget);
  if (length <= limit) return { document, omissions: [] };
  const omissions: Omission[] = [];
  const cut = (text: string, where: string): string => {
    const shown = excerptOf(text, { limit: Math.max(120, (limit * text.length) / length), relevance });
    if (!(shown instanceof Excerpt)) return text;
    omissions.push({ unit: 'characters', count: charactersLeftOut(shown), where, facts: [] });
    return excerptText(shown);
  };
  return {
    document: {
      ...document,
      preamble: cut(document.preamble, 'text before the JSON'),
      epilogue: cut(document.epilogue, 'text behind the JSON'),
    },
    omissions,
  };
}
