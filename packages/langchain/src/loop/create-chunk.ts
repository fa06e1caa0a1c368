import { AIMessageChunk, type BaseMessage, type UsageMetadata } from '@langchain/core/messages';
import { ChatGenerationChunk } from '@langchain/core/outputs';

/** What a chunk of a stream says; what is left out it does not say. */
export interface ChunkFields {
  readonly content: BaseMessage['content'];
  readonly id: string | undefined;
  readonly name?: string | undefined;
  readonly tool_call_chunks?: AIMessageChunk['tool_call_chunks'];
  readonly tool_calls?: AIMessageChunk['tool_calls'];
  readonly additional_kwargs?: Record<string, unknown>;
  readonly response_metadata?: Record<string, unknown>;
  readonly usage_metadata?: UsageMetadata | undefined;
}

/** Makes a chunk. Fields that are undefined are left out: chunks are added up field by field. */
export function createChunk(fields: ChunkFields, text: string, generationInfo: Record<string, unknown> = {}): ChatGenerationChunk {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  const { content } = fields;
  const message = new AIMessageChunk({
    additional_kwargs: {},
    response_metadata: {},
    ...Object.fromEntries(known),
    content,
  } as ConstructorParameters<typeof AIMessageChunk>[0]);
  return new ChatGenerationChunk({ message, text, generationInfo });
}
