import type { AIMessage, AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import type { Runnable } from '@langchain/core/runnables';

type Model = Runnable<BaseMessage[], AIMessageChunk>;

/** One model call, whole or streamed; what the user may see is added to `shown`. */
export async function askModel(model: unknown, messages: BaseMessage[], delivery: 'invoke' | 'stream', shown: unknown[] = []): Promise<AIMessage> {
  const callable = model as Model;
  if (delivery === 'invoke') {
    const answer = await callable.invoke(messages);
    shown.push(answer.content, answer.tool_calls);
    return answer as AIMessage;
  }
  let whole: AIMessageChunk | undefined;
  for await (const chunk of await callable.stream(messages)) {
    shown.push(chunk.content, chunk.tool_call_chunks);
    whole = whole === undefined ? chunk : whole.concat(chunk);
  }
  if (whole === undefined) throw new Error('the stream was empty');
  return whole as AIMessage;
}
