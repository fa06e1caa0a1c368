import type { ChatGenerationChunk, ChatResult } from '@langchain/core/outputs';
import { usageOf } from '../messages/message.ts';

/**
 * The chunks of a stream as one result, for models that stream whenever they are invoked (`streaming: true`).
 *
 * Not left to the model: OpenAI's counts the tokens of such an answer itself, with a table that it fetches from the network, and tries for minutes where there is none.
 */
export async function collectChunks(chunks: AsyncIterable<ChatGenerationChunk>): Promise<ChatResult> {
  const byCompletion = new Map<number, ChatGenerationChunk>();
  for await (const chunk of chunks) {
    const { message, generationInfo } = chunk;
    message.response_metadata = { ...(generationInfo as object | undefined), ...message.response_metadata };
    const completion = Number(generationInfo?.['completion'] ?? 0);
    const before = byCompletion.get(completion);
    byCompletion.set(completion, before === undefined ? chunk : before.concat(chunk));
  }
  const generations = [...byCompletion].sort(([one], [other]) => one - other).map(([, generation]) => generation);
  const [first] = generations;
  const usage = first === undefined ? undefined : usageOf(first.message);
  if (usage === undefined) return { generations };
  const estimatedTokenUsage = { promptTokens: usage.input_tokens, completionTokens: usage.output_tokens, totalTokens: usage.total_tokens };
  return { generations, llmOutput: { estimatedTokenUsage } };
}
