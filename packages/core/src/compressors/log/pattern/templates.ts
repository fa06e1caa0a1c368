import { KeyNumbers } from './key-numbers.ts';
import { isMasked, mask, mostTokens } from './mask.ts';
import type { Scan } from './scan-lines.ts';

/** Lines that say the same about different things. */
export interface Templates {
  /** The template of each pattern of the scan. */
  readonly templateOf: Int32Array;
  /** Lines of each template. */
  readonly sizes: Int32Array;
}

/** So many different words in one place of otherwise equal patterns make it a variable. Similarity alone does not: one success among failures is no variant of them. */
const leastVariants = 5;
/** What makes lines the same is at least so many words. */
const leastFixed = 2;
const rounds = 3;

/**
 * Groups patterns into templates: a place whose word differs in many otherwise equal patterns becomes a variable, three times over.
 *
 * Linear in the tokens of distinct patterns: a pattern without its word at a place is found by subtracting that word from the pattern's sum of hashes.
 */
export function findTemplates({ patterns }: Scan): Templates {
  const tokens = patterns.map((pattern) => pattern.tokens.slice());
  let roots: readonly number[] = patterns.map((_, index) => index);
  const templateOf = Int32Array.from(roots);
  for (let round = 0; round < rounds; round += 1) {
    const variants = countVariants(tokens, roots);
    const merged = mergeRoots(tokens, roots, variants);
    if (merged.roots.length === roots.length) break;
    for (let pattern = 0; pattern < templateOf.length; pattern += 1) templateOf[pattern] = merged.rootOf[templateOf[pattern]!]!;
    roots = merged.roots;
  }
  const sizes = new Int32Array(patterns.length);
  patterns.forEach((pattern, index) => {
    sizes[templateOf[index]!]! += pattern.lines;
  });
  return { templateOf, sizes };
}

function weigh(token: number, place: number): number {
  return Math.imul(token ^ Math.imul(place + 1, 0x9e3779b1), 2 * place + 0x85ebca6b);
}

function sumOf(tokens: Int32Array): number {
  let sum = Math.imul(tokens.length, 7919);
  for (let place = 0; place < tokens.length; place += 1) sum = (sum + weigh(tokens[place]!, place)) | 0;
  return sum;
}

/** Buckets of counts: which patterns are equal but for one place. Sized for few chance meetings. */
interface Variants {
  readonly counts: Uint8Array;
  readonly bits: number;
}

function bucket(sum: number, token: number, place: number, bits: number): number {
  const rest = Math.imul((sum - weigh(token, place)) | 0, 0x9e3779b1) ^ Math.imul(place + 1, 0xc2b2ae35);
  return (rest ^ (rest >>> 15)) & bits;
}

function countVariants(tokens: readonly Int32Array[], roots: readonly number[]): Variants {
  let places = 0;
  for (const root of roots) places += tokens[root]!.length;
  const size = 1 << Math.min(24, Math.max(10, Math.ceil(Math.log2(places + 1)) + 2));
  const counts = new Uint8Array(size);
  const bits = size - 1;
  for (const root of roots) {
    const words = tokens[root]!;
    const sum = sumOf(words);
    for (let place = 0; place < words.length; place += 1) {
      if (isMasked(words[place]!)) continue;
      const at = bucket(sum, words[place]!, place, bits);
      if (counts[at]! < 255) counts[at]! += 1;
    }
  }
  return { counts, bits };
}

function mergeRoots(
  tokens: readonly Int32Array[],
  roots: readonly number[],
  { counts, bits }: Variants,
): { roots: number[]; rootOf: Int32Array } {
  const rootOf = Int32Array.from(tokens, (_, index) => index);
  const next: number[] = [];
  const keys = new KeyNumbers();
  const variable = new Uint8Array(mostTokens);
  for (const root of roots) {
    const words = tokens[root]!;
    const sum = sumOf(words);
    let spare = -leastFixed;
    for (let place = 0; place < words.length; place += 1) {
      variable[place] = 0;
      if (isMasked(words[place]!)) continue;
      spare += 1;
      if (counts[bucket(sum, words[place]!, place, bits)]! >= leastVariants) variable[place] = 1;
    }
    for (let place = 0; place < words.length && spare > 0; place += 1) {
      if (variable[place] === 0) continue;
      words[place] = mask.number;
      spare -= 1;
    }
    const same = keys.numberOf(lowOf(words), sumOf(words));
    if (same === next.length) next.push(root);
    else rootOf[root] = next[same]!;
  }
  return { roots: next, rootOf };
}

/** A hash beside the sum, which with it tells one pattern from all others. */
function lowOf(tokens: Int32Array): number {
  let low = tokens.length;
  for (let place = 0; place < tokens.length; place += 1) low = Math.imul(low ^ tokens[place]!, 0x01000193);
  return low;
}
