import type { Compressor } from '@headroom/core';
import { createKompress } from './create-kompress.ts';
import { resolveKompressOptions, type KompressOptions } from './kompress-options.ts';
import { turnOffTelemetry } from './runtime/turn-off-telemetry.ts';
import { openThreadScorer } from './thread/scoring-thread.ts';

/**
 * Makes the compressor of prose that leaves out words: a model says which a reader does not need, rules keep negations, modals, conditions, numbers, names, identifiers and what is quoted.
 *
 * Sentences are chosen first, as core's own prose compressor does (which it replaces). Words that stay stand letter by letter, in their order and on their lines; how many went is stated
 * once, at the end. Only English sentences are touched: never code, JSON, logs, tables or headings.
 *
 * @example createHeadroom({ compressors: [kompressCompressor()] })
 * @throws HeadroomError `invalid-option`. The text passes unchanged, and the receipt says why, where the model or a runtime asked for by name is missing.
 */
export function kompressCompressor(options?: KompressOptions): Compressor {
  const resolved = resolveKompressOptions(options);
  // The engine's thread, which loads the runtime later, cannot do it.
  turnOffTelemetry();
  const module = new URL(`./worker-module.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
  module.search = new URLSearchParams({ options: JSON.stringify(options ?? {}) }).toString();
  return { ...createKompress(resolved, openThreadScorer), module: module.href };
}
