import type { Messages } from './message-lens.ts';
import { isToolResult } from './message.ts';

/** The names of the tools whose results stand in a history; undefined for a result that does not say. */
export function* answeredTools(messages: Messages): Generator<string | undefined> {
  for (const message of messages) if (isToolResult(message)) yield message.name;
}
