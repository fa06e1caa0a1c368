import type { HeadroomEvent } from './events.ts';
import type { Recalled } from './recall.ts';
import type { Segment } from '../types/segment.ts';
import { yieldToEventLoop } from './yield-to-event-loop.ts';

// New text after which other work of the event loop gets its turn: about 10 ms of work.
const charactersPerTurn = 100_000;

/** Tells of long work and lets the event loop breathe; only segments that cost work count, so that a known history goes through in one turn. */
export function createProgress(
  { segments, permissions, renderings }: Recalled,
  onEvent: (event: HeadroomEvent) => void,
): (done: Segment) => Promise<void> {
  const fresh = segments.filter((_, index) => permissions[index]?.allowed === 'rewrite' && renderings[index] === undefined);
  const charactersTotal = fresh.reduce((sum, { text }) => sum + text.length, 0);
  let segmentsDone = 0;
  let charactersDone = 0;
  let charactersThisTurn = 0;
  return async ({ text }) => {
    segmentsDone += 1;
    charactersDone += text.length;
    charactersThisTurn += text.length;
    if (charactersThisTurn < charactersPerTurn) return;
    charactersThisTurn = 0;
    onEvent({ type: 'work-progressed', segmentsDone, segmentsTotal: fresh.length, charactersDone, charactersTotal });
    await yieldToEventLoop();
  };
}
