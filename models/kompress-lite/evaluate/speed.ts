// How fast kompress-lite runs on one thread, features included, and how long it takes to load: node models/kompress-lite/evaluate/speed.ts
// Writes docs/results/kompress-lite-speed.json and .md. Figures depend on the machine and on what else runs on it.
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFeatureReader } from '../../../packages/kompress/src/features/read-features.ts';
import type { KeepModel } from '../../../packages/kompress/src/lite/keep-model.ts';
import { splitWords } from '../../../packages/kompress/src/features/split-words.ts';
import { markdownTable } from '../../../test/figures/markdown-table.ts';
import { writeResults } from '../../../test/figures/write-results.ts';
import { readLabels } from '../arrays/read-labels.ts';
import { openFallbackModel, openOnnxModel, openVocabulary } from './shipped-model.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const rounds = 5;

const text = readLabels(join(root, 'models/kompress-lite/labels'))
  .map((document) => document.text)
  .join('\n\n');
const loads = [];
for (let round = 0; round < rounds; round += 1) loads.push(await timed(() => openOnnxModel()));
const rows = [await measureSpeed('kompress-lite', await openOnnxModel()), await measureSpeed('fallback', openFallbackModel())];
const load = Math.min(...loads);
const markdown = [
  '# Speed of kompress-lite',
  '',
  `Written by \`node models/kompress-lite/evaluate/speed.ts\` on ${cpus()[0]?.model ?? 'an unknown processor'}: the best of ${rounds} rounds over ${rows[0]!.words} words and signs, one thread, splitting and features`,
  `included. "Busy" counts the time that the process had the processor, which others also used. Loading the network took ${load.toFixed(0)} ms.`,
  '',
  markdownTable(
    ['model', 'words a second', 'words a busy second'],
    rows.map(({ name, perSecond, perBusySecond }) => [
      name,
      Math.round(perSecond).toLocaleString('en'),
      Math.round(perBusySecond).toLocaleString('en'),
    ]),
  ),
  '',
].join('\n');
console.log(markdown);
writeResults(root, 'kompress-lite-speed', { figures: { loadMilliseconds: load, rows }, markdown });

async function measureSpeed(
  name: string,
  model: KeepModel,
): Promise<{ readonly name: string; readonly words: number; readonly perSecond: number; readonly perBusySecond: number }> {
  let [words, perSecond, perBusySecond] = [0, 0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const readFeatures = createFeatureReader(openVocabulary());
    const busy = process.cpuUsage();
    const milliseconds = await timed(async () => {
      const split = splitWords(text);
      words = (await model(readFeatures(text, split))).length;
    });
    const { user, system } = process.cpuUsage(busy);
    perSecond = Math.max(perSecond, (1000 * words) / milliseconds);
    perBusySecond = Math.max(perBusySecond, (1e6 * words) / (user + system));
  }
  return { name, words, perSecond, perBusySecond };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
