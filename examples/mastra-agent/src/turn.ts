// One process of an application: opens the thread in a LibSQL file, lets the agent answer one message, and writes what was sent as JSON.
import { headroomProcessor, type RunReport } from '@headroom/mastra';
import { Agent } from '@mastra/core/agent';
import { createTool } from '@mastra/core/tools';
import { LibSQLStore } from '@mastra/libsql';
import { Memory } from '@mastra/memory';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createScriptedModel } from './scripted-model.ts';
import { sourceFiles } from './source-files.ts';

const [database = '', message = '', output = ''] = process.argv.slice(2);
const storage = new LibSQLStore({ id: 'storage', url: `file:${database}` });
const { model, prompts } = createScriptedModel();
const reports: RunReport[] = [];
const headroom = headroomProcessor({ onReport: (report) => reports.push(report) });

const agent = new Agent({
  id: 'reader',
  name: 'reader',
  instructions: 'You answer questions about this repository.',
  model,
  memory: new Memory({ storage, options: { lastMessages: 100 } }),
  tools: {
    source_files: createTool({
      id: 'source_files',
      description: 'Every source file of this repository.',
      inputSchema: z.object({}),
      execute: async () => sourceFiles(fileURLToPath(new URL('../../../', import.meta.url))),
    }),
  },
  inputProcessors: [headroom],
  outputProcessors: [headroom],
});

const { text } = await agent.generate(message, { memory: { thread: 'thread-1', resource: 'user-1' }, maxSteps: 8 });
writeFileSync(output, JSON.stringify({ text, prompts, report: reports[0] }));
await storage.close();
await headroom.headroom.close();
