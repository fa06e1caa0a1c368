import { isRetrieveToolName } from '@headroom/core';
import type { Messages } from '../messages/message-lens.ts';
import { isAi, isToolResult, textOf } from '../messages/message.ts';

/** The arguments of all calls of the retrieve tool that stand in the messages, in their order. */
export function requestsIn(messages: Messages): unknown[] {
  const inputs: unknown[] = [];
  for (const message of messages) {
    if (isAi(message)) for (const { name, args } of message.tool_calls ?? []) if (isRetrieveToolName(name)) inputs.push(args);
  }
  return inputs;
}

/** The answers of the retrieve tool that stand in the messages. */
export function answersIn(messages: Messages): string[] {
  return messages.flatMap((message) => (isToolResult(message) && isRetrieveToolName(message.name ?? '') ? [textOf(message.content)] : []));
}
