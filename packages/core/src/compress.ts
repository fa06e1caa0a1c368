import { createHeadroom, type CompressOptions, type Headroom } from './headroom.ts';
import type { CompressResult } from './pipeline/engine.ts';

let shared: Headroom | undefined;

/**
 * Compresses a prompt in OpenAI's chat or Anthropic's messages format with an engine of this process, made on first use with all defaults.
 *
 * Originals are kept in the process's memory and read back with the same engine through `compress.headroom()`. For options, a durable store or several
 * tenants make an engine with `createHeadroom`.
 *
 * @example
 * const { messages, receipt } = await compress(history, { model: 'gpt-5', tools });
 */
export function compress<M extends readonly unknown[]>(messages: M, options: CompressOptions = {}): Promise<CompressResult<M>> {
  return compress.headroom().compress(messages, options);
}

/** The engine behind `compress`, for answering the retrieve tool's calls. */
compress.headroom = (): Headroom => (shared ??= createHeadroom());
