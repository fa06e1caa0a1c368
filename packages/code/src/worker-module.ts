import type { Compressor } from '@headroom/core';
import { codeCompressor } from './code-compressor.ts';
import type { CodeOptions } from './code-options.ts';

/** Makes the compressor in a worker thread, from the options that stand in this module's address. */
export default function makeCompressor(): Compressor {
  const { searchParams } = new URL(import.meta.url);
  const code = searchParams.get('code') as NonNullable<CodeOptions['code']> | null;
  const maximumFileLength = searchParams.get('maximumFileLength');
  return codeCompressor({
    ...(code === null ? {} : { code }),
    ...(maximumFileLength === null ? {} : { maximumFileLength: Number(maximumFileLength) }),
  });
}
