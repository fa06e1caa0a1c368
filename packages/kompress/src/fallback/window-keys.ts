import { featureCount } from '../features/feature-layout.ts';

/** How many keys stand for a word: what it and the two words on each side are, alone and together. */
export const keyCount = 22;

const word = 0;
const prefix = 1;
const suffix = 2;
const shape = 3;
const rarity = 4;
const repeat = 5;
const position = 6;
const enclosure = 7;

/**
 * Writes the keys of a word into `keys`: hashes of what stands in its window, each below `size`, a power of two.
 *
 * @param ids the features of all words, {@link featureCount} for each
 */
export function readWindowKeys(ids: Int32Array, index: number, { keys, size }: { readonly keys: Int32Array; readonly size: number }): void {
  const at = (offset: number, feature: number): number => {
    const place = (index + offset) * featureCount + feature;
    return place < 0 || place >= ids.length ? 0 : ids[place]!;
  };
  const mask = size - 1;
  let next = 0;
  const add = (first: number, second = 0, third = 0): void => {
    keys[next] = mix(next + 1, first, second, third) & mask;
    next += 1;
  };
  const here = at(0, word);
  const before = at(-1, word);
  const after = at(1, word);
  add(here);
  add(before);
  add(after);
  add(at(-2, word));
  add(at(2, word));
  add(before, here);
  add(here, after);
  add(before, after);
  add(before, here, after);
  add(at(-2, word), before, here);
  add(here, after, at(2, word));
  add(at(0, suffix), at(0, prefix));
  add(at(0, suffix));
  add(at(-1, suffix), at(1, suffix));
  add(here, at(1, suffix));
  add(at(-1, shape), at(0, shape), at(1, shape));
  add(at(-1, rarity), at(0, rarity), at(1, rarity));
  add(at(0, repeat), at(0, rarity));
  add(at(0, position), at(0, shape));
  add(here, at(0, position));
  add(here, at(0, enclosure));
  add(at(0, enclosure), at(0, position));
}

function mix(template: number, first: number, second: number, third: number): number {
  let state = Math.imul(template, 0x9e3779b1) ^ Math.imul(first, 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 15), 0xc2b2ae35) ^ Math.imul(second, 0x27d4eb2f);
  state = Math.imul(state ^ (state >>> 13), 0x165667b1) ^ Math.imul(third, 0x2545f491);
  state = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
  return state ^ (state >>> 15);
}
