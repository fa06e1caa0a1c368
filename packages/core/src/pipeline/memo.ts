import { LRUCache } from 'lru-cache';
import type { Rendering } from '../types/rendering.ts';

/** All that decides a rendering besides the text: compared field by field. */
export type MemoContext = readonly string[];

/** A rendering, and the text that it is of as the memo holds it: who goes on with this string compares addresses from then on, where an equal one is compared letter by letter. */
export interface Remembered {
  readonly text: string;
  readonly rendering: Rendering;
}

/** Remembers renderings, so that a history that was seen costs a look-up. */
export interface Memo {
  get(text: string, context: MemoContext): Remembered | undefined;
  set(text: string, context: MemoContext, rendering: Rendering): void;
}

interface Entry extends Remembered {
  readonly context: MemoContext;
}

// Objects and arrays of an entry, about; texts come on top at two bytes a unit.
const overheadBytes = 400;

// A text that is rendered under more contexts than this belongs to no conversation that still goes on under the oldest of them.
const entriesPerText = 32;

/**
 * Makes a memo bounded in bytes, least recently used first.
 *
 * Only the text is hashed, and engines keep the hash with the application's own string; contexts are compared, which for the very strings of a known history
 * costs no more than looking at their addresses.
 */
export function createMemo(maximumBytes: number): Memo {
  const cache = new LRUCache<string, readonly Entry[]>({
    maxSize: maximumBytes,
    sizeCalculation: (entries, text) => 2 * text.length + entries.reduce((sum, entry) => sum + sizeOf(entry), 0),
  });
  return {
    get: (text, context) => cache.get(text)?.find((entry) => isSame(entry.context, context)),
    set(text, context, rendering) {
      const others = (cache.get(text) ?? []).filter((entry) => !isSame(entry.context, context));
      const held = others[0]?.text ?? text;
      cache.set(held, [{ text: held, context, rendering }, ...others.slice(0, entriesPerText - 1)]);
    },
  };
}

function isSame(first: MemoContext, second: MemoContext): boolean {
  return first.length === second.length && first.every((field, index) => field === second[index]);
}

function sizeOf({ context, rendering }: Entry): number {
  return overheadBytes + 2 * context.reduce((sum, field) => sum + field.length, rendering.text?.length ?? 0);
}
