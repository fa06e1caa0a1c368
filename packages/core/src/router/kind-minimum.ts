import type { ContentKind } from '../types/content-kind.ts';

/**
 * Texts of fewer tokens pass unchanged, kind by kind, where the caller has set no minimum of his own.
 *
 * Listings, command output and search hits of a few screens are what agents act on at once, by line and column: users asked for them byte for byte up to 2,000 tokens.
 */
const minimums: Partial<Record<ContentKind, number>> = { terminal: 2000, search: 2000 };

/** The smallest text of a kind that may change. */
export function minimumFor(kind: ContentKind, general: number, origin: 'default' | 'caller'): number {
  return origin === 'caller' ? general : Math.max(general, minimums[kind] ?? 0);
}
