// One question to an agent, in a process of its own: node --import …/resolve-source.mjs one-process.ts <url> <file> <place> <question>
import { MemorySaver } from '@langchain/langgraph';
import { HumanMessage } from '@langchain/core/messages';
import { createAgent, tool } from 'langchain';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { HeadroomChatModel } from '../index.ts';
import { headroomMiddleware } from '../middleware/index.ts';
import { chat } from './providers.ts';
import { rows } from '../../../../test/support/machine-rows.ts';

const [url = '', file = '', place = '', question = ''] = process.argv.slice(2);
const options = { offload: 'never', bias: 0.3 } as const;

/** LangGraph's checkpoints, as bytes in a file. */
const checkpointer = new MemorySaver();
if (existsSync(file)) Object.assign(checkpointer, deserialize(readFileSync(file)));

const inner = chat.create(url);
const agent = createAgent({
  model: place === 'model' ? new HeadroomChatModel(inner, options) : inner,
  tools: [tool(() => JSON.stringify(rows), { name: 'list_rows', description: 'rows', schema: { type: 'object', properties: {} } })],
  middleware: place === 'model' ? [] : [headroomMiddleware(options)],
  checkpointer,
});
const { messages } = await agent.invoke({ messages: [new HumanMessage(question)] }, { configurable: { thread_id: 't' } });
writeFileSync(file, serialize({ storage: checkpointer.storage, writes: checkpointer.writes }));
console.log(messages.at(-1)?.text);
