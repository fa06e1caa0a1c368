import { readRetrieveInput, retrieveTool, type Headroom, type Scope } from '@headroom/core';
import type { Prompt } from '../prompt/prompt.ts';

// The same answer twice is a model looking again; a third time is a model going in circles.
const fullAnswers = 2;

/** What a model is told that asks the same once more. */
export const repeated =
  'This exact request was answered before in this conversation, and the answer has not changed: read it there. To see another part, ask with other lines, query or path.';

/** Asks the engine; a store that fails is an answer too, never an exception in the middle of a run (I6). */
export async function retrieve(engine: Headroom, input: unknown, scope: Scope | undefined): Promise<{ text: string; found: boolean }> {
  try {
    return await engine.retrieve(readRetrieveInput(input), scope === undefined ? {} : { scope });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      text: `The original cannot be read now (${reason}). Do not ask again; run the tool again if you need its result.`,
      found: false,
    };
  }
}

/** How often each request to the retrieve tool stands in a prompt: counted there, so that the count survives restarts and needs no session (I4). */
export function countRequests(prompt: Prompt): ReadonlyMap<string, number> {
  const asked = new Map<string, number>();
  for (const message of prompt) {
    if (message.role !== 'assistant') continue;
    for (const part of message.content) {
      if (part.type !== 'tool-call' || part.toolName !== retrieveTool.name) continue;
      const key = requestKey(part.input);
      asked.set(key, (asked.get(key) ?? 0) + 1);
    }
  }
  return asked;
}

/** Whether a request was answered in full as often as it may be. */
export function isExhausted(asked: ReadonlyMap<string, number>, input: unknown): boolean {
  return (asked.get(requestKey(input)) ?? 0) >= fullAnswers;
}

// Arguments in another order are the same request.
function requestKey(input: unknown): string {
  if (typeof input !== 'object' || input === null) return JSON.stringify(input) ?? '';
  const entries = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  return JSON.stringify(entries.sort(([first], [second]) => (first < second ? -1 : 1)));
}
