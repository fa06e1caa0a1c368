import { HeadroomError } from '../../errors/headroom-error.ts';
import type { Omission } from '../../types/compressor.ts';
import { smallestLossless } from './lossless-text.ts';
import type { JsonValue } from './model.ts';
import { reduceDocument } from './reduce-document.ts';
import type { JsonDocument } from './scan/document.ts';
import { readDocument } from './scan/read-document.ts';
import { isArray } from './select/collection-shape.ts';
import { spellCompact } from './spell/spell-value.ts';

/** How a JSON text is to be crushed. */
export interface CrushOptions {
  /**
   * The question that the reader will have: rows that answer it stay.
   *
   * @default ''
   */
  readonly query?: string;
  /**
   * Multiplies how much is kept.
   *
   * @default 1
   */
  readonly bias?: number;
  /** Tokens that the text may take before `bias` and without a handle. */
  readonly tokenBudget: number;
  /** Counts tokens of a text. */
  readonly count: (text: string) => number;
}

/** A crushed JSON text. */
export interface Crushed {
  /** What a model would read, without a handle. */
  readonly text: string;
  readonly tokens: number;
  readonly fidelity: 'unchanged' | 'lossless' | 'reversible';
  /** What the text leaves out; empty unless it is reversible. */
  readonly dropped: readonly Omission[];
  /** Puts a marker into the text: into a last element where the text is a JSON list, behind it otherwise. */
  readonly place: (marker: string) => string;
}

/** A crushed list. */
export interface CrushedArray extends Crushed {
  /** The elements that stay, whole, in their order, each as compact JSON with numbers as they were spelled. */
  readonly items: readonly string[];
  /** Their places in the original list. */
  readonly indexes: readonly number[];
}

/**
 * Makes a JSON list (or JSON lines) shorter: the smallest lossless form if it fits, else the rows that matter most, in their order, with all that is left out stated. Pure.
 *
 * @throws HeadroomError `invalid-input` where the text is not JSON or its root is no list, `invalid-option` where the budget or the bias is not a positive number.
 * @example
 * const { items, dropped } = crushArray(json, { query: 'failed jobs', tokenBudget: 2_000, count });
 */
export function crushArray(json: string, options: CrushOptions): CrushedArray {
  const document = read(json);
  const root = document.layout === 'single' ? (document.values[0] as JsonValue) : document.values;
  if (!isArray(root))
    throw new HeadroomError({ code: 'invalid-input', message: 'crushArray takes a JSON list; use compactDocument for objects.' });
  const { crushed, keptElements } = crush(json, document, options);
  const indexes = keptElements ?? root.map((_, index) => index);
  return { ...crushed, indexes, items: indexes.map((index) => spellCompact(root[index] as JsonValue)) };
}

/** Reads a JSON text or says what is wrong with it. */
export function read(json: string): JsonDocument {
  const document = readDocument(json);
  if (document === undefined)
    throw new HeadroomError({
      code: 'invalid-input',
      message: 'The text is no JSON document, or it is cut off or nested deeper than 500 levels.',
    });
  return document;
}

/** The smallest lossless form that fits the budget, else a reduced one, else the text as it is. */
export function crush(
  json: string,
  document: JsonDocument,
  { query = '', bias = 1, tokenBudget, count }: CrushOptions,
): { readonly crushed: Crushed; readonly keptElements: readonly number[] | undefined } {
  if (!(tokenBudget > 0 && bias > 0))
    throw new HeadroomError({
      code: 'invalid-option',
      message: `tokenBudget and bias must be positive numbers, not ${tokenBudget} and ${bias}.`,
    });
  const budget = tokenBudget * bias;
  const before = count(json);
  const lossless = smallestLossless(document, json, count, { tokensBefore: before });
  const whole: Crushed =
    lossless !== undefined && lossless.tokens < before
      ? { text: lossless.text, tokens: lossless.tokens, fidelity: 'lossless', dropped: [], place: behind(lossless.text) }
      : { text: json, tokens: before, fidelity: 'unchanged', dropped: [], place: behind(json) };
  if (whole.tokens <= budget) return { crushed: whole, keptElements: undefined };
  const reduced = reduceDocument(document, { question: query, tokenBudget: budget, count, wholeTokens: lossless?.tokens });
  if (reduced === undefined || reduced.tokens >= whole.tokens) return { crushed: whole, keptElements: undefined };
  const { text, tokens, omissions, keptElements } = reduced;
  return { crushed: { text, tokens, fidelity: 'reversible', dropped: omissions, place: reduced.place ?? behind(text) }, keptElements };
}

const behind =
  (text: string) =>
  (marker: string): string =>
    `${text}\n${marker}`;
