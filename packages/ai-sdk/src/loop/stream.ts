import { retrieveTool, type LanguageModelPrompt } from '@headroom/core';
import { isCallerCall, isOpenRetrieveCall } from '../exchange/retrieve-call.ts';
import { showResult } from '../exchange/shown-parts.ts';
import type { Usage } from '../specification/content.ts';
import type { StreamResult } from '../specification/model.ts';
import type { Finish, StreamPart } from '../specification/stream-part.ts';
import { createJsonProse, type JsonProse } from './json-prose.ts';
import { pingWhile } from './ping.ts';
import { withReport } from './report.ts';
import { withRetries } from './retry.ts';
import { createRoundReader, type RoundReader } from './round-reader.ts';
import { answerRound, goesOn, nextPrompt, type Loop } from './rounds.ts';
import { createSource, pullStream, type Source } from './source.ts';
import { sumUsage } from './usage.ts';

/** The streaming twin of `generateWithRetrieval`: every part of every round goes out as it comes. */
export async function streamWithRetrieval<Result extends StreamResult>(loop: Loop, first: () => PromiseLike<Result>): Promise<Result> {
  const result = await first();
  const source = createSource(loop.params.abortSignal);
  return { ...result, stream: pullStream(rounds(loop, result.stream, source), source) };
}

async function* rounds(loop: Loop, firstStream: ReadableStream<StreamPart>, source: Source): AsyncGenerator<StreamPart, void> {
  const usedIds = new Set<string>();
  let stream = firstStream;
  let prompt = loop.params.prompt;
  for (let round = 0; ; round += 1) {
    const reader = createRoundReader(round, usedIds);
    yield* showRound(loop, source.read(stream), reader);
    if (source.cancelled()) return;
    const finish = reader.finish();
    if (finish !== undefined) loop.record.rounds.push(finish.usage);
    const exchanges = await answerRound(loop, reader.content, reader.own, round);
    for (const exchange of exchanges) yield showResult(exchange);
    if (finish === undefined) return;
    if (reader.failed() || !goesOn(reader.own, reader.mixed(), round, loop.maximumRounds)) {
      yield await lastPart(finish, loop);
      return;
    }
    prompt = nextPrompt(prompt, reader.content, exchanges, loop.model);
    loop.record.sent = prompt;
    const opened = yield* openRound(loop, prompt, source);
    if (opened === undefined) return;
    stream = opened;
  }
}

// Parts of one round as the caller sees them. In JSON mode, prose waits at the gate until its fate is known.
async function* showRound(loop: Loop, parts: AsyncGenerator<StreamPart, void>, reader: RoundReader): AsyncGenerator<StreamPart, void> {
  const prose = loop.params.responseFormat?.type === 'json' ? createJsonProse() : undefined;
  for await (const part of parts) {
    if (prose !== undefined) yield* settleBefore(part, prose);
    const shown = reader.show(part.type === 'tool-call' && isCallerCall(part) ? loop.guard.check(part, loop.record) : part);
    if (shown === undefined) continue;
    if (prose === undefined) yield shown;
    else yield* prose.take(shown);
  }
  if (prose !== undefined) yield* prose.settle('text');
}

function settleBefore(part: StreamPart, prose: JsonProse): readonly StreamPart[] {
  if (part.type !== 'tool-input-start' && part.type !== 'tool-call') return [];
  if (isOpenRetrieveCall(part) || (part.type === 'tool-input-start' && part.toolName === retrieveTool.name))
    return prose.settle('reasoning');
  return part.providerExecuted === true ? [] : prose.settle('text');
}

/** Asks the model for the next round; a failure becomes an error part, since what was shown so far cannot be taken back. */
async function* openRound(
  loop: Loop,
  prompt: LanguageModelPrompt,
  source: Source,
): AsyncGenerator<StreamPart, ReadableStream<StreamPart> | undefined> {
  const { model, params } = loop;
  const attempt = (): PromiseLike<StreamResult> => model.doStream({ ...params, prompt, abortSignal: source.signal });
  const opening = withRetries(attempt, { ...loop.retry, abortSignal: source.signal });
  // Whoever cancels while we wait never comes back here: a stream that opens all the same must not stay open.
  void opening.then(
    ({ stream }) => (source.cancelled() ? stream.cancel() : undefined),
    () => undefined,
  );
  try {
    const { stream } = yield* pingWhile(opening, model.specificationVersion);
    return stream;
  } catch (error) {
    if (source.cancelled()) return undefined;
    // An abort is the caller's own doing: the frameworks know it by the stream failing.
    if (source.signal.aborted) throw error;
    yield { type: 'error', error };
    yield await lastPart({ type: 'finish', finishReason: { unified: 'error', raw: undefined }, usage: noUsage }, loop);
    return undefined;
  }
}

async function lastPart(finish: Finish, { record }: Loop): Promise<Finish> {
  const usage = record.rounds.length === 0 ? finish.usage : sumUsage(record.rounds);
  return { ...finish, usage, providerMetadata: await withReport(finish.providerMetadata, record) };
}

const noUsage: Usage = {
  inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: undefined, text: undefined, reasoning: undefined },
};
