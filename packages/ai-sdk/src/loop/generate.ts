import { tagProse } from '../exchange/prose-tag.ts';
import { isCallerCall, isOpenRetrieveCall } from '../exchange/retrieve-call.ts';
import { freshId, showCall, showResult, type Exchange } from '../exchange/shown-parts.ts';
import type { Content } from '../specification/content.ts';
import type { JsonObject } from '../specification/json.ts';
import type { GenerateResult } from '../specification/model.ts';
import { withReport } from './report.ts';
import { withRetries } from './retry.ts';
import { answerRound, goesOn, nextPrompt, type Loop, type OwnCall } from './rounds.ts';
import { sumUsage } from './usage.ts';

/** Asks the model, runs the retrievals it asks for, and asks again, until it answers or calls a tool of the caller. */
export async function generateWithRetrieval(loop: Loop, first: () => PromiseLike<GenerateResult>): Promise<GenerateResult> {
  const { model, params, record } = loop;
  const shown: Content[] = [];
  const usedIds = new Set<string>();
  let warnings: readonly JsonObject[] = [];
  let prompt = params.prompt;
  for (let round = 0; ; round += 1) {
    const asked = prompt;
    const result = round === 0 ? await first() : await withRetries(() => model.doGenerate({ ...params, prompt: asked }), loop.retry);
    record.rounds.push(result.usage);
    warnings = mergeWarnings(warnings, result.warnings);
    const own = result.content.filter(isOpenRetrieveCall).map((call): OwnCall => ({ call, shownId: freshId(call.toolCallId, usedIds) }));
    const mixed = result.content.some(isCallerCall);
    const again = goesOn(own, mixed, round, loop.maximumRounds);
    const exchanges = await answerRound(loop, result.content, own, round);
    const proseAsReasoning = again && params.responseFormat?.type === 'json';
    shown.push(...showRound(loop.guard.checkAll(result.content, record), exchanges, proseAsReasoning));
    if (!again) {
      return {
        ...result,
        content: shown,
        usage: sumUsage(record.rounds),
        warnings,
        providerMetadata: await withReport(result.providerMetadata, record),
      };
    }
    prompt = nextPrompt(prompt, result.content, exchanges, model);
    record.sent = prompt;
  }
}

function showRound(content: readonly Content[], exchanges: readonly Exchange[], proseAsReasoning: boolean): Content[] {
  const byCall = new Map<Content, Exchange>(exchanges.map((exchange) => [exchange.call, exchange]));
  const parts = content.map((part): Content => {
    const exchange = byCall.get(part);
    if (exchange !== undefined) return showCall(exchange.call, exchange.shownId, exchange.input);
    return proseAsReasoning && part.type === 'text'
      ? { type: 'reasoning', text: part.text, providerMetadata: tagProse(part.providerMetadata) }
      : part;
  });
  return [...parts, ...exchanges.map(showResult)];
}

// Each round repeats the warnings about the caller's settings; each is worth saying once.
function mergeWarnings(known: readonly JsonObject[], more: readonly JsonObject[]): readonly JsonObject[] {
  const seen = new Set(known.map((warning) => JSON.stringify(warning)));
  return [...known, ...more.filter((warning) => !seen.has(JSON.stringify(warning)))];
}
