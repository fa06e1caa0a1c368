import { LRUCache } from 'lru-cache';
import type { Rendering } from '../types/rendering.ts';

/** Remembers renderings, so that a history that was seen costs a look-up. */
export interface Memo {
  get(text: string, context: string): Rendering | undefined;
  set(text: string, context: string, rendering: Rendering): void;
}

// Map entries, keys and the fields of a rendering, about; texts come on top at two bytes a unit.
const overheadBytes = 400;

/**
 * Makes a memo bounded in bytes, least recently used first.
 *
 * Two levels, so that the large key is the application's own string: engines keep a string's hash with it, and a history of n texts
 * is looked up without reading them again.
 */
export function createMemo(maximumBytes: number): Memo {
  const sizes = new WeakMap<Map<string, Rendering>, number>();
  const cache = new LRUCache<string, Map<string, Rendering>>({
    maxSize: maximumBytes,
    sizeCalculation: (renderings, text) => (sizes.get(renderings) ?? overheadBytes) + 2 * text.length,
  });
  return {
    get: (text, context) => cache.get(text)?.get(context),
    set(text, context, rendering) {
      const known = cache.get(text);
      const renderings = new Map(known);
      renderings.set(context, rendering);
      sizes.set(
        renderings,
        (known === undefined ? 0 : (sizes.get(known) ?? 0)) + overheadBytes + 2 * ((rendering.text?.length ?? 0) + context.length),
      );
      cache.set(text, renderings);
    },
  };
}
