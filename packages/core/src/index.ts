export type { ContentKind } from './types/content-kind.ts';
export type { Edit, Lens, Segment, SegmentRole, ToolOutcome } from './types/segment.ts';
export type { Candidate, CompressContext, Compressor, Fidelity, Omission, Payload } from './types/compressor.ts';
export type { CcrEntry, CcrLookup, CcrStore, CcrTouch, Handle, Scope, StoreCapabilities, StoreStats } from './types/store.ts';
export type { TokenCounter } from './types/token-counter.ts';
export { HeadroomError, type HeadroomErrorCode } from './errors/headroom-error.ts';
export { StoreFullError } from './errors/store-full-error.ts';
export { escapeMarkers, parseMarkers, readHandle, unescapeMarkers, writeBlobMarker, writeMarker, type Marker } from './marker/index.ts';
export { createMemoryStore } from './store/memory-store.ts';
// For those who write a store.
export { checkEntry, collisionError, storeClosedError } from './store/check-entry.ts';
export { resolveStoreOptions, type ResolvedStoreOptions, type StoreOptions } from './store/store-options.ts';
export { digestHandle } from './text/digest.ts';
