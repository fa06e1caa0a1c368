// Replays recorded agent conversations through the library and prices them, where the development corpus lies beside the repository: node test/replay/main.ts
// Default policy, and the same with no larger minimum for command output and search results, and repeats alone. Writes docs/results/replay.json and .md.
import { createHeadroom, type HeadroomOptions } from '@headroom/core';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownTable, percent } from '../figures/markdown-table.ts';
import { writeResults } from '../figures/write-results.ts';

interface Trace {
  readonly id: string;
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
}

interface Price {
  readonly conversations: number;
  readonly bill: number;
  readonly priced: number;
  readonly pricedMean: number;
  readonly laterUse: number;
  readonly quotes: number;
}

const policies: Readonly<Record<string, HeadroomOptions>> = {
  'default policy': {},
  'no larger minimum for command output and searches': { minimumTokens: 200 },
  'repeats and lossless forms only': { mode: 'lossless' },
  'no repeats': { repeats: 'show' },
};

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const shared = join(root, '..', 'shared');
const scorer = join(shared, 'tools', 'replay.mjs');

if (!existsSync(scorer)) console.log('The development corpus is absent (no ../shared beside the repository): nothing to replay.');
else await main();

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-replay-'));
  try {
    const tracesFile = join(folder, 'traces.jsonl');
    writeFileSync(tracesFile, run('traces', join(shared, 'corpus', 'payloads')));
    const traces = readFileSync(tracesFile, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Trace);
    const prices: Record<string, Price> = {};
    for (const [name, options] of Object.entries(policies)) {
      const rendered = join(folder, 'rendered.jsonl');
      writeFileSync(rendered, await render(traces, options));
      prices[name] = JSON.parse(run('score', tracesFile, rendered).trim().split('\n').at(-1) ?? '{}') as Price;
      console.log(name, prices[name]);
    }
    writeResults(root, 'replay', { figures: prices, markdown: markdown(prices) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(...parameters: readonly string[]): string {
  return execFileSync(process.execPath, [scorer, ...parameters], { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
}

async function render(traces: readonly Trace[], options: HeadroomOptions): Promise<string> {
  const headroom = createHeadroom(options);
  const rows: string[] = [];
  for (const { id, messages } of traces) rows.push(JSON.stringify({ id, messages: (await headroom.compress(messages)).messages }));
  await headroom.close();
  return rows.join('\n');
}

function markdown(prices: Readonly<Record<string, Price>>): string {
  const rows = Object.entries(prices).map(([name, price]) => [
    name,
    percent(price.bill),
    percent(price.priced),
    percent(price.pricedMean),
    percent(price.laterUse),
    percent(price.quotes),
  ]);
  return [
    '# Recorded agents replayed',
    '',
    'Written by `node test/replay/main.ts`: recorded conversations of the development corpus with tool names and prefix stability as users get them. The bill as a provider with a prefix cache writes',
    'it (the tool definition included), the same with a retrieval for each name or line that the agent used later and that is not in view, over all and as a mean of the conversations;',
    'the share of later used names and of quoted lines in view. In percent of the native figures.',
    '',
    markdownTable(['policy', 'bill', 'priced', 'priced, mean', 'later use', 'quotes'], rows),
    '',
  ].join('\n');
}
