import { cutAfter, cutBefore } from '../../text/cut.ts';
import { arrayNode, keyOf, objectNode, pathOf, stringNode } from '../json/json-tree.ts';
import { countLeaf, isBlank, spelled, wordWeights, type JsonIndex } from './json-index.ts';

/** Strings longer than this are shown in part unless there is room. */
const longString = 120;

/** What one long string that was asked for may take of the room that is left. */
const longShare = 0.6;
/** What of it long strings take that nobody asked for: breaks between windows need some. */
const spareLength = 0.9;

/** Windows of a long string that is shown in part. */
const windowLength = 160;

interface Field {
  readonly node: number;
  readonly label: string;
  readonly rank: number;
}

/**
 * One row on one line: its path, then its fields as `name: value`, values as spelled in the original; fields inside it by dotted names, rows inside it by their number. What
 * does not fit is left out, the least telling first, and counted at the end.
 *
 * @param spare whether long strings that nobody asked for fill what is left of the room
 */
export function renderRow(
  index: JsonIndex,
  row: number,
  room: number,
  marked: ReadonlySet<number>,
  spare: 'left' | 'filled' = 'left',
): string {
  const { tree, rows } = index;
  const node = rows.nodes[row]!;
  const path = pathOf(tree, node);
  if (tree.after[node] === node + 1) return `${path} ${shorten(index, node, room)}`;
  const { fields, inner } = collectFields(index, row, marked);
  const order = fields.map((_, at) => at).sort((a, b) => fields[b]!.rank - fields[a]!.rank || a - b);
  const shown = new Map<number, string>();
  let left = room - path.length;
  for (const at of order) {
    const { node: leaf, label, rank } = fields[at]!;
    const allowed = rank > hitRank ? Math.max(longString, left * longShare) : longString;
    const value = `${label}:${shorten(index, leaf, allowed)}`;
    if (value.length + 2 > left && shown.size > 0) continue;
    shown.set(at, value);
    left -= value.length + 2;
  }
  if (spare === 'filled') {
    for (const at of order) {
      const { node: leaf, label } = fields[at]!;
      const known = shown.get(at);
      if (known === undefined || left <= longString || known.length >= label.length + 1 + spelled(tree, leaf).length) continue;
      const value = `${label}:${shorten(index, leaf, known.length + left * spareLength)}`;
      left -= value.length - known.length;
      shown.set(at, value);
    }
  }
  const parts = fields.flatMap((_, at) => shown.get(at) ?? []);
  const missing = fields.length - shown.size;
  if (missing > 0) parts.push(`+${missing} fields`);
  return `${path} ${[...parts, ...inner].join(', ')}`;
}

/** The fields of a row with their ranks, and what rows are inside it. */
function collectFields(index: JsonIndex, row: number, marked: ReadonlySet<number>): { fields: Field[]; inner: string[] } {
  const { tree, rows } = index;
  const node = rows.nodes[row]!;
  const fields: Field[] = [];
  const inside = new Map<number, number>();
  const near = new Set<number>();
  const counts = new Uint32Array(index.wanted.length);
  for (let at = node + 1; at < tree.after[node]!;) {
    if (rows.rowOf[at] !== row) {
      const list = tree.parents[at]!;
      inside.set(list, (inside.get(list) ?? 0) + 1);
      at = tree.after[at]!;
    } else if (tree.after[at] === at + 1 && tree.kinds[at] !== objectNode && tree.kinds[at] !== arrayNode) {
      const rank = rankOf(index, at, marked, counts, depthOf(index, at, node));
      if (rank > hitRank) near.add(tree.parents[at]!);
      fields.push({ node: at, label: labelOf(index, at, node), rank });
      at += 1;
    } else at += 1;
  }
  const ranked = fields.map((field) =>
    field.rank < hitRank && near.has(tree.parents[field.node]!) && tree.parents[field.node] !== node
      ? { ...field, rank: besideHit(index, field) }
      : field,
  );
  const inner = [...inside].slice(0, 6).map(([list, count]) => `${list === node ? '' : labelOf(index, list, node)}[${count} rows]`);
  return { fields: ranked, inner };
}

/** What a field that names its row ranks, above plain values and hits of common words. */
const namingRank = 4;

/** What a field ranks whose whole name stands in the question. */
const askedRank = 4.5;

/** From here on a field was asked for. */
const hitRank = 3;

/** A field beside one that was asked for: names there say whose it is. */
function besideHit({ tree, rows }: JsonIndex, { node, rank }: Field): number {
  const key = rows.patterns[rows.patternOf[node]!]!.key ?? '';
  return plainRank(key, spelled(tree, node), 1) === namingRank ? namingRank - 0.5 : rank + 0.5;
}

/** How much a field tells: what the question hits, most of all by its rarer words; names; short plain values; long strings and addresses least. */
function rankOf(index: JsonIndex, leaf: number, marked: ReadonlySet<number>, counts: Uint32Array, depth: number): number {
  const { tree, rows, wanted, patternTerms, asked, rarity } = index;
  if (marked.has(leaf)) return 9;
  const value = spelled(tree, leaf);
  const plain = plainRank(rows.patterns[rows.patternOf[leaf]!]!.key ?? '', value, depth);
  counts.fill(0);
  countLeaf(index, leaf, counts, 0);
  let hits = 0;
  counts.forEach((count, term) => {
    if (count > 0) hits += wanted[term]!.weight * rarity[term]!;
  });
  let named = 0;
  for (const term of patternTerms[rows.patternOf[leaf]!]!) named += wanted[term]!.weight;
  // A name says less than a value, and nothing where the value is blank.
  hits += isBlank(value) ? 0.1 * named : 0.5 * named;
  if (hits === 0) return plain;
  if (asked[rows.patternOf[leaf]!] === 1) return (isBlank(value) ? hitRank : askedRank) + 1.5 * hits;
  // Addresses repeat the words of their API.
  return isAddress(value) ? Math.min(hitRank, 1 + hits) : Math.max(plain, hitRank) + 1.5 * hits;
}

function isAddress(value: string): boolean {
  return /^"(?:https?:|data:|git:|ssh:)/.test(value);
}

function plainRank(key: string, value: string, depth: number): number {
  if (value === 'null' || value === '""') return 0.1;
  if (isAddress(value)) return 0.2;
  if (
    depth <= 1 &&
    value.length <= 2 * longString &&
    /^"(?:[a-z_]*name|title|key|path|file(?:name)?|login|label|subject|summary|message|headline|question)"$/i.test(key)
  )
    return namingRank;
  const telling =
    /^"(?:[a-z_]*name|title|id|login|number|kind|type|status|state|version|severity|price|amount|total|date|[a-z]+_?id)"$/i.test(key);
  if (value.length > longString) return 0.5;
  return (telling ? 2 : value.length <= 40 ? 1.2 : 0.9) - 0.2 * Math.min(3, depth);
}

/** How many objects lie between a field and its row: 1 for the row's own. */
function depthOf({ tree }: JsonIndex, leaf: number, row: number): number {
  let depth = 0;
  for (let at = leaf; at !== row && depth < 4; at = tree.parents[at]!) depth += 1;
  return depth;
}

/** The name of a field from its row down, with dots. */
function labelOf({ tree }: JsonIndex, node: number, row: number): string {
  const names: string[] = [];
  for (let at = node; at !== row; at = tree.parents[at]!) names.push(keyOf(tree, at) ?? String(tree.positions[at]!));
  return names.reverse().join('.');
}

/** A value as spelled; of a long string the beginning and the windows that hold most of the question's terms, with the number of characters left out. */
function shorten(index: JsonIndex, leaf: number, room: number): string {
  const { tree } = index;
  const source = spelled(tree, leaf);
  if (source.length <= Math.max(room, 24) || tree.kinds[leaf] !== stringNode) return source;
  const value = readable(source);
  const windows = Math.max(1, Math.floor(room / windowLength));
  const scored = scoreWindows(index, value);
  const kept = scored
    .sort((a, b) => b.hits - a.hits || a.start - b.start)
    .slice(0, windows)
    .sort((a, b) => a.start - b.start);
  const size = Math.min(windowLength, room);
  let end = 0;
  let shown = '';
  for (const { start } of kept) {
    const from = Math.max(end, start === 0 ? 0 : cutBefore(value, start - 12));
    const to = cutAfter(value, Math.min(value.length, start + size + 12));
    if (from > end) shown += `…${from - end} characters…`;
    shown += value.slice(from, to);
    end = Math.max(end, to);
  }
  return end < value.length ? `${shown}…${value.length - end} characters…` : shown;
}

/** How well each window of a long string answers: the terms it holds, and an amount that is asked for where it or the window before holds some. */
function scoreWindows(index: JsonIndex, value: string): { readonly start: number; readonly hits: number }[] {
  const words = wordWeights(index);
  const scored: { readonly start: number; readonly hits: number }[] = [];
  let before = 0;
  for (let start = 0; start < value.length; start += windowLength) {
    const text = value.slice(Math.max(0, start - 12), start + windowLength + 12);
    const own = words(text);
    const stated = index.amount === undefined ? 0 : index.amount(text) * (own + before);
    scored.push({ start, hits: own + stated });
    before = own;
  }
  return scored;
}

/**
 * A string's spelling with its escapes undone, but for those that JSON needs in one line: words that stand behind `\\n` or are spelled `\\u00fc` are found and read as words.
 */
function readable(source: string): string {
  if (!source.includes('\\')) return source;
  try {
    return `"${(JSON.parse(source) as string).replaceAll('\n', ' \\n ').replaceAll('\t', ' \\t ').replaceAll('\r', '')}"`;
  } catch {
    // The reader of passages is lenient about strings that JSON is not.
    return source;
  }
}
