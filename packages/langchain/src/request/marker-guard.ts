import { parseMarkers, type Handle } from '@headroom/core';
import type { Call } from '../exchange/turn-record.ts';

/** A call of one of the caller's tools carries a marker: what the tool writes or sends on would hold the marker, not the text it stands for. */
export interface MarkerLeakedEvent {
  readonly type: 'marker-leaked';
  readonly toolName: string;
  readonly toolCallId: string;
  readonly handles: readonly Handle[];
}

/** What happens to such a call: `warn` tells by event and lets it go, `refuse` answers it in place of the tool, so that the model writes it anew. */
export type LeakPolicy = 'warn' | 'refuse';

/** Looks for our markers in the arguments that a model writes. */
export interface MarkerGuard {
  /** Whether calls have to wait until their arguments are whole, because they may be refused. */
  readonly withholds: boolean;
  /** Undefined where the arguments hold no marker; else, where the call is refused, what the model reads in place of its result. */
  check(call: Call): { readonly refusal?: string } | undefined;
}

/** Makes a guard for one model call. Only the handles that stand in its prompt count: any other marker is somebody else's text (I12). */
export function createMarkerGuard(call: {
  handles: readonly Handle[];
  policy: LeakPolicy;
  onLeak: (event: MarkerLeakedEvent) => void;
}): MarkerGuard {
  const minted = new Set(call.handles);
  return {
    withholds: call.policy === 'refuse' && minted.size > 0,
    check({ id, name, args }) {
      if (minted.size === 0) return undefined;
      const found = parseMarkers(stringsIn(args).join('\n')).map(({ handle }) => handle);
      const handles = [...new Set(found)].filter((handle) => minted.has(handle));
      if (handles.length === 0) return undefined;
      call.onLeak({ type: 'marker-leaked', toolName: name, toolCallId: id ?? '', handles });
      return call.policy === 'refuse' ? { refusal: refusalText(handles) } : {};
    },
  };
}

/** The texts in a call's arguments as the tool would get them, not escaped as JSON. */
function stringsIn(value: unknown): string[] {
  const found: string[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') found.push(next);
    else if (typeof next === 'object' && next !== null) waiting.push(...Object.keys(next), ...(Object.values(next) as unknown[]));
  }
  return found;
}

function refusalText(handles: readonly Handle[]): string {
  return `The arguments hold a marker of offloaded text (${handles.join(', ')}) in place of the text itself. Retrieve it and write the text out. The tool was not run.`;
}
