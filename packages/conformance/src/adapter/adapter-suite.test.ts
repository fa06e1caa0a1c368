import { createHeadroom, openAiChatLens, retrieveTool, type Headroom, type OpenAiChatMessage } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import type { TestRunner } from '../test-runner.ts';
import { adapterSuite, type AdapterHarness, type HarnessOptions, type SentRequest } from './adapter-suite.ts';

type History = readonly OpenAiChatMessage[];

/** What may be wrong with an adapter. */
type Fault =
  | 'none'
  | 'toggles the tool'
  | 'writes to results'
  | 'shows markers'
  | 'compresses without the tool'
  | 'rewrites history'
  | 'changes when off';

/** The smallest honest adapter: the agent loop runs the retrieve tool like any other, and its answers stand in the history. */
function createHarness(options: HarnessOptions, fault: Fault = 'none'): AdapterHarness<History> {
  const engine = createHeadroom({ offload: 'never', mode: options.adapter === 'off' ? 'off' : 'reversible' });
  const requests: SentRequest[] = [];

  async function send(messages: History): Promise<{ turn: ReturnType<HarnessOptions['model']>; sent: History }> {
    const offered = options.adapter === 'on' && !(fault === 'toggles the tool' && requests.length === 2);
    const names = [...Object.keys(options.tools), ...(offered ? [retrieveTool.name] : [])];
    const redemption = offered || fault === 'compresses without the tool' ? 'tool' : 'none';
    const prompt = options.adapter === 'bare' ? messages : (await engine.compressWith(openAiChatLens(), messages, { redemption })).messages;
    const sent = fault === 'changes when off' && options.adapter === 'off' ? [...prompt, { role: 'system', content: 'x' }] : prompt;
    const request = {
      messages:
        fault === 'rewrites history'
          ? sent.map((message, index) => (index === 1 ? { ...message, name: String(requests.length) } : message))
          : sent,
      tools: names,
    };
    requests.push(JSON.parse(JSON.stringify(request)) as SentRequest);
    return { turn: options.model(request), sent };
  }

  async function ask(history: History | undefined, question: string) {
    const messages: OpenAiChatMessage[] = [...(history ?? []), { role: 'user', content: question }];
    for (;;) {
      const { turn, sent } = await send(messages);
      const calls = turn.calls ?? [];
      const said = { role: 'assistant', content: turn.text ?? null, ...(calls.length === 0 ? {} : { tool_calls: calls.map(wireCall) }) };
      messages.push(said);
      if (calls.length === 0) return { history: messages, text: turn.text ?? '', shown: fault === 'shows markers' ? sent : turn.text };
      for (const call of calls) messages.push({ role: 'tool', tool_call_id: call.id, content: await run(engine, options, call, fault) });
    }
  }

  return {
    ask,
    requests,
    save: (history) => JSON.stringify(history),
    load: (saved) => JSON.parse(saved) as History,
    close: () => engine.close(),
  };
}

type Call = NonNullable<ReturnType<HarnessOptions['model']>['calls']>[number];

const wireCall = ({ id, name, input }: Call) => ({ id, type: 'function', function: { name, arguments: JSON.stringify(input) } });

async function run(engine: Headroom, options: HarnessOptions, { name, input }: Call, fault: Fault): Promise<string> {
  if (name === retrieveTool.name) return (await engine.retrieve({ hash: String(input['hash']), path: String(input['path']) })).text;
  const result = options.tools[name]?.(input);
  if (fault === 'writes to results') (result as { note?: string }[])[0]!.note = 'seen';
  return JSON.stringify(result);
}

adapterSuite({ test: { describe, it, expect }, createHarness: (options) => createHarness(options) });

/** Runs the suite against a faulty adapter and gives back the titles of the tests that failed. */
async function failures(fault: Fault): Promise<string[]> {
  const tests: { name: string; body: () => void | Promise<void> }[] = [];
  const runner: TestRunner = { describe: (_name, body) => body(), it: (name, body) => void tests.push({ name, body }), expect };
  adapterSuite({ test: runner, createHarness: (options) => createHarness(options, fault) });
  const failed: string[] = [];
  for (const { name, body } of tests.slice(0, tests.length >> 1)) {
    try {
      await body();
    } catch {
      failed.push(name);
    }
  }
  return failed;
}

describe('adapterSuite', () => {
  it.each([
    ['toggles the tool', 'I3'],
    ['rewrites history', 'I3'],
    ['compresses without the tool', 'I2'],
    ['changes when off', 'I9'],
    ['writes to results', 'answers'],
    ['shows markers', 'no marker'],
  ] as const)('notices an adapter that %s', async (fault, title) => {
    expect((await failures(fault)).some((name) => name.startsWith(title))).toBe(true);
  });
});
