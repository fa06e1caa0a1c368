import type { MastraModelConfig } from '@mastra/core/llm';
import { MastraLanguageModelV2Mock } from '@mastra/core/test-utils/llm-mock';

/** A message of a prompt as the model is given it, as far as the script reads. */
export interface PromptMessage {
  readonly role: string;
  readonly content:
    | string
    | readonly {
        readonly type: string;
        readonly toolName?: string;
        readonly text?: string;
        readonly output?: { readonly value: unknown };
      }[];
}

/** The file that the questions are about. */
export const wanted = 'packages/core/src/marker/read-handle.ts';

type Reply = { readonly call: string; readonly input: unknown } | { readonly text: string };

/**
 * Plays the model: a tool call, a look back into what was left out, and answers.
 *
 * It sees what a real model sees and nothing else; every fact of its answers is read from the texts in the prompt.
 */
function script(prompt: readonly PromptMessage[]): Reply {
  const results = prompt.flatMap(({ content }) =>
    typeof content === 'string' ? [] : content.filter(({ type }) => type === 'tool-result'),
  );
  const [listed, looked] = results.map(({ output }) => String(output?.value));
  if (listed === undefined) return { call: 'source_files', input: {} };
  const hash = /<<ccr:([0-9a-f]{24})/.exec(listed)?.[1];
  if (looked === undefined && hash !== undefined) return { call: 'headroom_retrieve', input: { hash, query: wanted } };
  const line = [looked ?? '', listed].flatMap((text) => text.split('\n')).find((text) => text.includes(wanted));
  return { text: `What I see of it: ${line ?? 'nothing'}` };
}

/** A model that answers by the script and remembers its prompts. */
export function createScriptedModel(): { readonly model: MastraModelConfig; readonly prompts: (readonly PromptMessage[])[] } {
  const prompts: (readonly PromptMessage[])[] = [];
  const model = new MastraLanguageModelV2Mock({
    modelId: 'gpt-5',
    doGenerate: async ({ prompt }) => {
      prompts.push(prompt as readonly PromptMessage[]);
      const reply = script(prompt as readonly PromptMessage[]);
      const calls = 'call' in reply;
      return {
        content: calls
          ? [{ type: 'tool-call', toolCallId: `call_${prompts.length}`, toolName: reply.call, input: JSON.stringify(reply.input) }]
          : [{ type: 'text', text: reply.text }],
        finishReason: calls ? 'tool-calls' : 'stop',
        usage: { inputTokens: 0, outputTokens: 0, totalTokens: 0 },
        warnings: [],
      };
    },
  });
  // The mock's type is looser than the one that agents take.
  return { model: model as unknown as MastraModelConfig, prompts };
}
