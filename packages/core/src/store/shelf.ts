import { LRUCache } from 'lru-cache';
import { StoreFullError } from '../errors/store-full-error.ts';
import type { CcrEntry, CcrLookup, Handle, Scope, StoreStats } from '../types/store.ts';
import { collisionError } from './check-entry.ts';
import type { ResolvedStoreOptions } from './store-options.ts';

interface Kept {
  readonly scope: Scope;
  readonly text: string;
  decision?: 'unchanged';
  touchedAt: number;
}

/** Graves remembered, so that "no longer stored" can be told from "never stored". A grave holds a handle and a scope, no text. */
const maximumGraves = 10_000;

/** Originals in memory, bounded, in the order of their last touch. */
export interface Shelf {
  put(handle: Handle, entry: CcrEntry): void;
  /** Touches what it finds, unless told to `keep` its lifetime. */
  get(handle: Handle, scope: Scope, lifetime?: 'extend' | 'keep'): CcrLookup;
  delete(handle: Handle, scope: Scope): boolean;
  purge(scope: Scope): number;
  prune(): number;
  stats(): StoreStats;
}

/** The rules of lifetime and capacity, without I/O. */
export function createShelf({ maximumBytes, maximumEntries, ttlMs, liveForMs, now }: ResolvedStoreOptions): Shelf {
  // The cache's own eviction never acts: room is made before, by the rules of lifetime. What it gives is the order of touches and the sum of sizes.
  const kept = new LRUCache<Handle, Kept>({ maxSize: maximumBytes, sizeCalculation: ({ text }) => sizeOf(text) });
  const graves = new LRUCache<Handle, Scope>({ max: maximumGraves });
  const ageOf = (entry: Kept) => Math.max(0, now() - entry.touchedAt);
  const isExpired = (entry: Kept) => ageOf(entry) >= ttlMs;

  function bury(handle: Handle, scope: Scope): void {
    kept.delete(handle);
    graves.set(handle, scope);
  }

  function touch(handle: Handle, entry: Kept): void {
    entry.touchedAt = now();
    kept.get(handle);
  }

  /** Buries the longest untouched entries until a text fits, or none of them: a put that is refused evicts nothing. */
  function makeRoom(size: number): void {
    let bytes = kept.calculatedSize + size;
    let entries = kept.size + 1;
    const leaving: [Handle, Scope][] = [];
    for (const handle of kept.rkeys()) {
      if (bytes <= maximumBytes && entries <= maximumEntries) break;
      const entry = kept.peek(handle);
      if (entry === undefined) continue;
      if (ageOf(entry) < liveForMs) break;
      leaving.push([handle, entry.scope]);
      bytes -= sizeOf(entry.text);
      entries -= 1;
    }
    if (bytes > maximumBytes || entries > maximumEntries) {
      throw new StoreFullError({ bytes: kept.calculatedSize, maximumBytes, entries: kept.size, maximumEntries });
    }
    for (const [handle, scope] of leaving) bury(handle, scope);
  }

  return {
    put(handle, { scope, text, decision }) {
      const known = kept.peek(handle);
      if (known !== undefined && !isExpired(known)) {
        if (known.scope !== scope || known.text !== text) throw collisionError(handle);
        if (decision !== undefined) known.decision = decision;
        touch(handle, known);
        return;
      }
      if (known !== undefined) bury(handle, known.scope);
      makeRoom(sizeOf(text));
      kept.set(handle, { scope, text, touchedAt: now(), ...(decision === undefined ? {} : { decision }) });
      graves.delete(handle);
    },

    get(handle, scope, lifetime = 'extend') {
      const entry = kept.peek(handle);
      const owner = entry?.scope ?? graves.get(handle);
      if (owner === undefined) return { status: 'never-stored' };
      if (owner !== scope) return { status: 'wrong-scope' };
      if (entry === undefined) return { status: 'expired' };
      if (isExpired(entry)) {
        bury(handle, scope);
        return { status: 'expired' };
      }
      if (lifetime === 'extend') touch(handle, entry);
      const { text, decision } = entry;
      return decision === undefined ? { status: 'found', text } : { status: 'found', text, decision };
    },

    delete(handle, scope) {
      const entry = kept.peek(handle);
      if (entry?.scope !== scope) return false;
      const wasThere = !isExpired(entry);
      kept.delete(handle);
      return wasThere;
    },

    purge(scope) {
      const buried = [...graves.entries()].filter(([, owner]) => owner === scope);
      for (const [handle] of buried) graves.delete(handle);
      const handles = [...kept.entries()].flatMap(([handle, entry]) => (entry.scope === scope ? [handle] : []));
      for (const handle of handles) kept.delete(handle);
      return handles.length;
    },

    prune() {
      const expired = [...kept.entries()].filter(([, entry]) => isExpired(entry));
      for (const [handle, { scope }] of expired) bury(handle, scope);
      return expired.length;
    },

    stats: () => ({ entries: kept.size, bytes: kept.calculatedSize }),
  };
}

/** Two bytes for a UTF-16 unit: the most that a runtime takes. The cache wants sizes above zero, so that an empty text counts one. */
function sizeOf(text: string): number {
  return Math.max(1, 2 * text.length);
}
