// Replays recorded agent conversations through the library and prices them, where the development corpus lies beside the repository: node --import ./test/support/resolve-source.mjs test/replay/main.ts
// The default policy, others beside it, and how hard it presses (`bias`); the mean also over every other conversation, so that a choice made on one half can be looked at on
// the other. Writes docs/results/replay.json and .md.
import { codeCompressor } from '@headroom/code';
import type { HeadroomOptions } from '@headroom/core';
import { markdownTable, percent } from '../figures/markdown-table.ts';
import { writeResults } from '../figures/write-results.ts';
import { openReplay, root, type Price, type Replay } from './replay.ts';

/** A policy's prices over all conversations, and over every other one. */
interface Prices {
  readonly all: Price;
  readonly halves: readonly [Price, Price];
}

const policies: Readonly<Record<string, HeadroomOptions>> = {
  'default policy': {},
  'no larger minimum for command output and searches': { minimumTokens: 200 },
  'repeats and lossless forms only': { mode: 'lossless' },
  'no repeats': { repeats: 'show' },
  'keeps a third (bias 0.33)': { bias: 0.33 },
  'keeps two thirds (bias 0.67)': { bias: 0.67 },
  'keeps half as much again (bias 1.5)': { bias: 1.5 },
  'keeps twice as much (bias 2)': { bias: 2 },
  'code cut, but not what is read to be edited': { compressors: [codeCompressor()] },
  'code cut, reads too': { compressors: [codeCompressor()], fileReads: 'compress' },
};

const replay = openReplay();
if (replay === undefined) console.log('The development corpus is absent (no ../shared beside the repository): nothing to replay.');
else await priceAll(replay).finally(replay.close);

async function priceAll({ traces, render, score }: Replay): Promise<void> {
  const halves = [0, 1].map((half) => traces.filter((_, index) => index % 2 === half));
  const prices: Record<string, Prices> = {};
  for (const [name, options] of Object.entries(policies)) {
    const rendered = await render(options);
    const [all, first, second] = [traces, ...halves].map((some) => score(some, rendered)) as [Price, Price, Price];
    prices[name] = { all, halves: [first, second] };
    console.log(name, all);
  }
  writeResults(root, 'replay', { figures: prices, markdown: markdown(prices) });
}

function markdown(prices: Readonly<Record<string, Prices>>): string {
  const rows = Object.entries(prices).map(([name, { all, halves }]) => [
    name,
    percent(all.bill),
    percent(all.priced),
    percent(all.pricedMean),
    ...halves.map(({ pricedMean }) => percent(pricedMean)),
    percent(all.laterUse),
    percent(all.quotes),
  ]);
  return [
    '# Recorded agents replayed',
    '',
    'Written by `node --import ./test/support/resolve-source.mjs test/replay/main.ts`: recorded conversations of the development corpus with tool names and prefix stability as users get them. The bill as a provider with a prefix cache writes',
    'it (the tool definition included), the same with a retrieval for each name or line that the agent used later and that is not in view, over all, as a mean of the conversations, and as a mean of',
    'the first, third, fifth … and of the second, fourth, sixth …; the share of later used names and of quoted lines in view. In percent of the native figures. Why the default stands where it',
    'does: `docs/decisions/0004-how-much-is-kept.md`.',
    '',
    markdownTable(['policy', 'bill', 'priced', 'priced, mean', 'odd', 'even', 'later use', 'quotes'], rows),
    '',
  ].join('\n');
}
