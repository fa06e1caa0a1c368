import { leakedHandles, leakRefusal, type Handle, type LeakPolicy, type MarkerLeakedEvent } from '@headroom/core';
import { isCallerCall } from '../exchange/retrieve-call.ts';
import type { Content, ToolCall } from '../specification/content.ts';
import type { CallRecord } from './report.ts';

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
  const check = (part: ToolCall, record: CallRecord): ToolCall => {
    const handles = leakedHandles(part.input, call.handles);
    if (handles.length === 0) return part;
    record.markersInArguments += 1;
    call.onLeak({ type: 'marker-leaked', toolName: part.toolName, toolCallId: part.toolCallId, handles });
    return call.policy === 'refuse' ? { ...part, input: leakRefusal(handles) } : part;
  };
  return {
    check,
    checkAll: (content, record) => content.map((part) => (part.type === 'tool-call' && isCallerCall(part) ? check(part, record) : part)),
  };
}
