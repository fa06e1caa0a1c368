import { createOfferedEngines } from '@headroom/core';

/** The engines whose retrieve tool a caller has: a wrapped model sees the names of the bound tools, not whose they are, and a document compressor sees no tools at all. */
export const offeredEngines = createOfferedEngines();
