import type { AIMessage, BaseMessage, ToolMessage, UsageMetadata } from '@langchain/core/messages';

/*
 * Messages are told apart by their type, never by their class: an application may hold two copies of @langchain/core (one for `import`, one for `require`), and each has
 * classes of its own.
 */

/** Whether a message is what a model said. */
export function isAi(message: BaseMessage): message is AIMessage {
  return message.type === 'ai';
}

/** Whether a message is the result of a tool. */
export function isToolResult(message: BaseMessage): message is ToolMessage {
  return message.type === 'tool';
}

/**
 * A message of the same class with some fields changed: ids, names, artifacts, metadata and fields that a subclass added stay. The given message is not touched, since
 * graph state, checkpoints and memories hold the very same object.
 */
export function withFields<Message extends BaseMessage>(message: Message, fields: Partial<Record<keyof Message, unknown>>): Message {
  const copy = Object.assign(Object.create(Object.getPrototypeOf(message) as object) as Message, message, fields);
  // What a message is serialized from.
  copy.lc_kwargs = { ...message.lc_kwargs, ...fields };
  return copy;
}

/** The text that a message shows: a string, or the texts of its blocks. */
export function textOf(content: BaseMessage['content']): string {
  if (typeof content === 'string') return content;
  return content.flatMap((block) => (block.type === 'text' && typeof block['text'] === 'string' ? [block['text']] : [])).join('\n');
}

/** The usage that a message tells; its declared type depends on a structure that a generic message does not have. */
export function usageOf(message: BaseMessage): UsageMetadata | undefined {
  return (message as { readonly usage_metadata?: UsageMetadata }).usage_metadata;
}
