// npm run bench:kompress: measures @headroom/kompress on a megabyte of generated prose and writes docs/results/kompress-speed.json and .md. Option: --rounds N (default 5).
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createHeadroom, type CompressContext } from '@headroom/core';
import { inspectKompress, kompressCompressor, type KompressOptions } from '@headroom/kompress';
import { longestGap } from '../benchmark/event-loop.ts';
import { spelled, spreadOf, timed, type Spread, type Timing } from '../benchmark/statistics.ts';
import { markdownTable } from '../figures/markdown-table.ts';
import { writeResults } from '../figures/write-results.ts';
import { makeProse } from './prose.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
const text = makeProse(1_000_000, 5);
const words = text.split(/\s+/).length;

interface RuntimeFigures {
  readonly method: string;
  readonly wordsPerSecond: Spread;
  /** By processor time: what the machine gives a program that it runs alone. */
  readonly wordsPerProcessorSecond: Spread;
  /** Until the model can be asked, the start of its thread included. */
  readonly loadMilliseconds: Spread;
  readonly loadProcessorMs: Spread;
  /** Until a first paragraph is shortened on a thread that runs already, as the engine's does. */
  readonly joinMilliseconds: Spread;
}

/** Words are chosen in the whole text; tokens are not counted, since that is no work of the model's. */
async function measureRuntime(runtime: NonNullable<KompressOptions['runtime']>): Promise<RuntimeFigures> {
  const compressor = kompressCompressor({ sentences: 'all', runtime });
  const context: CompressContext = {
    fidelity: 'reversible',
    tokensBefore: text.length,
    tokenBudget: text.length,
    count: ({ length }) => length,
    handleTokens: 0,
  };
  const payload = { text, kind: 'prose', question: '' } as const;
  await compressor.compress(payload, context);
  const runs = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await timed(() => compressor.compress(payload, context)));
  const loads = Array.from({ length: rounds }, () => runAlone('load', runtime));
  const joins = Array.from({ length: rounds }, () => runAlone('join', runtime));
  return {
    method: (await inspectKompress({ runtime })).method,
    wordsPerSecond: spreadOf(runs.map(({ milliseconds }) => (1000 * words) / milliseconds)),
    wordsPerProcessorSecond: spreadOf(runs.map(({ processorMs }) => (1000 * words) / processorMs)),
    loadMilliseconds: spreadOf(loads.map(({ loadMilliseconds }) => Number(loadMilliseconds))),
    loadProcessorMs: spreadOf(loads.map(({ processorMs }) => Number(processorMs))),
    joinMilliseconds: spreadOf(joins.map(({ joinMilliseconds }) => Number(joinMilliseconds))),
  };
}

type PartTiming = Pick<Timing<unknown>, 'milliseconds' | 'processorMs'>;

function runAlone(...parameters: readonly string[]): Readonly<Record<string, unknown>> {
  return JSON.parse(execFileSync(process.execPath, [join(here, 'one-run.ts'), ...parameters], { encoding: 'utf8' })) as Record<
    string,
    unknown
  >;
}

/** The longest that the event loop was held while the engine, as it comes, compressed the text; a text is compressed once, so that each round has its own. */
async function measureEventLoop(): Promise<{ readonly wall: Spread; readonly own: Spread }> {
  const headroom = createHeadroom({ deadlineMs: 600_000, compressors: [kompressCompressor()] });
  await headroom.compressText(makeProse(20_000, 1));
  const gaps = [];
  for (let round = 0; round < rounds; round += 1) {
    const own = makeProse(1_000_000, 100 + round);
    gaps.push(await longestGap(() => headroom.compressText(own)));
  }
  await headroom.close();
  return { wall: spreadOf(gaps.map(({ wall }) => wall)), own: spreadOf(gaps.map(({ own }) => own)) };
}

const thread = spreadOf(Array.from({ length: rounds }, () => Number(runAlone('thread')['threadMilliseconds'])));
const parts = Array.from({ length: rounds }, () => runAlone('parts') as Readonly<Record<'library' | 'first' | 'again', PartTiming>>);
const partOf = (name: 'library' | 'first' | 'again'): { readonly wall: Spread; readonly own: Spread } => ({
  wall: spreadOf(parts.map((part) => part[name].milliseconds)),
  own: spreadOf(parts.map((part) => part[name].processorMs)),
});
const loadParts = { library: partOf('library'), first: partOf('first'), again: partOf('again') };
const runtimes = [await measureRuntime('auto'), await measureRuntime('fallback')];
const eventLoop = await measureEventLoop();
const memory = Object.fromEntries(
  ['plain', 'words'].map((how) => [how, spreadOf(Array.from({ length: 3 }, () => Number(runAlone('memory', how)['megabytes'])))]),
) as Readonly<Record<'plain' | 'words', Spread>>;
const extraMegabytes = memory.words.median - memory.plain.median;
const load = loadavg()[0]?.toFixed(1);
const markdown = `# Speed of @headroom/kompress

Written by \`npm run bench:kompress\`: 1 MB of generated prose (${words} words), ${rounds} rounds, median and quartiles. Node ${process.versions.node}, ${cpus().length} cores, which other programs shared (load ${load}).

${markdownTable(
  [
    'what runs',
    'words a second, whole compressor',
    'words a second of processor time',
    'load with its thread, ms',
    'load, ms of processor time',
    'load and a first paragraph on a running thread, ms',
  ],
  runtimes.map(({ method, wordsPerSecond, wordsPerProcessorSecond, loadMilliseconds, loadProcessorMs, joinMilliseconds }) => [
    method,
    spelled(wordsPerSecond, 0),
    spelled(wordsPerProcessorSecond, 0),
    spelled(loadMilliseconds, 0),
    spelled(loadProcessorMs, 0),
    spelled(joinMilliseconds, 0),
  ]),
)}

A thread of Node that does nothing takes ${spelled(thread, 0)} ms to start; the engine runs the model on its own thread, which runs already.

${markdownTable(
  ['load on a running thread', 'ms', 'ms of processor time'],
  (
    [
      ['the runtime’s library', loadParts.library],
      ['the first opening of the model, with the runtime’s own preparation', loadParts.first],
      ['a second opening, which is the model alone', loadParts.again],
    ] as const
  ).map(([name, { wall, own }]) => [name, spelled(wall, 0), spelled(own, 0)]),
)}

${markdownTable(
  ['while the engine compresses 1 MB', 'measured'],
  [
    ['longest hold of the event loop, its own processor time, ms', spelled(eventLoop.own)],
    ['longest hold of the event loop, by the clock on the wall, ms', spelled(eventLoop.wall)],
    ['highest memory of the process, without kompress, MB', spelled(memory.plain, 0)],
    ['highest memory of the process, with kompress, MB', spelled(memory.words, 0)],
    ['extra memory, MB', extraMegabytes.toFixed(0)],
  ],
)}
`;
writeResults(root, 'kompress-speed', {
  figures: { words, rounds, thread, loadParts, runtimes, eventLoop, memory, extraMegabytes },
  markdown,
});
console.log(markdown);
