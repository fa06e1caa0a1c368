// Started by main.ts in a process of its own, so that what others loaded does not count: prints one JSON object.
//   load auto|fallback        milliseconds until the model can be asked, the start of its own thread included, with Headroom loaded already
//   thread                    milliseconds until a thread of Node that does nothing answers
//   parts                     milliseconds, by the clock on the wall and of processor time, of the runtime's library, of the first opening of a model and of a second one, on a thread that runs already
//   join auto|fallback        milliseconds until the model has scored a first sentence on a thread that runs already, as the engine's own does
//   memory plain|words        the highest memory of a process that compresses a megabyte of prose
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createHeadroom, type Candidate, type CompressContext, type Compressor } from '@headroom/core';
import { inspectKompress, kompressCompressor } from '@headroom/kompress';
import { openLiteModel } from '../../packages/kompress/src/lite/open-lite-model.ts';
import { loadOnnxRuntime } from '../../packages/kompress/src/runtime/load-onnx-runtime.ts';
import { timed, type Timing } from '../benchmark/statistics.ts';
import { makeProse } from './prose.ts';

const [measure, how] = process.argv.slice(2);
const runtime = how === 'fallback' ? 'fallback' : 'auto';
if (measure === 'load') {
  const { value, processorMs } = await timed(() => inspectKompress({ runtime }));
  console.log(JSON.stringify({ ...value, processorMs }));
} else if (measure === 'thread') {
  const { milliseconds } = await timed(startThread);
  console.log(JSON.stringify({ threadMilliseconds: milliseconds }));
} else if (measure === 'parts') {
  console.log(JSON.stringify(await loadInParts()));
} else if (measure === 'join') {
  const { module = '' } = kompressCompressor({ runtime, sentences: 'all' });
  const { value, milliseconds } = await timed(() => joinThread(module));
  if (value === undefined) throw new Error('No words were left out: nothing was measured.');
  console.log(JSON.stringify({ joinMilliseconds: milliseconds }));
} else {
  const headroom = createHeadroom({ deadlineMs: 600_000, compressors: how === 'words' ? [kompressCompressor()] : [] });
  const { compressor = '' } = await headroom.compressText(makeProse(1_000_000, 5));
  await headroom.close();
  if (how === 'words' && compressor !== 'kompress') throw new Error('No words were left out: nothing was measured.');
  console.log(JSON.stringify({ compressor, megabytes: process.resourceUsage().maxRSS / 1000 }));
}

/** The least that any model on a thread of its own takes to load. */
async function startThread(): Promise<void> {
  const worker = new Worker("require('node:worker_threads').parentPort.postMessage('ready')", { eval: true });
  await once(worker, 'message');
}

/** A runtime that is opened for the first time prepares itself; a second opening shows what the model alone takes. */
async function loadInParts(): Promise<Readonly<Record<'library' | 'first' | 'again', Omit<Timing<unknown>, 'value'>>>> {
  const { value: runtime, ...library } = await timed(loadOnnxRuntime);
  if (runtime === undefined) throw new Error('onnxruntime-node is not installed: nothing was measured.');
  const { value: _first, ...first } = await timed(() => openLiteModel(runtime));
  const { value: _again, ...again } = await timed(() => openLiteModel(runtime));
  return { library, first, again };
}

/** What the engine's thread does when a first text needs the compressor: it imports the module and compresses. */
async function joinThread(module: string): Promise<Candidate | undefined> {
  const { default: makeCompressor } = (await import(module)) as { readonly default: () => Compressor };
  const text = 'The harbour of the town was opened by the council, and it is the largest one of those that are on the coast. '.repeat(6);
  const context: CompressContext = {
    fidelity: 'reversible',
    tokensBefore: text.length,
    tokenBudget: text.length,
    count: ({ length }) => length,
    handleTokens: 0,
  };
  return makeCompressor().compress({ text, kind: 'prose', question: '' }, context);
}
