import type { Compressor } from '@headroom/core';
import { createKompress } from './create-kompress.ts';
import { resolveKompressOptions, type KompressOptions } from './kompress-options.ts';
import { openScorer } from './open-scorer.ts';

/** Makes the compressor in a worker thread of the engine, from the options that stand in this module's address: the model runs on that thread. */
export default function makeCompressor(): Compressor {
  const options = new URL(import.meta.url).searchParams.get('options');
  return createKompress(resolveKompressOptions(JSON.parse(options ?? '{}') as KompressOptions), openScorer);
}
