import { worthOf, type LogAnalysis } from '../value/line-values.ts';
import { isMasked, rule } from '../pattern/mask.ts';
import type { WordTable } from '../pattern/word-table.ts';

/** How much a line's length counts against it: between none (0) and value per token (1). */
const costExponent = 0.35;
const charactersPerToken = 3.2;
/** What a line costs beside its own text: its break and its share of the statement of a gap. */
const overheadTokens = 5;

/** A word said once before is worth this much of a new one, one said more often the second. */
const saidOnce = 0.4;
const saidOften = 0.15;
/** What a line keeps of its value that says nothing new at all. With a question its answers may well be alike. */
const floorUnasked = 0.25;
const floorAsked = 0.7;
/** In a log without a verdict a warning that is given again at another place is news, though all its words were said: it outlives names of what went well. */
const floorComplaint = 0.5;
const leastComplaint = 3;

/** Lines beyond these are never reached by a budget that is a share of the log. */
const mostCandidates = 60_000;

export interface RankRequest {
  /** Characters of a line that are shown at most. */
  readonly longest: number;
  /** Tokens at which ranking stops: no budget reaches further. */
  readonly enough: number;
  /** Lines worth less for their length are left out even where there is room. */
  readonly least: number;
  /** Tokens of a line, its share of the gaps included. */
  readonly costOf: (line: number) => number;
}

/** Lines from the best down, with the tokens of each. */
export interface RankedLines {
  readonly order: readonly number[];
  readonly costs: readonly number[];
}

/**
 * Orders lines by value for their length, each as far as it says something that the lines before it in this order do not say.
 *
 * Greedy with lazy evaluation: a value only falls as lines are taken, so a line whose fresh value still leads is the best
 * (Minoux, Accelerated greedy algorithms for maximizing submodular set functions, 1978).
 */
export function rankLines(analysis: LogAnalysis, values: Float32Array, { longest, enough, least, costOf }: RankRequest): RankedLines {
  const heap = createHeap(bestCandidates(analysis, values, longest));
  const { patterns, patternOf, words } = analysis.scan;
  const said = unsaid(words.table);
  const usual = analysis.question === undefined ? floorUnasked : floorAsked;
  const isOpen = analysis.question === undefined && analysis.ending.certainty !== 'certain';
  const order: number[] = [];
  const costs: number[] = [];
  let cost = 0;
  for (let line = heap.top(); line >= 0 && cost < enough; line = heap.top()) {
    // Other lines of a pattern have other words only where these are masked.
    const like = patterns[patternOf[line]!]!.line;
    const from = words.first[like]!;
    const to = words.first[like + 1]!;
    const floor = isOpen && worthOf(analysis, line) >= leastComplaint ? floorComplaint : usual;
    const fresh = heap.first(line) * (floor + (1 - floor) * newness(words.all, from, to, said));
    if (fresh < least) {
      heap.pop();
      continue;
    }
    if (fresh < heap.key() - 1e-9) {
      heap.lower(fresh);
      continue;
    }
    heap.pop();
    order.push(line);
    costs.push(costOf(line));
    cost += costs.at(-1)!;
    for (let at = from; at < to; at += 1) if (said[words.all[at]!]! < saidTimes.often) said[words.all[at]!]! += 1;
  }
  return { order, costs };
}

/** How often a word was said, as far as it counts; numbers, paths, signs and the like say nothing. */
const saidTimes = { never: 0, once: 1, often: 2, masked: 3 } as const;

function unsaid(table: WordTable): Uint8Array {
  const said = new Uint8Array(table.count);
  for (let word = 0; word < table.count; word += 1) {
    const token = table.token(word);
    if (isMasked(token) || token === rule) said[word] = saidTimes.masked;
  }
  return said;
}

/** Short lines (places, frames, values) say something new though their few words were said before: so many words of each line count as new. */
const freeWords = 4;

/** The share of a line's words that were not said yet; 1 for a line of numbers alone. */
function newness(all: Int32Array, from: number, to: number, said: Uint8Array): number {
  let words = 0;
  let fresh = 0;
  for (let at = from; at < to; at += 1) {
    const times = said[all[at]!]!;
    if (times === saidTimes.masked) continue;
    words += 1;
    fresh += times === saidTimes.never ? 1 : times === saidTimes.once ? saidOnce : saidOften;
  }
  return (fresh + freeWords) / (words + freeWords);
}

interface Candidates {
  readonly lines: Int32Array;
  /** Value for its length, by line. */
  readonly ranks: Float64Array;
}

function bestCandidates({ lines: { starts, ends } }: LogAnalysis, values: Float32Array, longest: number): Candidates {
  const ranks = new Float64Array(values.length);
  const found = new Int32Array(values.length);
  let count = 0;
  for (let line = 0; line < values.length; line += 1) {
    if (values[line]! <= 0) continue;
    const length = Math.min(longest, ends[line]! - starts[line]!);
    ranks[line] = values[line]! / (overheadTokens + length / charactersPerToken) ** costExponent;
    found[count] = line;
    count += 1;
  }
  const lines = found.subarray(0, count);
  if (count <= mostCandidates) return { lines, ranks };
  return { lines: highest(lines, ranks), ranks };
}

/** The candidates of highest rank; of equal ones the earlier. Ranks are sorted as numbers, which takes a fifth of the time of sorting lines by them. */
function highest(lines: Int32Array, ranks: Float64Array): Int32Array {
  const sorted = Float64Array.from(lines, (line) => ranks[line]!).sort();
  const least = sorted[lines.length - mostCandidates]!;
  let above = 0;
  for (const line of lines) if (ranks[line]! > least) above += 1;
  let equal = mostCandidates - above;
  return lines.filter((line) => ranks[line]! > least || (ranks[line] === least && (equal -= 1) >= 0));
}

/** A heap of lines by a falling key; of equal keys the earlier line leads (I4). */
interface Heap {
  /** The leading line, or -1. */
  top(): number;
  /** The leader's key as it is, and a line's key as it was at first. */
  key(): number;
  first(line: number): number;
  lower(key: number): void;
  pop(): void;
}

function createHeap({ lines, ranks }: Candidates): Heap {
  const heap = lines.slice();
  const keys = ranks.slice();
  let size = heap.length;
  const leads = (a: number, b: number): boolean => keys[a]! > keys[b]! || (keys[a] === keys[b] && a < b);
  const sink = (from: number): void => {
    const line = heap[from]!;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && leads(heap[child + 1]!, heap[child]!)) child += 1;
      if (!leads(heap[child]!, line)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = line;
  };
  for (let at = (size >> 1) - 1; at >= 0; at -= 1) sink(at);
  return {
    top: () => (size === 0 ? -1 : heap[0]!),
    key: () => keys[heap[0]!]!,
    first: (line) => ranks[line]!,
    lower(key) {
      keys[heap[0]!] = key;
      sink(0);
    },
    pop() {
      size -= 1;
      if (size === 0) return;
      heap[0] = heap[size]!;
      sink(0);
    },
  };
}
