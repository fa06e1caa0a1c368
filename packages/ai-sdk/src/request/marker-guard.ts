import { parseMarkers, type Handle } from '@headroom/core';
import { isCallerCall } from '../exchange/retrieve-call.ts';
import type { Content, ToolCall } from '../specification/content.ts';
import type { CallRecord } from '../loop/report.ts';

/** A call of one of the caller's tools carries a marker: what the tool writes or sends on would hold the marker, not the text it stands for. */
export interface MarkerLeakedEvent {
  readonly type: 'marker-leaked';
  readonly toolName: string;
  readonly toolCallId: string;
  readonly handles: readonly Handle[];
}

/** What happens to such a call: `warn` tells by event and lets it go, `refuse` makes it an invalid call, so that the model is told and writes it anew. */
export type LeakPolicy = 'warn' | 'refuse';

/** Looks for our markers in the arguments that a model writes. */
export interface MarkerGuard {
  /** The call as it goes on to the caller. */
  check(call: ToolCall, record: CallRecord): ToolCall;
  checkAll(content: readonly Content[], record: CallRecord): readonly Content[];
}

/**
 * Makes a guard for one model call. Only the handles that stand in its prompt count: any other marker is somebody else's text (I12).
 *
 * A refusal is the framework's own: input that is no JSON becomes a tool error with our words in it, and the tool is not run.
 */
export function createMarkerGuard(call: {
  handles: readonly Handle[];
  policy: LeakPolicy;
  onLeak: (event: MarkerLeakedEvent) => void;
}): MarkerGuard {
  const minted = new Set(call.handles);
  const check = (part: ToolCall, record: CallRecord): ToolCall => {
    if (minted.size === 0) return part;
    const handles = [...new Set(parseMarkers(part.input).map(({ handle }) => handle))].filter((handle) => minted.has(handle));
    if (handles.length === 0) return part;
    record.markersInArguments += 1;
    call.onLeak({ type: 'marker-leaked', toolName: part.toolName, toolCallId: part.toolCallId, handles });
    return call.policy === 'refuse' ? { ...part, input: refusal(handles) } : part;
  };
  return {
    check,
    checkAll: (content, record) => content.map((part) => (part.type === 'tool-call' && isCallerCall(part) ? check(part, record) : part)),
  };
}

function refusal(handles: readonly Handle[]): string {
  return `The arguments hold a marker of offloaded text (${handles.join(', ')}) in place of the text itself. Retrieve it and write the text out. The tool was not run.`;
}
