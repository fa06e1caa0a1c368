import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import type { AIMessageChunk } from '@langchain/core/messages';
import type { ChatGenerationChunk } from '@langchain/core/outputs';
import type { RecordedTurn } from '../exchange/turn-record.ts';
import { withFields } from '../messages/message.ts';
import { createChunkDisplay } from './chunk-display.ts';
import { writeReport } from './report.ts';
import { nextPrompt, settleRound, type Loop } from './rounds.ts';
import { needsRecord } from './show-message.ts';

/**
 * The streaming twin of `generateWithRetrieval`: every chunk of every round goes out as it comes, and leaving the stream closes the provider's.
 *
 * The callback of new tokens is called here and not by the wrapped model, which would tell of chunks that the caller must not see.
 */
export async function* streamWithRetrieval(
  loop: Loop,
  runManager: CallbackManagerForLLMRun | undefined,
  plainText: boolean,
): AsyncGenerator<ChatGenerationChunk> {
  const display = createChunkDisplay(loop, plainText);
  const turns: RecordedTurn[] = [];
  let prompt = [...loop.prompt];
  for (let round = 0; ; round += 1) {
    let whole: AIMessageChunk | undefined;
    for await (const chunk of loop.inner._streamResponseChunks(prompt, loop.options)) {
      // A sum of its own: the caller writes ids and metadata into the chunks that it is shown.
      const said = chunk.message as AIMessageChunk;
      whole = whole === undefined ? withFields(said, {}) : whole.concat(said);
      for (const shown of display.show(chunk)) yield* tell(shown, loop, runManager);
    }
    if (whole === undefined) return;
    const settled = await settleRound(loop, whole, round);
    turns.push(settled.turn);
    for (const shown of display.endRound(settled)) yield* tell(shown, loop, runManager);
    if (!settled.again) {
      yield display.close(await writeReport(loop.record), needsRecord(turns) ? { turns } : undefined);
      return;
    }
    prompt = await nextPrompt(loop, prompt, settled.turn);
  }
}

async function* tell(
  chunk: ChatGenerationChunk,
  { options }: Loop,
  runManager: CallbackManagerForLLMRun | undefined,
): AsyncGenerator<ChatGenerationChunk> {
  yield chunk;
  const indexes = { prompt: Number(options['promptIndex'] ?? 0), completion: Number(chunk.generationInfo?.['completion'] ?? 0) };
  await runManager?.handleLLMNewToken(chunk.text ?? '', indexes, undefined, undefined, undefined, { chunk });
}
