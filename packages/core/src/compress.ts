import type { Crushed, CrushedArray, CrushOptions } from './crush-json.ts';
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

/**
 * Crushes a JSON list with the engine behind `compress`: the rows that matter most stay, whole and in their order.
 *
 * @throws HeadroomError `invalid-input` where the text is no JSON list.
 * @example
 * const { items, dropped, handle } = await crushArray(json, { query: 'failed jobs' });
 */
export function crushArray(json: string, options: CrushOptions = {}): Promise<CrushedArray> {
  return compress.headroom().crushArray(json, options);
}

/**
 * Makes a nested JSON document compact with the engine behind `compress`: its keys stay, inner tables are written compactly.
 *
 * @throws HeadroomError `invalid-input` where the text is not JSON.
 * @example
 * const { text, handle } = await compactDocument(json);
 */
export function compactDocument(json: string, options: CrushOptions = {}): Promise<Crushed> {
  return compress.headroom().compactDocument(json, options);
}
