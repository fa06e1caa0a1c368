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
  let result: ChatResult = { generations: [] };
  const shown = await askInRounds(loop, async (prompt) => {
    result = await loop.inner._generate(prompt, loop.options, runManager);
    return result.generations[0]?.message as AIMessage | undefined;
  });
  return shown === undefined ? result : showResult(result, shown, loop);
}

/** The rounds of one call; undefined as soon as what comes back is no message. */
export async function askInRounds(
  loop: Omit<Loop, 'inner'>,
  ask: (prompt: BaseMessage[]) => Promise<AIMessage | undefined>,
): Promise<AIMessage | undefined> {
  const turns: RecordedTurn[] = [];
  const contents: BaseMessage['content'][] = [];
  let prompt = [...loop.prompt];
  for (let round = 0; ; round += 1) {
    const message = await ask(prompt);
    if (message === undefined) return undefined;
    const settled = await settleRound(loop, message, round);
    turns.push(settled.turn);
    if (!settled.again) return showMessage(loop, message, settled, { contents, turns });
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
