import { renderForm } from './form/render-form.ts';
import type { JsonDocument } from './scan/document.ts';
import { spellCompact } from './spell/spell-value.ts';

/** The smallest lossless text that was found for a document. */
export interface LosslessText {
  readonly text: string;
  readonly tokens: number;
  readonly literals: 'whole' | 'folded';
}

// Two texts whose lengths differ by more than this differ in tokens the same way: only close ones are both counted.
const closeLengths = 0.85;
const formFarAhead = 0.45;

/**
 * The smallest lossless text of a document by exact tokens: the compact form, or compact JSON. Undefined where neither is shorter in characters than
 * what it came from, which is found out without counting.
 */
export function smallestLossless(document: JsonDocument, original: string, count: (text: string) => number): LosslessText | undefined {
  const form = renderForm(document);
  // A form that is far shorter than the original is far shorter than compact JSON too, but for very deep indentation.
  const compact = form.text.length < original.length * formFarAhead ? undefined : compactText(document);
  const texts = [
    { text: form.text, literals: form.literals },
    ...(compact === undefined ? [] : [{ text: compact, literals: 'whole' as const }]),
  ];
  const shortest = Math.min(...texts.map(({ text }) => text.length));
  let best: LosslessText | undefined;
  for (const { text, literals } of texts) {
    if (text.length >= original.length || text.length * closeLengths > shortest) continue;
    const tokens = count(text);
    if (best === undefined || tokens < best.tokens) best = { text, tokens, literals };
  }
  return best;
}

/** Compact JSON with everything around it as it stood; undefined for a document in a string, whose text would need escapes again. */
function compactText({ layout, values, preamble, epilogue, inString }: JsonDocument): string | undefined {
  if (inString !== undefined) return undefined;
  return preamble + values.map(spellCompact).join(layout === 'single' ? '' : '\n') + epilogue;
}
