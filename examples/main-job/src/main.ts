// The main job: an agent on the AI SDK asks real questions about this repository's installed packages. Its tool results are real JSON, its model is a
// script behind loopback HTTP, and `headroom()` stands in between. No key, no network. Ends with 1 if anything was not as it must be.
import { createOpenAI } from '@ai-sdk/openai';
import { headroom } from '@headroom/ai-sdk';
import { loadTokenCounter, type Receipt } from '@headroom/core';
import { generateText, isStepCount, tool, wrapLanguageModel } from 'ai';
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { installedPackages } from './installed-packages.ts';
import { printReport } from './report.ts';
import { script, wanted } from './script.ts';
import { startScriptedProvider } from './scripted-provider.ts';
import { workspaceTree } from './workspace-tree.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const packages = installedPackages(root);
const provider = await startScriptedProvider(script);
const receipts: Receipt[] = [];

const model = wrapLanguageModel({
  model: createOpenAI({ apiKey: 'none', baseURL: provider.url }).chat('scripted'),
  middleware: headroom({ model: 'gpt-5', onReceipt: (receipt) => receipts.push(receipt) }),
});

try {
  const result = await generateText({
    model,
    stopWhen: isStepCount(8),
    prompt: `Which installed package is the largest on disk? And under which license is ${wanted} installed?`,
    tools: {
      installed_packages: tool({
        description: 'Metadata of every installed package.',
        inputSchema: z.object({}),
        execute: () => [...packages],
      }),
      workspace_tree: tool({
        description: 'The packages of this repository and what they need.',
        inputSchema: z.object({}),
        execute: () => workspaceTree(root),
      }),
    },
  });

  const { count } = await loadTokenCounter('o200k_base');
  printReport({
    requests: provider.requests,
    receipts,
    originals: [packages, workspaceTree(root)].map((value) => JSON.stringify(value)),
    answer: result.text,
    count,
  });

  const largest = packages.reduce((best, next) => (next.unpackedBytes > best.unpackedBytes ? next : best));
  const asked = packages.find(({ name }) => name === wanted);
  assert.ok(asked !== undefined, `${wanted} is installed`);
  assert.match(result.text, new RegExp(String(largest.unpackedBytes)), 'the answer names the size of the largest package');
  assert.ok(result.text.includes(asked.license), `the answer names the license of ${wanted}`);
  const sent = provider.requests.map(({ messages }) => messages.map((message) => JSON.stringify(message)));
  for (const [index, messages] of sent.entries()) {
    assert.deepEqual(
      messages.slice(0, sent[index - 1]?.length ?? 0),
      sent[index - 1] ?? [],
      'each request extends the one before it, byte for byte',
    );
  }
  const last = receipts.at(-1);
  assert.ok(last !== undefined && last.tokensSaved > 0, 'the last request was smaller than it would have been');
} finally {
  await provider.close();
}
