import type { LedgerAnswer } from '@headroom/core';
import type { Content, ToolCall, ToolResult } from '../specification/content.ts';
import type { JsonObject } from '../specification/json.ts';
import { writePointer, type Pointer } from './pointer.ts';

/** One retrieve call of a round, read and answered. */
export interface Exchange {
  readonly call: ToolCall;
  /** The id under which the caller sees the call. */
  readonly shownId: string;
  readonly input: JsonObject;
  readonly answer: LedgerAnswer;
  readonly pointer: Pointer;
}

/**
 * The call as the caller sees it: run by the provider's side, of a tool that the caller need not know. The frameworks neither run such a call nor count it
 * among the caller's, keep it in the assistant message, and carry it through UI messages and back.
 */
export function showCall(call: ToolCall, shownId: string, input: JsonObject): ToolCall {
  return { ...call, toolCallId: shownId, input: JSON.stringify(input), providerExecuted: true, dynamic: true };
}

/** The result as the caller sees it: a pointer. */
export function showResult({ call, shownId, pointer }: Exchange): ToolResult {
  return { type: 'tool-result', toolCallId: shownId, toolName: call.toolName, result: writePointer(pointer), dynamic: true };
}

/** A call id that no call of this step was shown under: providers that number the calls of each answer anew would make two calls one. */
export function freshId(id: string, used: Set<string>): string {
  let fresh = id;
  for (let copy = 2; used.has(fresh); copy += 1) fresh = `${id}-${copy}`;
  used.add(fresh);
  return fresh;
}

/** Whether a part of an answer comes back in the next prompt: frameworks drop sources, approval requests, previews of results and empty texts. */
export function staysInHistory(part: Content, keepsEmptyText: boolean): boolean {
  if (part.type === 'source' || part.type === 'tool-approval-request') return false;
  if (part.type === 'tool-result') return part.preliminary !== true;
  return part.type !== 'text' || part.text !== '' || (keepsEmptyText && part.providerMetadata !== undefined);
}
