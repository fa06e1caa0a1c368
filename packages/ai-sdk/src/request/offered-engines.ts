import { createOfferedEngines } from '@headroom/core';

/** The engines whose retrieve tool a caller has: a `prepareStep` function is not told which tools its request offers, and a middleware sees the name of a tool, not whose it is. */
export const offeredEngines = createOfferedEngines();
