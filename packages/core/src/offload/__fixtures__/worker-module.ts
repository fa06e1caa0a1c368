import type { Compressor } from '../../types/compressor.ts';

/** Claims a very short form, for the tests of the worker. */
export default function shoutingCompressor(): Compressor {
  return { name: 'shouting', kinds: ['json'], module: import.meta.url, compress: () => ({ text: 'SHOUT', fidelity: 'lossless', omissions: [] }) };
}
