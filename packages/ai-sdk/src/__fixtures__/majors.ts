import * as anthropic7 from '@ai-sdk/anthropic';
import * as anthropic6 from '@ai-sdk/anthropic-6';
import * as openai7 from '@ai-sdk/openai';
import * as openai6 from '@ai-sdk/openai-6';
import * as ai7 from 'ai';
import * as ai6 from 'ai6';
import type { UIMessage } from 'ai';

/** One major of the AI SDK with provider packages of its generation. What the tests call has the same shape in both. */
export interface Major {
  readonly name: string;
  readonly ai: typeof ai7;
  readonly openai: typeof openai7.createOpenAI;
  readonly anthropic: typeof anthropic7.createAnthropic;
  readonly steps: typeof ai7.isStepCount;
  /** The messages of all steps, to be kept by the caller. */
  readonly answerMessages: (result: unknown) => Promise<ai7.ModelMessage[]>;
  /** The last state of the UI message that a streamed answer builds in a browser. */
  readonly uiMessage: (result: ReturnType<typeof ai7.streamText>, tools: ai7.ToolSet) => Promise<UIMessage>;
}

type UiResult = { toUIMessageStream(options: unknown): ReadableStream<ai7.UIMessageChunk> };

/** What an application does that shows savings beside its messages. */
const messageMetadata = ({ part }: { part: { type: string; providerMetadata?: ai7.ProviderMetadata | undefined } }): unknown =>
  part.type === 'finish-step' ? { headroom: part.providerMetadata?.['headroom'] } : undefined;

async function lastOf(messages: AsyncIterable<UIMessage>): Promise<UIMessage> {
  let last: UIMessage | undefined;
  for await (const message of messages) last = message;
  if (last === undefined) throw new Error('the stream built no UI message');
  return last;
}

export const majors: readonly Major[] = [
  {
    name: 'ai 7',
    ai: ai7,
    openai: openai7.createOpenAI,
    anthropic: anthropic7.createAnthropic,
    steps: ai7.isStepCount,
    answerMessages: async (result) => await (result as { responseMessages: PromiseLike<ai7.ModelMessage[]> }).responseMessages,
    uiMessage: (result, tools) => lastOf(ai7.readUIMessageStream({ stream: ai7.toUIMessageStream({ stream: result.stream, tools, messageMetadata }) })),
  },
  {
    name: 'ai 6',
    ai: ai6 as unknown as typeof ai7,
    openai: openai6.createOpenAI as unknown as typeof openai7.createOpenAI,
    anthropic: anthropic6.createAnthropic as unknown as typeof anthropic7.createAnthropic,
    steps: ai6.stepCountIs as unknown as typeof ai7.isStepCount,
    answerMessages: async (result) => (await (result as { response: PromiseLike<{ messages: ai7.ModelMessage[] }> }).response).messages,
    uiMessage: (result) =>
      lastOf(ai6.readUIMessageStream({ stream: (result as unknown as UiResult).toUIMessageStream({ messageMetadata }) as never })),
  },
];
