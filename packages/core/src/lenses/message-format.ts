import { isRecord } from './message-parts.ts';

/** The message formats that core itself has lenses for. */
export type MessageFormat = 'openai-chat' | 'anthropic';

const anthropicBlocks = new Set(['tool_use', 'tool_result', 'thinking', 'redacted_thinking', 'server_tool_use', 'document', 'image']);

/**
 * Tells the format of a history by what only one of them has: blocks like `tool_use` are Anthropic's, all else is read as OpenAI chat, in which plain
 * text messages look the same.
 */
export function detectMessageFormat(messages: readonly unknown[]): MessageFormat {
  for (const message of messages) {
    if (!isRecord(message) || !Array.isArray(message['content'])) continue;
    if (message['content'].some((block: unknown) => isRecord(block) && anthropicBlocks.has(String(block['type'])))) return 'anthropic';
  }
  return 'openai-chat';
}
