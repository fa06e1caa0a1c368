import type { Omission } from '../../types/compressor.ts';
import { renderForm } from './form/render-form.ts';
import type { JsonValue } from './model.ts';
import { reduceSurroundings } from './reduce-surroundings.ts';
import type { JsonDocument } from './scan/document.ts';
import { isArray, isScalar } from './select/collection-shape.ts';
import { openTexts } from './select/open-texts.ts';
import { relevanceFor, viewQuestion } from './select/question.ts';
import { select } from './select/select.ts';
import { spellCompact } from './spell/spell-value.ts';

/** How a document is to be reduced. */
export interface ReduceOptions {
  /** The question before the document; empty where there is none. */
  readonly question: string;
  /** The input of the call that gave the document; its values count less than the words of the question. */
  readonly toolInput?: unknown;
  /** Tokens that the text may take, without the handle. */
  readonly tokenBudget: number;
  readonly count: (text: string) => number;
  /** Tokens of the lossless form, where they are known. */
  readonly wholeTokens?: number | undefined;
}

/** A document with something left out. */
export interface ReducedDocument {
  readonly text: string;
  readonly tokens: number;
  readonly omissions: readonly Omission[];
  /** Which elements stay, where the document is a list that lost some. */
  readonly keptElements: readonly number[] | undefined;
  /** Puts a marker into a text that stays JSON; undefined where the text is a form, which has no end to keep. */
  readonly place: ((marker: string) => string) | undefined;
}

/** Leaves out of a document what matters least until its text fits the budget. Undefined where it has nothing that may go. */
export function reduceDocument(
  whole: JsonDocument,
  { question, toolInput, tokenBudget, count, wholeTokens }: ReduceOptions,
): ReducedDocument | undefined {
  const view = viewQuestion(question, toolInput);
  const { document, omissions: around } = reduceSurroundings(whole, {
    tokenBudget,
    relevance: view === undefined ? undefined : relevanceFor(view),
  });
  const plain = document.layout === 'single' ? (document.values[0] as JsonValue) : document.values;
  const root = openTexts(plain, document.shapes);
  const staysJson =
    document.layout === 'single' && document.inString === undefined && isScalarList(root) && document.preamble + document.epilogue === '';
  const selection = select({
    value: root,
    question: view,
    tokenBudget,
    wholeTokens: staysJson || around.length > 0 ? undefined : wholeTokens,
    count,
    render: staysJson ? spellCompact : (value) => renderForm(withRoot(document, value)).text,
    shapeOf: (keys) => document.shapes.of(keys),
  });
  if (selection === undefined) return undefined;
  const { text, tokens, omissions, keptElements } = selection;
  return {
    text,
    tokens,
    omissions: [...omissions, ...around],
    keptElements,
    place: staysJson ? (marker) => placeInList(text, marker) : undefined,
  };
}

const isScalarList = (value: JsonValue): boolean => isArray(value) && value.every(isScalar);

function withRoot(document: JsonDocument, root: JsonValue): JsonDocument {
  return { ...document, values: document.layout === 'single' ? [root] : (root as readonly JsonValue[]) };
}

/** A list that stays JSON carries its marker as its last element. */
function placeInList(text: string, marker: string): string {
  return `${text.slice(0, -1)},${JSON.stringify({ _ccr_dropped: marker })}]`;
}
