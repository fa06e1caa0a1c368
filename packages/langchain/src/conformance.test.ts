import { adapterSuite, lensSuite } from '@headroom/conformance';
import { AIMessage, HumanMessage, SystemMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { describe, expect, it } from 'vitest';
import { loopHarness } from './__fixtures__/harnesses.ts';
import { providers } from './__fixtures__/providers.ts';
import { messageLens } from './index.ts';
import type { Messages } from './messages/message-lens.ts';

for (const provider of providers) {
  describe(provider.name, () => {
    adapterSuite({ test: { describe, it, expect }, createHarness: (options) => loopHarness(provider, options) });
  });
}

const parallel: Messages = [
  new SystemMessage({ content: [{ type: 'text', text: 'You help.', cache_control: { type: 'ephemeral' } }] }),
  new HumanMessage({
    content: [
      { type: 'text', text: 'Read both.' },
      { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } },
    ],
  }),
  new AIMessage({
    content: [
      { type: 'thinking', thinking: 'hm', signature: 's' },
      { type: 'text', text: 'Reading.' },
    ],
    tool_calls: [
      { id: 'a', name: 'read', args: { path: 'a' } },
      { id: 'b', name: 'read', args: { path: 'b' } },
    ],
  }),
  new ToolMessage({ content: 'no such file', tool_call_id: 'a', name: 'read', status: 'error' }),
  new ToolMessage({
    content: [
      { type: 'text', text: 'one', cache_control: { type: 'ephemeral' } },
      { type: 'image_url', image_url: 'data:' },
      { type: 'text', text: 'two' },
    ],
    tool_call_id: 'b',
    artifact: { raw: [1] },
    id: 'result-b',
  }),
  new ToolMessage({ content: 'data:image/png;base64,AAAA', tool_call_id: 'c', additional_kwargs: { type: 'computer_call_output' } }),
  new AIMessage('Both are read.'),
];

// As plain objects, into which the suite can see; the classes have their own test.
const plain = (messages: Messages): Messages => messages.map((message) => ({ ...message }) as BaseMessage);

lensSuite<Messages>({
  test: { describe, it, expect },
  createLens: () => messageLens,
  histories: { 'parallel results': plain(parallel), 'a question': plain([new HumanMessage('Which row failed?')]) },
});
