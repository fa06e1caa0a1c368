import { retrieveTool } from '@headroom/core';
import type { JsonObject, JsonValue } from '../specification/json.ts';

/** Whether a part is a call of the injected retrieve tool that nobody has run yet. */
export function isOpenRetrieveCall<Part extends { readonly type: string }>(part: Part): part is Extract<Part, { type: 'tool-call' }> {
  return isRetrieveCall(part) && !('providerExecuted' in part && part.providerExecuted === true);
}

/** Whether a part is a call that the middleware has run and shown to the caller. */
export function isShownRetrieveCall<Part extends { readonly type: string }>(part: Part): part is Extract<Part, { type: 'tool-call' }> {
  return isRetrieveCall(part) && 'providerExecuted' in part && part.providerExecuted === true;
}

/** Whether a part is a call that the caller has to run. */
export function isCallerCall(part: { readonly type: string; readonly providerExecuted?: unknown }): boolean {
  return part.type === 'tool-call' && part.providerExecuted !== true && !isRetrieveCall(part);
}

function isRetrieveCall(part: { readonly type: string }): boolean {
  return part.type === 'tool-call' && 'toolName' in part && part.toolName === retrieveTool.name;
}

/**
 * The input of a retrieve call as an object, whatever the model wrote: text that is no JSON object is kept under `raw`.
 *
 * The same object goes into the next prompt and into the caller's history, so that both spell the call alike (I3), and a provider that
 * takes only objects (Anthropic) never sees anything else.
 */
export function readCallInput(input: string): JsonObject {
  if (input.trim() === '') return {};
  try {
    const value = JSON.parse(input) as JsonValue;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {
    // A call that the model broke off: it gets an answer that says so.
  }
  return { raw: input };
}
