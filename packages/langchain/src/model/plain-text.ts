import type { BaseMessage } from '@langchain/core/messages';
import type { InnerModel } from '../request/inner-model.ts';

/**
 * Whether a model would stream strings, had we not added a tool: Anthropic's package streams blocks as soon as there are tools, thinking or documents, and strings otherwise. Who
 * bound no tools writes `chunk.content` to a screen and must not find a list there.
 */
export function streamsPlainText(inner: InnerModel, messages: readonly BaseMessage[]): boolean {
  if (inner._llmType() !== 'anthropic') return false;
  const thinks = inner.thinking?.type === 'enabled' || inner.thinking?.type === 'adaptive';
  return !thinks && !messages.some(({ content }) => typeof content !== 'string' && content.some(isDocument));
}

function isDocument(block: { readonly type?: unknown }): boolean {
  return block.type === 'document' || block.type === 'file' || block.type === 'search_result';
}
