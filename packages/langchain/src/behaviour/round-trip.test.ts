import { createMemoryStore } from '@headroom/core';
import {
  HumanMessage,
  mapChatMessagesToStoredMessages,
  mapStoredMessagesToChatMessages,
  ToolMessage,
  type BaseMessage,
  type StoredMessage,
} from '@langchain/core/messages';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call, handleIn, say, startFakeProviderServer, think, type FakePart } from '../../../../test/support/fake-provider-server/index.ts';
import { prefixBreak } from '../../../../test/support/wire-prefix.ts';
import { askModel } from '../__fixtures__/agent-loop.ts';
import { callerTools, rowsHistory } from '../__fixtures__/compare.ts';
import { providers, type Provider } from '../__fixtures__/providers.ts';
import { HeadroomChatModel } from '../index.ts';

/** What the model does in one round; a number tells calls of different rounds apart. */
const draft = fc.record({
  words: fc.constantFrom('', 'Let me look. ', 'ünïcode "quoted" '),
  thinks: fc.boolean(),
  retrieves: fc.constantFrom('not', 'once', 'twice', 'badly', 'in vain'),
  calls: fc.boolean(),
});
type Draft = typeof draft extends fc.Arbitrary<infer Value> ? Value : never;

const questions = fc.array(fc.array(draft, { maxLength: 3 }), { minLength: 2, maxLength: 3 });
const deliveries = fc.constantFrom('invoke', 'stream');

function parts({ words, thinks, retrieves, calls }: Draft, number: number, messages: unknown): FakePart[] {
  const retrieve = (letter: string, input: unknown) => call(`h${number}${letter}`, 'headroom_retrieve', input);
  const hash = handleIn(messages);
  const retrievals = {
    not: [],
    once: [retrieve('a', { hash, path: '$[177]' })],
    twice: [retrieve('a', { hash, lines: '1-3' }), retrieve('b', { hash, query: 'failed disk' })],
    badly: [retrieve('a', 'cut o')],
    'in vain': [retrieve('a', { hash: '0123456789abcdef01234567' })],
  };
  return [
    ...(thinks ? [think(`thought ${number}`)] : []),
    ...(words === '' ? [] : [say(words)]),
    ...retrievals[retrieves],
    ...(calls ? [call(`u${number}`, 'double', { x: number })] : []),
  ];
}

const reload = (messages: readonly BaseMessage[]): BaseMessage[] =>
  mapStoredMessagesToChatMessages(JSON.parse(JSON.stringify(mapChatMessagesToStoredMessages([...messages]))) as StoredMessage[]);

/** Asks question after question; between any two calls the history is saved, and a wrapper with an empty store goes on. */
async function converse(
  provider: Provider,
  asked: readonly (readonly Draft[])[],
  delivery: 'invoke' | 'stream',
): Promise<readonly (readonly unknown[])[]> {
  const script = asked.flatMap((rounds) => [...rounds, undefined]);
  const server = await startFakeProviderServer(({ messages }, before) => {
    const next = script[before];
    const said = next === undefined ? [] : parts(next, before, messages);
    return {
      parts:
        said.some(({ type }) => type === 'call') || next === undefined
          ? [...said, ...(next === undefined ? [say(`answer ${before}`)] : [])]
          : [...said, say('.')],
    };
  });
  try {
    let history = rowsHistory();
    for (const [index] of asked.entries()) {
      for (let open = true; open && server.requests.length < script.length;) {
        const inner = provider.create(
          server.url,
          provider.name === 'ChatAnthropic' ? { thinking: { type: 'enabled', budget_tokens: 1024 }, maxTokens: 4096 } : {},
        );
        const model = new HeadroomChatModel(inner, { offload: 'never', bias: 0.3, store: createMemoryStore(), maximumRounds: 2 }).bindTools(
          callerTools,
        );
        const answer = await askModel(model, history, delivery);
        const results = (answer.tool_calls ?? []).map(
          ({ id = '', name }) => new ToolMessage({ content: 'result', tool_call_id: id, name }),
        );
        history = reload([...history, answer, ...results]);
        open = results.length > 0;
      }
      history.push(new HumanMessage(`question ${index}`));
    }
    return server.requests.map(({ messages }) => messages);
  } finally {
    await server.close();
  }
}

describe.each(providers)('$name', (provider) => {
  it('I3: whatever the rounds look like, each request extends the one before it, over a database and a new process', async () => {
    await fc.assert(
      fc.asyncProperty(questions, deliveries, async (asked, delivery) => {
        const sent = await converse(provider, asked, delivery);
        expect(sent.length).toBeGreaterThan(1);
        for (const [index, messages] of sent.entries()) {
          const before = sent[index - 1];
          if (before !== undefined) expect(prefixBreak(before, messages), `request ${index}`).toBeUndefined();
        }
      }),
      { numRuns: 12, seed: 11 },
    );
  });
});
