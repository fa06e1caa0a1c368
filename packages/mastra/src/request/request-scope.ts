import type { Scope } from '@headroom/core';

/** What is read of Mastra's request context. */
export interface ReadableContext {
  get(key: string): unknown;
}

/**
 * The scope that one request names: `requestContext.set('headroom', { scope: 'tenant-7' })`. Mastra hands the context on to tools, sub-agents and resumed runs, so that all of
 * them read the same originals.
 */
export function requestScope(context: ReadableContext | undefined): Scope | undefined {
  const settings = context?.get('headroom');
  if (typeof settings !== 'object' || settings === null || !('scope' in settings)) return undefined;
  return typeof settings.scope === 'string' ? settings.scope : undefined;
}
