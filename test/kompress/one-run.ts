// Started by main.ts in a process of its own, so that what others loaded does not count: prints one JSON object.
//   load auto|fallback        milliseconds until the model can be asked, with Headroom loaded already
//   memory plain|words        the highest memory of a process that compresses a megabyte of prose
import { createHeadroom } from '@headroom/core';
import { inspectKompress, kompressCompressor } from '@headroom/kompress';
import { timed } from '../benchmark/statistics.ts';
import { makeProse } from './prose.ts';

const [measure, how] = process.argv.slice(2);
if (measure === 'load') {
  const { value, processorMs } = await timed(() => inspectKompress({ runtime: how === 'fallback' ? 'fallback' : 'auto' }));
  console.log(JSON.stringify({ ...value, processorMs }));
} else {
  const headroom = createHeadroom({ deadlineMs: 600_000, compressors: how === 'words' ? [kompressCompressor()] : [] });
  const { compressor = '' } = await headroom.compressText(makeProse(1_000_000, 5));
  await headroom.close();
  if (how === 'words' && compressor !== 'kompress') throw new Error('No words were left out: nothing was measured.');
  console.log(JSON.stringify({ compressor, megabytes: process.resourceUsage().maxRSS / 1000 }));
}
