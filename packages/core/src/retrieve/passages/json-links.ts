import { keyOf } from '../json/json-tree.ts';
import { spelled, type JsonIndex } from './json-index.ts';
import { bestOf } from './score-units.ts';

/** Rows whose identifiers are followed, and the most that may hold one for it to be a link and not a category. */
const sources = 3;
const mostHolders = 12;

/** Shorter values (flags, small counts) are equal by chance. */
const shortestLink = 4;

/**
 * Rows that hold an identifier of one of the best rows: what a document says of one thing often stands in two places (`events.138.name`, `performances[*].eventId`).
 */
export function linkedRows(index: JsonIndex, scores: Float64Array): ReadonlyMap<number, number> {
  const { tree, rows, leaves } = index;
  const wanted = new Map<string, number>();
  for (const row of bestOf(scores, sources)) {
    const name = keyOf(tree, rows.nodes[row]!);
    if (name !== undefined) note(wanted, name, scores[row]!);
    for (const leaf of leavesOf(index, row)) if (namesIdentifier(index, leaf)) note(wanted, unquoted(spelled(tree, leaf)), scores[row]!);
  }
  const holders = new Map<string, number[]>();
  const hold = (value: string, row: number): void => {
    if (wanted.has(value)) holders.set(value, [...(holders.get(value) ?? []).slice(0, mostHolders), row]);
  };
  if (wanted.size > 0) {
    for (const leaf of leaves)
      if (tree.ends[leaf]! - tree.starts[leaf]! <= 66 && namesIdentifier(index, leaf))
        hold(unquoted(spelled(tree, leaf)), rows.rowOf[leaf]!);
    for (let row = 1; row < rows.count; row += 1) {
      const name = keyOf(tree, rows.nodes[row]!);
      if (name !== undefined) hold(name, row);
    }
  }
  const found = new Map<number, number>();
  for (const [value, linked] of holders) {
    if (linked.length > mostHolders) continue;
    for (const row of linked) found.set(row, Math.max(found.get(row) ?? 0, wanted.get(value)!));
  }
  return found;
}

function note(wanted: Map<string, number>, value: string, score: number): void {
  if (value.length >= shortestLink && value.length <= 64) wanted.set(value, Math.max(wanted.get(value) ?? 0, score));
}

function* leavesOf({ tree, rows }: JsonIndex, row: number): Generator<number> {
  const node = rows.nodes[row]!;
  for (let at = node; at < tree.after[node]!;) {
    if (rows.rowOf[at] !== row) at = tree.after[at]!;
    else {
      if (tree.after[at] === at + 1) yield at;
      at += 1;
    }
  }
}

/** Whether a leaf's key, or that of the list around it, ends like the name of an identifier. */
function namesIdentifier({ tree, rows }: JsonIndex, leaf: number): boolean {
  const own = rows.patterns[rows.patternOf[leaf]!]!;
  const key = own.key ?? rows.patterns[own.parent]?.key;
  return (
    key !== undefined && tree.ends[leaf]! > tree.starts[leaf]! && /(?:^"|[_\-.a-z])(?:id|ids|Id|Ids|ID|ref|uuid|key|Ref|Key)"$/.test(key)
  );
}

function unquoted(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1) : value;
}
