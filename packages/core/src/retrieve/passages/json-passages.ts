import { askedAmount } from '../../relevance/asked-amount.ts';
import { boundTerms, questionTerms } from '../../relevance/question-terms.ts';
import { endWithin, type Count } from '../budget.ts';
import { findRows } from '../json/json-rows.ts';
import type { JsonTree } from '../json/json-tree.ts';
import { extremeLeaves } from './json-extremes.ts';
import { indexJson, type JsonIndex } from './json-index.ts';
import { labelledRows } from './json-labels.ts';
import { linkedRows } from './json-links.ts';
import { rareLeaves } from './json-rarities.ts';
import { scoreRows } from './json-scores.ts';
import { placesOf } from './ordinals.ts';
import { renderRow } from './render-row.ts';
import type { Passages } from './text-passages.ts';

const mostTerms = 40;

/** What a linked, an extreme, a numbered and a rare row is worth beside the best match. */
const linkWorth = 0.7;
const extremeWorth = 1.1;
const placeWorth = 1;
const rareWorth = 0.12;

/** After so many matches one of the rarest rows is shown: what a question calls by another name is often the odd one out. */
const rareEvery = 4;
const mostRare = 6;

/** The room of a row falls with this power of its score: a clear best match is shown nearly whole. */
const steepness = 3;

/** Rows that share the room; each gets the least in any case. */
const mostShared = 60;
const leastTokens = 40;

/** Matches are shown larger while more than this share of the budget is left. */
const spareShare = 0.3;
const largestScale = 64;

/** Characters that a token has at least, on average, in JSON: rooms are given in characters. */
const unitsPerToken = 2.6;

/** The rows of a document that answer a question, in document order, as many as fit. */
export function jsonPassages({
  tree,
  question,
  tokens,
  count,
  page,
}: {
  tree: JsonTree;
  question: string;
  tokens: number;
  count: Count;
  page: number;
}): Passages {
  const rows = findRows(tree);
  const index = indexJson(tree, rows, {
    wanted: [...questionTerms(question), ...boundTerms(question)].slice(0, mostTerms),
    amount: askedAmount(question),
  });
  const { scores, marked, rare } = worthOf(index, question);
  const { order, worthy } = orderRows(index, scores, rare);
  let filled = fill({ index, order, worthy, scores, marked, from: 0, tokens, count });
  for (let number = 0; number < page && filled.next < order.length; number += 1) {
    filled = fill({ index, order, worthy, scores, marked, from: filled.next, tokens, count });
  }
  const lines = [...filled.lines].sort(([a], [b]) => a - b);
  return {
    body: lines.map(([, line]) => line).join('\n'),
    shown: `${lines.length} of ${rows.count} rows`,
    rest: filled.next < order.length ? 'more' : 'none',
  };
}

export function worthOf(
  index: JsonIndex,
  question: string,
): { scores: Float64Array; marked: ReadonlySet<number>; rare: readonly number[] } {
  const { rows } = index;
  const scores = scoreRows(index);
  const matched = Float64Array.from(scores);
  let best = 0;
  for (const score of scores) best = Math.max(best, score);
  if (best === 0) best = 1;
  const marked = new Set<number>();
  const gain = new Map<number, number>();
  const raise = (row: number, worth: number): void => void gain.set(row, Math.max(gain.get(row) ?? 0, worth));
  for (const { leaf, fit } of extremeLeaves(index, question, matched)) {
    marked.add(leaf);
    raise(rows.rowOf[leaf]!, best * extremeWorth * fit);
  }
  const rare = [...new Set(rareLeaves(index).map((leaf) => rows.rowOf[leaf]!))];
  for (const row of rare) raise(row, best * rareWorth);
  for (const [row, worth] of labelledRows(index)) raise(row, best * worth);
  for (const row of numberedRows(index, question)) raise(row, best * placeWorth);
  for (const [row, worth] of gain) scores[row]! += worth;
  for (const [row, score] of linkedRows(index, scores)) scores[row]! += score * linkWorth;
  return { scores, marked, rare: rare.slice(0, mostRare) };
}

/** Rows that the question names by their place in the longest list. */
function numberedRows({ rows, tree }: JsonIndex, question: string): number[] {
  const places = placesOf(question);
  if (places.length === 0) return [];
  const lengths = new Map<number, number[]>();
  for (let row = 1; row < rows.count; row += 1) {
    const list = tree.parents[rows.nodes[row]!]!;
    const members = lengths.get(list);
    if (members === undefined) lengths.set(list, [row]);
    else members.push(row);
  }
  let longest: number[] = [];
  for (const members of lengths.values()) if (members.length > longest.length) longest = members;
  return places.flatMap((place) => longest.at(place) ?? []);
}

/** Rows of worth, best first, the rarest strewn in; then the first and last ones in turn, so that every row comes at last. */
function orderRows({ rows }: JsonIndex, scores: Float64Array, rare: readonly number[]): { order: readonly number[]; worthy: number } {
  const worthy: number[] = [];
  for (let row = 0; row < rows.count; row += 1) if (scores[row]! > 0) worthy.push(row);
  worthy.sort((a, b) => scores[b]! - scores[a]! || a - b);
  const order = new Set<number>();
  worthy.forEach((row, rank) => {
    order.add(row);
    const odd = rank % rareEvery === rareEvery - 1 ? rare[(rank + 1) / rareEvery - 1] : undefined;
    if (odd !== undefined) order.add(odd);
  });
  const matches = order.size;
  for (let row = 0, last = rows.count - 1; row <= last; row += 1, last -= 1) {
    order.add(row);
    order.add(last);
  }
  return { order: [...order], worthy: matches };
}

interface Filled {
  readonly lines: ReadonlyMap<number, string>;
  readonly next: number;
  readonly left: number;
}

/** Fills the budget with rows; where few rows match, they are shown larger instead of strangers beside them. */
function fill(request: FillRequest): Filled {
  const { order, worthy, from, tokens } = request;
  const spare = ({ left }: Filled): boolean => left > tokens * spareShare;
  let filled = fillWith(request, 1);
  for (let scale = 2; scale <= largestScale && spare(filled) && filled.next >= worthy && from < worthy; scale *= 2)
    filled = fillWith(request, scale);
  if (!spare(filled) || filled.next < worthy) return filled;
  // All matches stand there and room is left: others are shown as well.
  const all = { ...request, worthy: order.length };
  filled = fillWith(all, 4);
  for (let scale = 8; scale <= largestScale && spare(filled) && filled.next >= order.length; scale *= 2) filled = fillWith(all, scale);
  return filled;
}

interface FillRequest {
  readonly index: JsonIndex;
  readonly order: readonly number[];
  /** How many of the order are matches. */
  readonly worthy: number;
  readonly scores: Float64Array;
  readonly marked: ReadonlySet<number>;
  readonly from: number;
  readonly tokens: number;
  readonly count: Count;
}

/** Gives each row its room until the budget is full: more for better rows. */
function fillWith({ index, order, worthy, scores, marked, from, tokens, count }: FillRequest, scale: number): Filled {
  const best = Math.max(scores[order[from]!] ?? 0, 1e-9);
  const weights = order.slice(from, from + mostShared).map((row) => (scores[row]! / best) ** steepness);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const lines = new Map<number, string>();
  const end = from < worthy ? worthy : order.length;
  let left = tokens;
  let next = from;
  for (; next < end && left > leastTokens / 2; next += 1) {
    const row = order[next]!;
    if (lines.has(row)) continue;
    const share = scale * Math.max(leastTokens, (tokens * (weights[next - from] ?? 0)) / Math.max(1, sum));
    const spare = scale > 1 ? 'filled' : 'left';
    const line = renderWithin({ index, row, marked, spare, count }, Math.min(left, share), left);
    if (line === undefined) break;
    const cost = count(line) + 1;
    lines.set(row, line);
    left -= cost;
    left -= addParents(index, row, lines, left, count);
  }
  return { lines, next: Math.max(next, from + 1), left };
}

interface RowRequest {
  readonly index: JsonIndex;
  readonly row: number;
  readonly marked: ReadonlySet<number>;
  readonly spare: 'left' | 'filled';
  readonly count: Count;
}

/** A row on about as many tokens as it may take, on fewer where that is more than is left; undefined where nothing of it fits. */
function renderWithin({ index, row, marked, spare, count }: RowRequest, wanted: number, left: number): string | undefined {
  let room = wanted * unitsPerToken;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const line = renderRow(index, row, room, marked, spare);
    const cost = count(line) + 1;
    if (cost <= left) return line;
    if (attempt === 3 && left > 2 * leastTokens)
      return line.slice(0, endWithin({ text: line, start: 0, end: line.length, tokens: left - 1, count }));
    room *= (0.9 * left) / cost;
  }
  return undefined;
}

/** The rows around a row, in short, so that one sees what it belongs to. */
function addParents(index: JsonIndex, row: number, lines: Map<number, string>, left: number, count: Count): number {
  const { rows } = index;
  let used = 0;
  for (let parent = rows.parents[row]!; parent > 0; parent = rows.parents[parent]!) {
    if (lines.has(parent)) continue;
    const line = renderRow(index, parent, leastTokens * unitsPerToken, new Set());
    const cost = count(line) + 1;
    if (used + cost > left) break;
    lines.set(parent, line);
    used += cost;
  }
  return used;
}
