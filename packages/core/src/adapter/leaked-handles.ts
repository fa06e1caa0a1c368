import { parseMarkers } from '../marker/index.ts';
import type { Handle } from '../types/store.ts';

/** What happens to a call whose arguments hold a marker: `warn` tells by event and lets it go, `refuse` fails it before the tool runs, so that the model is told and writes it anew. */
export type LeakPolicy = 'warn' | 'refuse';

/**
 * Finds the handles in a call's arguments that stand in its prompt. Only these count: any other marker is somebody else's text (I12).
 *
 * @param input the arguments: JSON text, or the value as the tool would get it
 * @example leakedHandles({ content: '<<ccr:3f2a… 12_rows_offloaded>>' }, receipt.handles) // ['3f2a…']
 */
export function leakedHandles(input: unknown, handles: readonly Handle[]): readonly Handle[] {
  if (handles.length === 0) return [];
  const minted = new Set(handles);
  const found = parseMarkers(stringsIn(input).join('\n')).map(({ handle }) => handle);
  return [...new Set(found)].filter((handle) => minted.has(handle));
}

/** What the model reads in place of the result of a call that is refused. */
export function leakRefusal(handles: readonly Handle[]): string {
  return `The arguments hold a marker of offloaded text (${handles.join(', ')}) in place of the text itself. Retrieve it and write the text out. The tool was not run.`;
}

// Not the JSON text of a value, in which the marker would stand escaped. What holds itself is gone through once.
function stringsIn(value: unknown): string[] {
  const found: string[] = [];
  const seen = new Set<object>();
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') found.push(next);
    else if (typeof next === 'object' && next !== null && !seen.has(next)) {
      seen.add(next);
      for (const [key, inner] of Object.entries(next)) waiting.push(key, inner);
    }
  }
  return found;
}
