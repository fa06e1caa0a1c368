// An agent of LangChain with a checkpointer asks about the source files of this repository; headroomMiddleware() stands between it and its model, which is a script.
// No key, no network. Ends with 1 if anything was not as it must be.
import { createMemoryStore, loadTokenCounter, parseMarkers, type Receipt } from '@headroom/core';
import { headroomMiddleware } from '@headroom/langchain/middleware';
import { HumanMessage, type BaseMessage } from '@langchain/core/messages';
import { MemorySaver } from '@langchain/langgraph';
import { createAgent, tool } from 'langchain';
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { scriptedModel, wanted } from './script.ts';
import { sourceFiles } from './source-files.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const files = sourceFiles(root);
const model = scriptedModel();
const checkpointer = new MemorySaver();
const thread = { configurable: { thread_id: 'about-this-repository' } };
const receipts: Receipt[] = [];

/** A process of its own, as far as Headroom can tell: it has nothing but the checkpoints. */
function startAgent() {
  return createAgent({
    model,
    tools: [
      tool(() => JSON.stringify(files), {
        name: 'source_files',
        description: 'Path, size and purpose of every source file.',
        schema: { type: 'object', properties: {} },
      }),
    ],
    middleware: [headroomMiddleware({ model: 'gpt-5', store: createMemoryStore(), onReceipt: (receipt) => receipts.push(receipt) })],
    checkpointer,
  });
}

async function ask(question: string): Promise<readonly BaseMessage[]> {
  const { messages } = await startAgent().invoke({ messages: [new HumanMessage(question)] }, thread);
  return messages;
}

const first = await ask('How large is the largest source file?');
const second = await ask(`And what is ${wanted} for?`);
const [largest, about] = [String(first.at(-1)?.content), String(second.at(-1)?.content)];

const { count } = await loadTokenCounter('o200k_base');
const sent = model.calls.map(({ messages }) => messages);
const result = sent.at(-1)?.find(({ type }) => type === 'tool');
console.log(`The tool returned ${count(JSON.stringify(files))} tokens of JSON; the model saw ${count(String(result?.content))}:\n`);
for (const line of String(result?.content).split('\n').slice(0, 8)) console.log(`  | ${line.slice(0, 150)}`);
console.log(`\n${largest}\n${about}\n`);
for (const { response_metadata: metadata } of second) {
  const { tokensBefore, tokensAfter, overheadTokens, retrievedTokens, tokensSaved } = (metadata['headroom'] ?? {}) as Partial<
    Record<string, number>
  >;
  if (tokensBefore !== undefined)
    console.log(
      `${tokensBefore} tokens of results, ${tokensAfter} sent, tool definition ${overheadTokens}, retrieved ${retrievedTokens}: saved ${tokensSaved}`,
    );
}

const bytes = Math.max(...files.map((file) => file.bytes));
assert.ok(largest.includes(String(bytes)), `the first answer names ${bytes} bytes`);
assert.ok(about.includes(wanted), `the second answer tells of ${wanted}`);
const wire = sent.map((messages) =>
  messages.map(({ type, content, tool_calls: calls }: BaseMessage & { tool_calls?: unknown }) => JSON.stringify([type, content, calls])),
);
for (const [index, messages] of wire.entries()) {
  const before = wire[index - 1] ?? [];
  assert.deepEqual(messages.slice(0, before.length), before, 'each request extends the one before it, over the checkpoint and a new agent');
}
assert.equal(parseMarkers(JSON.stringify(second)).length, 0, 'no marker stands in the thread');
assert.ok(JSON.stringify(second).includes(JSON.stringify(JSON.stringify(files)).slice(1, 500)), 'the thread keeps the original');
assert.ok((receipts.at(-1)?.tokensSaved ?? 0) > 0, 'the last request was smaller than it would have been');
