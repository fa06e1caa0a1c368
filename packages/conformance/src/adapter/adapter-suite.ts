import { deepFreeze } from '../deep-freeze.ts';
import type { TestRunner } from '../test-runner.ts';
import { createModel, handlesIn, questions, tools } from './conversation.ts';
import type { AdapterHarness, CreateHarness, HarnessOptions, SentRequest } from './harness.ts';

export type { AdapterHarness, AgentAnswer, CreateHarness, HarnessOptions, ScriptedTurn, SentRequest } from './harness.ts';

/** How an adapter is tested. */
export interface AdapterSuiteOptions<History> {
  readonly test: TestRunner;
  readonly createHarness: CreateHarness<History>;
}

const retrieveTool = 'headroom_retrieve';

/**
 * Tests an adapter through a whole agent: what reaches the provider over many turns, after a history was saved and loaded by another process, and what the application
 * and its users see.
 *
 * @example
 * import { describe, expect, it } from 'vitest';
 * adapterSuite({ test: { describe, it, expect }, createHarness: (options) => createMyHarness(options) });
 */
export function adapterSuite<History>({ test: { describe, it, expect }, createHarness }: AdapterSuiteOptions<History>): void {
  const make = (options: Partial<HarnessOptions>) =>
    createHarness({ adapter: 'on', delivery: 'invoke', model: createModel(), tools, ...options });

  describe('adapter conformance', () => {
    for (const delivery of ['invoke', 'stream'] as const) {
      describe(delivery, () => {
        it('I3: over ten questions, a save, a new process and a load, every request extends the one before it', async () => {
          const { requests } = await converse(await make({ delivery }), questions, () => make({ delivery }));
          expect(requests.map(firstBreak(requests)).filter((at) => at !== undefined)).toEqual([]);
          expect(new Set(requests.map(({ tools: names }) => JSON.stringify(names))).size).toBe(1);
          expect(requests.at(-1)?.tools.includes(retrieveTool)).toBe(true);
        });

        it('answers what the model retrieves: alone, several at once, beside a tool of the caller', async () => {
          const { requests, texts } = await converse(await make({ delivery }), 4);
          expect(texts.map((text, index) => text.includes(`answer ${index}`))).toEqual(texts.map(() => true));
          const last = JSON.stringify(requests.at(-1)?.messages);
          for (const wanted of ['item 0-77', 'item 1-77', 'item 1-78', 'item 2-77', 'item 3-77'])
            expect([wanted, last.includes(wanted)]).toEqual([wanted, true]);
          expect(last.includes('doubled')).toBe(true);
        });

        it('I2: a marker goes out only beside the tool that redeems it', async () => {
          const on = await converse(await make({ delivery }), 2);
          expect(handlesIn(JSON.stringify(on.requests)).length > 0).toBe(true);
          const off = await converse(await make({ delivery, adapter: 'toolless', model: withoutRetrieval() }), 2);
          expect(handlesIn(JSON.stringify(off.requests))).toEqual([]);
          expect(off.requests.some(({ tools: names }) => names.includes(retrieveTool))).toBe(false);
        });

        it('I9: off is the agent without the adapter, byte for byte', async () => {
          const [off, bare] = [
            await make({ delivery, adapter: 'off', model: withoutRetrieval() }),
            await make({ delivery, adapter: 'bare', model: withoutRetrieval() }),
          ];
          expect(JSON.stringify((await converse(off, 2)).requests)).toBe(JSON.stringify((await converse(bare, 2)).requests));
        });

        it('I7: the history keeps the originals, and a later question does not change it', async () => {
          const harness = await make({ delivery });
          try {
            const { history } = await harness.ask(undefined, 'question 0?');
            const saved = harness.save(history);
            expect(saved.includes('item 0-120')).toBe(true);
            await harness.ask(deepFreeze(history), 'question 1?');
            expect(harness.save(history)).toBe(saved);
          } finally {
            await harness.close?.();
          }
        });

        it('no marker stands in the history or in what users see', async () => {
          const { saved, shown } = await converse(await make({ delivery }), 4);
          expect(handlesIn(saved)).toEqual([]);
          expect(handlesIn(JSON.stringify(shown))).toEqual([]);
        });
      });
    }

    it('I4: invoking and streaming send the same messages', async () => {
      const [invoked, streamed] = [
        await converse(await make({ delivery: 'invoke' }), 4),
        await converse(await make({ delivery: 'stream' }), 4),
      ];
      expect(JSON.stringify(streamed.requests)).toBe(JSON.stringify(invoked.requests));
    });
  });
}

interface Conversation {
  readonly requests: readonly SentRequest[];
  readonly texts: readonly string[];
  readonly shown: readonly unknown[];
  readonly saved: string;
}

/** Asks question after question; where a second process can be had, it takes over in the middle from what the first one saved. */
async function converse<History>(
  first: AdapterHarness<History>,
  count: number,
  restart?: () => AdapterHarness<History> | Promise<AdapterHarness<History>>,
): Promise<Conversation> {
  const harnesses = [first];
  let harness = first;
  let history: History | undefined;
  const texts: string[] = [];
  const shown: unknown[] = [];
  try {
    for (let index = 0; index < count; index += 1) {
      if (restart !== undefined && history !== undefined && index === count >> 1) {
        const saved = harness.save(history);
        harness = await restart();
        harnesses.push(harness);
        history = harness.load(saved);
      }
      const answer = await harness.ask(history, `question ${index}?`);
      // Frozen as far as it is plain data: an adapter or agent that writes to the caller's history fails.
      history = deepFreeze(answer.history);
      texts.push(answer.text);
      shown.push(answer.shown);
    }
    const requests = harnesses.flatMap((each) => each.requests);
    return { requests, texts, shown, saved: history === undefined ? '' : harness.save(history) };
  } finally {
    for (const each of harnesses) await each.close?.();
  }
}

/** The model of an agent that cannot retrieve: it lists and answers. */
function withoutRetrieval(): HarnessOptions['model'] {
  const model = createModel();
  return (request) => {
    const turn = model(request);
    const looks = turn.calls?.some(({ name }) => name === retrieveTool) === true;
    return looks ? { text: 'answer without looking closer' } : turn;
  };
}

// Says where a request stops being an extension of the one before it, so that a failure shows the place and not two whole prompts.
function firstBreak(requests: readonly SentRequest[]): (request: SentRequest, index: number) => string | undefined {
  return (request, index) => {
    const before = requests[index - 1];
    if (before === undefined) return undefined;
    const earlier = JSON.stringify(before.messages).slice(0, -1);
    const later = JSON.stringify(request.messages);
    if (later.startsWith(earlier)) return undefined;
    let at = 0;
    while (earlier[at] === later[at]) at += 1;
    return `request ${index} differs after ${JSON.stringify(earlier.slice(Math.max(0, at - 60), at))}: ${earlier.slice(at, at + 60)} became ${later.slice(at, at + 60)}`;
  };
}
