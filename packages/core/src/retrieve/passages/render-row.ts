import { cutAfter, cutBefore } from '../../text/cut.ts';
import { arrayNode, keyOf, objectNode, pathOf, stringNode } from '../json/json-tree.ts';
import { countLeaf, spelled, type JsonIndex } from './json-index.ts';

/** Strings longer than this are shown in part unless there is room. */
const longString = 120;

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
 */
export function renderRow(index: JsonIndex, row: number, room: number, marked: ReadonlySet<number>): string {
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
    const allowed = rank >= 3 ? Math.max(longString, left - label.length - 4) : Math.min(longString, left);
    const value = `${label}:${shorten(index, leaf, allowed)}`;
    if (value.length + 2 > left && shown.size > 0) continue;
    shown.set(at, value);
    left -= value.length + 2;
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
  for (let at = node + 1; at < tree.after[node]!; ) {
    if (rows.rowOf[at] !== row) {
      const list = tree.parents[at]!;
      inside.set(list, (inside.get(list) ?? 0) + 1);
      at = tree.after[at]!;
    } else if (tree.after[at] === at + 1 && tree.kinds[at] !== objectNode && tree.kinds[at] !== arrayNode) {
      const rank = rankOf(index, at, marked, counts);
      if (rank >= 3) near.add(tree.parents[at]!);
      fields.push({ node: at, label: labelOf(index, at, node), rank });
      at += 1;
    } else at += 1;
  }
  const ranked = fields.map((field) => (field.rank < 3 && near.has(tree.parents[field.node]!) && tree.parents[field.node] !== node ? { ...field, rank: field.rank + 1 } : field));
  const inner = [...inside].slice(0, 6).map(([list, count]) => `${list === node ? '' : labelOf(index, list, node)}[${count} rows]`);
  return { fields: ranked, inner };
}

/** How much a field tells: what the question hits most, then short plain values and names, long strings and addresses least. */
function rankOf(index: JsonIndex, leaf: number, marked: ReadonlySet<number>, counts: Uint32Array): number {
  const { tree, rows, wanted, patternTerms } = index;
  if (marked.has(leaf)) return 9;
  counts.fill(0);
  countLeaf(index, leaf, counts, 0);
  let hits = 0;
  counts.forEach((count, term) => {
    if (count > 0) hits += wanted[term]!.weight;
  });
  const named = patternTerms[rows.patternOf[leaf]!]!.reduce((sum, term) => sum + wanted[term]!.weight, 0);
  const value = spelled(tree, leaf);
  const plain = plainRank(rows.patterns[rows.patternOf[leaf]!]!.key ?? '', value);
  return hits + named > 0 ? 3 + hits + named + plain / 10 : plain;
}

function plainRank(key: string, value: string): number {
  if (value === 'null' || value === '""') return 0.1;
  if (/^"(?:https?:|data:)/.test(value)) return 0.2;
  const naming = /^"(?:[a-z_]*name|title|id|key|path|file(?:name)?|login|label|subject|kind|type|status|state|version|summary|message|severity|price|amount|total|date|number|[a-z]+_id)"$/i.test(key);
  if (value.length > longString) return naming ? 1.5 : 0.5;
  return naming ? 2 : value.length <= 40 ? 1.2 : 0.9;
}

/** The name of a field from its row down, with dots. */
function labelOf({ tree }: JsonIndex, node: number, row: number): string {
  const names: string[] = [];
  for (let at = node; at !== row; at = tree.parents[at]!) names.push(keyOf(tree, at) ?? String(tree.positions[at]!));
  return names.reverse().join('.');
}

/** A value as spelled; of a long string the beginning and the windows that hold most of the question's terms, with the number of characters left out. */
function shorten(index: JsonIndex, leaf: number, room: number): string {
  const { tree, matcher, wanted } = index;
  const value = spelled(tree, leaf);
  if (value.length <= Math.max(room, 24) || tree.kinds[leaf] !== stringNode) return value;
  const windows = Math.max(1, Math.floor(room / windowLength));
  const scored: { readonly start: number; readonly hits: number }[] = [];
  for (let start = 0; start < value.length; start += windowLength) {
    const counts = new Uint32Array(wanted.length);
    matcher.count(value, counts, { start: Math.max(0, start - 12), end: Math.min(value.length, start + windowLength + 12) });
    scored.push({ start, hits: counts.reduce((sum, count, term) => sum + (count > 0 ? wanted[term]!.weight : 0), 0) });
  }
  const kept = scored.sort((a, b) => b.hits - a.hits || a.start - b.start).slice(0, windows).sort((a, b) => a.start - b.start);
  const size = Math.min(windowLength, room);
  let end = 0;
  let shown = '';
  for (const { start } of kept) {
    const from = Math.max(end, start === 0 ? 0 : cutBefore(value, start - 12));
    const to = cutAfter(value, Math.min(value.length, start + size + 12));
    if (from > end) shown += `…${from - end}…`;
    shown += value.slice(from, to);
    end = Math.max(end, to);
  }
  return end < value.length ? `${shown}…${value.length - end}…` : shown;
}
