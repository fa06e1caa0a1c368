import { featureCount } from '../features/feature-layout.ts';
import type { Window } from '../scoring/windows.ts';
import type { WordTable } from './word-table.ts';

/** Features whose rows are added first; a word is the sum of two such halves. The runtime adds eight rows in this order too: the numbers are the same to the last bit. */
const half = 4;
/** Sums that are remembered of each half, a power of two: what the word is and where it stands. Texts repeat most of both. */
const remembered = 4096;

/** Gives windows of one length to the network: the numbers of all first words, then of all second ones. */
export type WordEmbedder = (features: Int32Array, windows: readonly Window[]) => Float32Array;

/**
 * Makes the sums of what the features of words mean. Linear; what is remembered is what would be added again.
 *
 * @example createEmbedder(readWordTable(bytes))(features, windows) // longest window × windows × table.width
 */
export function createEmbedder(table: WordTable): WordEmbedder {
  const { width } = table;
  const [forms, places] = [createMemory(table), createMemory(table)];
  return (features, windows) => {
    const length = windows[0]!.to - windows[0]!.from;
    const embedded = new Float32Array(windows.length * length * width);
    for (const [index, { from }] of windows.entries()) {
      for (let word = 0; word < length; word += 1) {
        const at = (from + word) * featureCount;
        const form = forms.find(features, at);
        const place = places.find(features, at + half);
        const to = (word * windows.length + index) * width;
        for (let column = 0; column < width; column += 1) embedded[to + column] = forms.sums[form + column]! + places.sums[place + column]!;
      }
    }
    return embedded;
  };
}

interface Memory {
  readonly sums: Float32Array;
  /** Where the sum of the features from `at` on begins. */
  readonly find: (features: Int32Array, at: number) => number;
}

/** Each sum has one place; the next one that belongs there takes it. */
function createMemory({ width, scales, values }: WordTable): Memory {
  const keys = new Int32Array(remembered * half).fill(-1);
  const sums = new Float32Array(remembered * width);
  const row = (id: number, column: number): number => Math.fround(values[id * width + column]! * scales[id]!);
  const find = (features: Int32Array, at: number): number => {
    const first = features[at]!;
    const second = features[at + 1]!;
    const third = features[at + 2]!;
    const fourth = features[at + 3]!;
    const place = placeOf(first, second, third, fourth);
    const key = place * half;
    const sum = place * width;
    if (keys[key] === first && keys[key + 1] === second && keys[key + 2] === third && keys[key + 3] === fourth) return sum;
    keys.set([first, second, third, fourth], key);
    for (let column = 0; column < width; column += 1) {
      const two = Math.fround(row(first, column) + row(second, column));
      sums[sum + column] = Math.fround(two + row(third, column)) + row(fourth, column);
    }
    return sum;
  };
  return { sums, find };
}

function placeOf(first: number, second: number, third: number, fourth: number): number {
  let state = Math.imul(first, 31) + second;
  state = Math.imul(state, 31) + third;
  state = Math.imul(Math.imul(state, 31) + fourth, 0x9e3779b1);
  return (state >>> 12) & (remembered - 1);
}
