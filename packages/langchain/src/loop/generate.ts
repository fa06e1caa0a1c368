import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import type { AIMessage, BaseMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import type { RecordedTurn } from '../exchange/turn-record.ts';
import { usageOf } from '../messages/message.ts';
import { nextPrompt, settleRound, type Loop } from './rounds.ts';
import { withoutCalls } from './shown-content.ts';
import { showMessage } from './show-message.ts';

/** Asks the model, runs the retrievals it asks for, and asks again, until it answers or calls a tool of the caller. */
export async function generateWithRetrieval(loop: Loop, runManager: CallbackManagerForLLMRun | undefined): Promise<ChatResult> {
  const turns: RecordedTurn[] = [];
  const contents: BaseMessage['content'][] = [];
  let prompt = [...loop.prompt];
  for (let round = 0; ; round += 1) {
    const result = await loop.inner._generate(prompt, loop.options, runManager);
    const [generation] = result.generations;
    if (generation === undefined) return result;
    const message = generation.message as AIMessage;
    const settled = await settleRound(loop, message, round);
    turns.push(settled.turn);
    if (!settled.again) {
      const shown = await showMessage(loop, message, settled, { contents, turns });
      return showResult(result, shown, loop);
    }
    if (!loop.json) contents.push(withoutCalls(message.content, () => true));
    prompt = await nextPrompt(loop, prompt, settled.turn);
  }
}

function showResult(result: ChatResult, message: AIMessage, { record }: Loop): ChatResult {
  const [generation, ...others] = result.generations;
  const text = typeof message.content === 'string' ? message.content : (generation?.text ?? '');
  const usage = usageOf(message);
  const output = result.llmOutput as Record<string, unknown> | undefined;
  const summed =
    record.rounds.length > 1 && usage !== undefined && output?.['tokenUsage'] !== undefined
      ? { tokenUsage: { promptTokens: usage.input_tokens, completionTokens: usage.output_tokens, totalTokens: usage.total_tokens } }
      : {};
  return {
    ...result,
    generations: [{ ...generation, text, message }, ...others],
    ...(output === undefined ? {} : { llmOutput: { ...output, ...summed } }),
  };
}
