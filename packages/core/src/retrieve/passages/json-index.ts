import type { AmountFit } from '../../relevance/asked-amount.ts';
import { createMatcher, type Matcher } from '../../relevance/matcher.ts';
import type { WeightedTerm } from '../../relevance/question-terms.ts';
import { scanWords } from '../../relevance/scan-words.ts';
import { stopTerms } from '../../relevance/stop-words.ts';
import { wordTerm } from '../../relevance/terms.ts';
import type { JsonRows } from '../json/json-rows.ts';
import { decodeString, plainNode, stringNode, type JsonTree } from '../json/json-tree.ts';

/** A document with what a question's terms hit in it. */
export interface JsonIndex {
  readonly tree: JsonTree;
  readonly rows: JsonRows;
  readonly wanted: readonly WeightedTerm[];
  readonly matcher: Matcher;
  /** How well a text states an amount that the question asks for; undefined where it asks for none. */
  readonly amount: AmountFit | undefined;
  /** Leaves (single values) in document order. */
  readonly leaves: Int32Array;
  /** For each pattern, the terms in its keys from the row down. */
  readonly patternTerms: readonly (readonly number[])[];
  /** For each pattern, 1 if the question holds every word of its own key. */
  readonly asked: Uint8Array;
  /** How much each term tells rows apart, 0 to 1; filled when rows are scored. */
  readonly rarity: Float64Array;
}

/** Builds the index of a document for a question. */
export function indexJson(tree: JsonTree, rows: JsonRows, { wanted, amount }: Pick<JsonIndex, 'wanted' | 'amount'>): JsonIndex {
  const matcher = createMatcher(wanted);
  let count = 0;
  for (let node = 0; node < tree.size; node += 1) if (isLeaf(tree, node)) count += 1;
  const leaves = new Int32Array(count);
  for (let node = 0, at = 0; node < tree.size; node += 1) if (isLeaf(tree, node)) leaves[at++] = node;
  return {
    tree,
    rows,
    wanted,
    matcher,
    amount,
    leaves,
    patternTerms: findPatternTerms(rows, matcher),
    asked: findAsked(rows, wanted),
    rarity: new Float64Array(wanted.length),
  };
}

function isLeaf(tree: JsonTree, node: number): boolean {
  return tree.kinds[node] === stringNode || tree.kinds[node] === plainNode;
}

function findPatternTerms(rows: JsonRows, matcher: Matcher): (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const counts = new Uint32Array(matcher.terms.length);
  for (const { parent, key, row } of rows.patterns) {
    counts.fill(0);
    if (key !== undefined) matcher.count(key, counts);
    const own = new Set<number>(parent < 0 || row ? [] : found[parent]);
    counts.forEach((hits, term) => {
      if (hits > 0) own.add(term);
    });
    found.push([...own]);
  }
  return found;
}

function findAsked({ patterns }: JsonRows, wanted: readonly WeightedTerm[]): Uint8Array {
  const sought = new Set(wanted.map(({ term }) => term));
  return Uint8Array.from(patterns, ({ key }) => {
    const words: string[] = [];
    const part = (start: number, end: number): void => void words.push(wordTerm(key ?? '', start, end));
    // Names of several parts are a term as a whole as well: here their parts decide.
    scanWords(key ?? '', 0, key?.length ?? 0, { word: part, name: () => undefined, pair: part });
    const telling = words.filter((word) => !stopTerms.has(word));
    return telling.length > 0 && telling.every((word) => sought.has(word)) ? 1 : 0;
  });
}

/** Adds the hits in a leaf's value, its escapes decoded; returns its words. */
export function countLeaf({ tree, matcher }: JsonIndex, leaf: number, counts: Uint32Array, offset: number): number {
  const { text, kinds, starts, ends } = tree;
  const start = starts[leaf]!;
  const end = ends[leaf]!;
  if (kinds[leaf] === plainNode) {
    const first = text.charCodeAt(start);
    return first >= 0x61 ? 1 : matcher.count(text, counts, { start, end, offset });
  }
  if (!holdsEscape(text, start, end)) return matcher.count(text, counts, { start: start + 1, end: end - 1, offset });
  return matcher.count(decodeString(text, start, end), counts, { offset });
}

/** The weights of the question's terms that stand in a text. */
export function wordWeights({ matcher, wanted }: Pick<JsonIndex, 'matcher' | 'wanted'>): (text: string) => number {
  const counts = new Uint32Array(wanted.length);
  return (text) => {
    counts.fill(0);
    matcher.count(text, counts);
    return counts.reduce((sum, count, term) => sum + (count > 0 ? wanted[term]!.weight : 0), 0);
  };
}

/** Looks inside the range only: `indexOf` would run to the end of the text for every leaf. */
function holdsEscape(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === 0x5c) return true;
  return false;
}

/** A leaf's value as spelled. */
export function spelled({ text, starts, ends }: JsonTree, node: number): string {
  return text.slice(starts[node], ends[node]);
}

/** Whether a value says nothing: null, false, zero, an empty string. */
export function isBlank(value: string): boolean {
  return value === 'null' || value === 'false' || value === '""' || value === '0';
}

/** The number that a value is, also one in quotes. */
export function numberOf({ text, kinds, starts, ends }: JsonTree, leaf: number): number {
  const inset = kinds[leaf] === stringNode ? 1 : 0;
  const start = starts[leaf]! + inset;
  const code = text.charCodeAt(start);
  if (code !== 0x2d && !(code >= 0x30 && code <= 0x39)) return Number.NaN;
  const end = ends[leaf]! - inset;
  return end - start > 40 ? Number.NaN : Number(text.slice(start, end));
}
