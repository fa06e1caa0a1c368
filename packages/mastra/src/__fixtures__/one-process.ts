// One process of an application: an agent over the thread of a folder answers one message and ends. Its store of originals is empty when it starts.
import { newProcessor, tools } from './stage.ts';
import { openThread } from './thread.ts';
import { Agent } from '@mastra/core/agent';
import { providers } from './model.ts';

const [folder = '', url = '', provider = '', words = ''] = process.argv.slice(2);
const thread = await openThread(folder);
const agent = new Agent({
  id: 'agent',
  name: 'agent',
  instructions: 'Be brief.',
  model: providers[provider as keyof typeof providers](url),
  tools,
  memory: thread.memory,
  inputProcessors: [newProcessor()],
});
await agent.generate(words, { ...thread.options, maxSteps: 10 });
await thread.close();
