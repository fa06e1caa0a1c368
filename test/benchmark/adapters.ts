import { headroom } from '@headroom/ai-sdk';
import { createHeadroom } from '@headroom/core';
import { HeadroomChatModel } from '@headroom/langchain';
import { headroomProcessor } from '@headroom/mastra';
import { AIMessage, HumanMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { FakeListChatModel } from '@langchain/core/utils/testing';
import { searchRows } from '../payloads/search-rows.ts';
import { spreadOf, timed, type Spread } from './statistics.ts';

/** What an adapter adds to a call whose history is known. */
export interface AdapterRow {
  readonly adapter: string;
  /** How the tools gave their results: as texts, or as values that the adapter has to spell as JSON on every call. */
  readonly results: 'texts' | 'values';
  readonly messages: number;
  readonly characters: number;
  readonly ms: Spread;
  /** `JSON.stringify` of all values, which a host does once more when it writes the request; nothing for texts. */
  readonly stringifyMs: Spread;
}

const turns = 50;
const rowsPerTurn = 40;
const rounds = 30;
/** Calls of one round: processor time is told in steps too coarse for one. */
const batch = 20;

const values = Array.from({ length: turns }, (_, turn) => searchRows(rowsPerTurn, 70_000 + turn));
const texts = values.map((rows) => JSON.stringify(rows));
const model = { modelId: 'gpt-4o', provider: 'openai', specificationVersion: 'v3' };

/** Measures every adapter on a history of 200 messages, 50 of them large results, that the engine has seen. */
export async function measureAdapters(): Promise<readonly AdapterRow[]> {
  const rows: AdapterRow[] = [];
  for (const results of ['texts', 'values'] as const) {
    rows.push(await measure('AI SDK, middleware', results, callAiSdk(results)));
    rows.push(await measure('Mastra, processor', results, callMastra(results)));
  }
  // A tool message of LangChain holds text, whatever the tool gave.
  rows.push(await measure('LangChain, wrapped model less the bare one', 'texts', callWrapped(), callBare()));
  return rows;
}

type Call = () => Promise<unknown>;

async function measure(adapter: string, results: AdapterRow['results'], call: Call, bare?: Call): Promise<AdapterRow> {
  const times: number[] = [];
  const spelling: number[] = [];
  // The first rounds compress, fill the memos and let the compiler settle.
  for (let round = -3; round < rounds; round += 1) {
    const ours = await perCall(call);
    const theirs = bare === undefined ? 0 : await perCall(bare);
    const stringify = results === 'values' ? await perCall(() => values.map((rows) => JSON.stringify(rows).length)) : 0;
    if (round < 0) continue;
    times.push(ours - theirs);
    spelling.push(stringify);
  }
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return { adapter, results, messages: 4 * turns, characters, ms: spreadOf(times), stringifyMs: spreadOf(spelling) };
}

/** Processor time of one call, all threads: other programs on the machine do not lengthen it. */
async function perCall(call: () => unknown): Promise<number> {
  const { processorMs } = await timed(async () => {
    for (let index = 0; index < batch; index += 1) await call();
  });
  return processorMs / batch;
}

const promptOf = (results: AdapterRow['results']): object[] =>
  values.flatMap((value, turn) => {
    const [toolCallId, toolName] = [`c${turn}`, 'search'];
    const output = results === 'values' ? { type: 'json', value } : { type: 'text', value: texts[turn] };
    return [
      { role: 'user', content: [{ type: 'text', text: `question ${turn}` }] },
      { role: 'assistant', content: [{ type: 'tool-call', toolCallId, toolName, input: { turn } }] },
      { role: 'tool', content: [{ type: 'tool-result', toolCallId, toolName, output }] },
      { role: 'assistant', content: [{ type: 'text', text: 'Listed.' }] },
    ];
  });

function callAiSdk(results: AdapterRow['results']): Call {
  const middleware = headroom({ headroom: createHeadroom({ offload: 'never' }) });
  const params = { prompt: promptOf(results), tools: [] };
  return () => middleware.transformParams({ type: 'generate', params, model: model as never });
}

function callMastra(results: AdapterRow['results']): Call {
  const processor = headroomProcessor({ headroom: createHeadroom({ offload: 'never' }) });
  const state = {};
  const step = { state, model, tools: {}, messages: [], llmRequestStage: true };
  const request = { state, model, prompt: promptOf(results), stepNumber: 0, steps: [] };
  return () => {
    processor.processInputStep(step as never);
    return processor.processLLMRequest(request as never);
  };
}

const history: readonly BaseMessage[] = texts.flatMap((text, turn) => [
  new HumanMessage(`question ${turn}`),
  new AIMessage({ content: '', tool_calls: [{ id: `c${turn}`, name: 'search', args: { turn }, type: 'tool_call' }] }),
  new ToolMessage({ content: text, tool_call_id: `c${turn}` }),
  new AIMessage('Listed.'),
]);

function callBare(): Call {
  const bare = new FakeListChatModel({ responses: ['done'] });
  return () => bare.invoke([...history]);
}

function callWrapped(): Call {
  const wrapped = new HeadroomChatModel(new FakeListChatModel({ responses: ['done'] }), {
    headroom: createHeadroom({ offload: 'never', model: 'gpt-4o' }),
  });
  return () => wrapped.invoke([...history]);
}
