import { leakedHandles, leakRefusal, type Handle, type LeakPolicy, type MarkerLeakedEvent } from '@headroom/core';
import type { Call } from '../exchange/turn-record.ts';

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
  return {
    withholds: call.policy === 'refuse' && call.handles.length > 0,
    check({ id, name, args }) {
      const handles = leakedHandles(args, call.handles);
      if (handles.length === 0) return undefined;
      call.onLeak({ type: 'marker-leaked', toolName: name, toolCallId: id ?? '', handles });
      return call.policy === 'refuse' ? { refusal: leakRefusal(handles) } : {};
    },
  };
}
