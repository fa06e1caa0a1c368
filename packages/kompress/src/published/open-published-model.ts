import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import type { OnnxRuntime, OnnxSession } from '../runtime/load-onnx-runtime.ts';
import { createSession } from '../runtime/create-session.ts';
import { breathe } from '../scoring/breathe.ts';
import { missingModel } from '../scoring/model-errors.ts';
import { overlappingWindows } from '../scoring/windows.ts';
import type { ScoreRequest, WordScorer } from '../scoring/word-scorer.ts';
import type { LocatedModel } from './locate-model.ts';
import { loadWordTokenizer, type WordTokenizer } from './word-tokenizer.ts';

/** Tokens that the model takes at once, and how much context a scored token has at least on the side where more text follows. */
const longestInput = 512;
const margin = 64;

/**
 * Opens the published model: the first of its files that the runtime can load.
 *
 * @throws HeadroomError `missing-model` where none can be, with what each of them failed at.
 */
export async function openPublishedModel(runtime: OnnxRuntime, { models, ...tokenizer }: LocatedModel): Promise<WordScorer> {
  const failures: string[] = [];
  for (const path of models) {
    let session: OnnxSession;
    try {
      session = await createSession(runtime, path, Math.max(1, availableParallelism() - 1));
    } catch (error) {
      failures.push(`${basename(path)}: ${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    return scorerOf(runtime, session, await loadWordTokenizer(tokenizer), basename(path));
  }
  throw await missingModel(`No file of the published model can be loaded. ${failures.join('; ')}`);
}

function scorerOf(runtime: OnnxRuntime, session: OnnxSession, tokenizer: WordTokenizer, file: string): WordScorer {
  const room = longestInput - tokenizer.before.length - tokenizer.behind.length;
  return {
    method: `kompress-v2-base (${file}) on onnxruntime-node`,
    async score(request, signal) {
      const { ids, words } = encodeAll(request, tokenizer);
      const scores = new Float32Array(request.starts.length);
      for (let word = 0, token = 0; word < scores.length; word += 1) {
        // A word without any token: nothing is known of it, so that it stays.
        if (words[token] !== word) scores[word] = 1;
        while (words[token] === word) token += 1;
      }
      for (const { from, to, scoredFrom, scoredTo } of overlappingWindows(ids.length, room, margin)) {
        await breathe(signal);
        const framed = [...tokenizer.before, ...ids.subarray(from, to), ...tokenizer.behind];
        const found = await runWindow(runtime, session, framed);
        for (let token = scoredFrom; token < scoredTo; token += 1) {
          const word = words[token]!;
          scores[word] = Math.max(scores[word]!, found[tokenizer.before.length + token - from]!);
        }
      }
      return scores;
    },
  };
}

/** All tokens of all words in a row, and the word of each. */
function encodeAll(
  { text, starts, ends }: ScoreRequest,
  tokenizer: WordTokenizer,
): { readonly ids: Int32Array; readonly words: Int32Array } {
  const ids: number[] = [];
  const words: number[] = [];
  for (let word = 0; word < starts.length; word += 1) {
    for (const id of tokenizer.encode(text.slice(starts[word], ends[word]))) {
      ids.push(id);
      words.push(word);
    }
  }
  return { ids: Int32Array.from(ids), words: Int32Array.from(words) };
}

async function runWindow(runtime: OnnxRuntime, session: OnnxSession, ids: readonly number[]): Promise<Float32Array> {
  const shape = [1, ids.length];
  const outputs = await session.run({
    input_ids: new runtime.Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new runtime.Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
  });
  const scores = outputs['final_scores'];
  if (scores === undefined || scores.data.length !== ids.length) {
    throw await missingModel('The model answers without final_scores for each token: it is no Kompress model, or one of another version.');
  }
  return scores.data as Float32Array;
}
