import type { AIMessageChunk } from '@langchain/core/messages';
import type { ChatGenerationChunk } from '@langchain/core/outputs';

/** What a chunk says beside content, calls and usage. */
export interface ChunkMetadata {
  readonly kwargs: Record<string, unknown>;
  readonly metadata: Record<string, unknown>;
  readonly info: Record<string, unknown>;
}

/** Keeps the rounds of a stream from telling the same thing twice: chunks are added up by the caller, so that `stop` after `tool_calls` would become `tool_callsstop`. */
export interface MetadataFilter {
  /** What of a chunk goes out. */
  pass(found: ChunkMetadata): ChunkMetadata;
  /** Keeps it back: it closes a round that the caller does not see as one. */
  hold(found: ChunkMetadata): void;
  /** What was kept back, for a round that turns out to be the last. */
  release(): ChunkMetadata;
  /** A new round begins. */
  nextRound(): void;
}

/** Keys whose later value takes the place of the earlier one when chunks are added up. */
const replaced: readonly string[] = ['id', 'name', 'output_version', 'model_provider'];

/** Makes the filter of one stream. */
export function createMetadataFilter(): MetadataFilter {
  const told = { kwargs: new Set<string>(), metadata: new Set<string>(), info: new Set<string>() };
  let current: { readonly [Part in keyof ChunkMetadata]: Set<string> } = emptySets();
  let held: ChunkMetadata = noMetadata;
  const fresh = (part: keyof ChunkMetadata, found: Record<string, unknown>): Record<string, unknown> => {
    const kept = Object.entries(found).filter(([key]) => replaced.includes(key) || !told[part].has(key));
    for (const [key] of kept) current[part].add(key);
    return kept.length === Object.keys(found).length ? found : Object.fromEntries(kept);
  };
  const pass = ({ kwargs, metadata, info }: ChunkMetadata): ChunkMetadata => ({
    kwargs: fresh('kwargs', kwargs),
    metadata: fresh('metadata', metadata),
    info: fresh('info', info),
  });
  return {
    pass,
    hold({ kwargs, metadata, info }) {
      held = { kwargs: { ...held.kwargs, ...kwargs }, metadata: { ...held.metadata, ...metadata }, info: { ...held.info, ...info } };
    },
    release() {
      const released = pass(held);
      held = noMetadata;
      return released;
    },
    nextRound() {
      held = noMetadata;
      for (const part of ['kwargs', 'metadata', 'info'] as const) for (const key of current[part]) told[part].add(key);
      current = emptySets();
    },
  };
}

const noMetadata: ChunkMetadata = { kwargs: {}, metadata: {}, info: {} };

/** What a chunk says beside content, calls and usage. */
export function metadataOf(chunk: ChatGenerationChunk): ChunkMetadata {
  const { additional_kwargs: kwargs, response_metadata: metadata } = chunk.message as AIMessageChunk;
  return { kwargs, metadata, info: (chunk.generationInfo ?? {}) as Record<string, unknown> };
}

function emptySets(): { readonly [Part in keyof ChunkMetadata]: Set<string> } {
  return { kwargs: new Set(), metadata: new Set(), info: new Set() };
}
