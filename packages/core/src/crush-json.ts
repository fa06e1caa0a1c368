import { compactDocument as compactPure } from './compressors/json/compact-document.ts';
import { crushArray as crushPure, type Crushed as PureCrushed } from './compressors/json/crush-array.ts';
import { markerFacts } from './router/marker-facts.ts';
import { tokenBudget } from './router/token-budget.ts';
import { writeMarker } from './marker/index.ts';
import type { Omission } from './types/compressor.ts';
import type { CcrStore, Handle, Scope } from './types/store.ts';
import type { TokenCounter } from './types/token-counter.ts';

/** How a JSON text is to be crushed. */
export interface CrushOptions {
  /** The question that the reader will have: rows that answer it stay. @default '' */
  readonly query?: string;
  /** Multiplies how much is kept. @default 1 */
  readonly bias?: number;
  /** Tokens to keep at most, before `bias`. @default by the size of the text, as for a tool result */
  readonly budgetTokens?: number;
  readonly model?: string;
  readonly scope?: Scope;
}

/** A crushed JSON text. */
export interface Crushed {
  /** What a model would read, its marker included. */
  readonly text: string;
  readonly tokensBefore: number;
  readonly tokensAfter: number;
  readonly fidelity: 'unchanged' | 'lossless' | 'reversible';
  /** What the text leaves out; empty unless it is reversible. */
  readonly dropped: readonly Omission[];
  /** Where the original is kept, if something was left out. */
  readonly handle?: Handle;
}

/** A crushed list. */
export interface CrushedArray extends Crushed {
  /** The elements that stay, in their order, each as compact JSON with numbers as they were spelled. */
  readonly items: readonly string[];
  /** Their places in the original list. */
  readonly indexes: readonly number[];
}

/** Where the originals go and how tokens are counted. */
export interface CrushTools {
  readonly store: CcrStore;
  readonly scope: Scope;
  readonly counter: TokenCounter;
  readonly contextWindow: number;
}

/** Crushes a JSON list and keeps the original before anything that was left out goes out (I1). */
export async function crushArrayWith(json: string, options: CrushOptions, tools: CrushTools): Promise<CrushedArray> {
  const { items, indexes, ...crushed } = crushPure(json, pureOptions(json, options, tools));
  return { ...(await keepOriginal(json, crushed, tools)), items, indexes };
}

/** Makes a nested JSON document compact and keeps the original before anything that was left out goes out (I1). */
export async function compactDocumentWith(json: string, options: CrushOptions, tools: CrushTools): Promise<Crushed> {
  return keepOriginal(json, compactPure(json, pureOptions(json, options, tools)), tools);
}

function pureOptions(json: string, { query = '', bias = 1, budgetTokens }: CrushOptions, { counter, contextWindow }: CrushTools) {
  const count = (text: string): number => counter.count(text);
  const question = query.trim() === '' ? 'unknown' : 'known';
  const budget = budgetTokens ?? tokenBudget({ kind: 'json', tokensBefore: count(json), question, contextWindow, bias: 1 });
  return { query, bias, tokenBudget: budget, count };
}

async function keepOriginal(json: string, crushed: PureCrushed, { store, scope, counter }: CrushTools): Promise<Crushed> {
  const { text, tokens, fidelity, dropped, place } = crushed;
  const tokensBefore = counter.count(json);
  if (fidelity !== 'reversible') return { text, tokensBefore, tokensAfter: tokens, fidelity, dropped };
  const handle = await store.put({ scope, text: json });
  const marked = place(writeMarker({ handle, facts: markerFacts({ text, fidelity, omissions: dropped }) }));
  return { text: marked, tokensBefore, tokensAfter: counter.count(marked), fidelity, dropped, handle };
}
