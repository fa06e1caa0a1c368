import type { Segment } from '../types/segment.ts';

// The words nearest to the call say what it is made for.
const longestIntent = 1500;

/**
 * Adds to each tool result what the agent said last before the call, where its lens has not: the user's question says what a run is about, the agent's own words what it looks for now.
 *
 * Only what stands before a result counts (I3); a new question of the user's ends what was meant before it.
 */
export function addIntents(segments: readonly Segment[]): readonly Segment[] {
  let intent = '';
  return segments.map((segment) => {
    if (segment.role === 'user') intent = '';
    else if (segment.role === 'assistant') intent = segment.text.slice(-longestIntent);
    return segment.role !== 'tool' || segment.intent !== undefined || intent.trim() === '' ? segment : { ...segment, intent };
  });
}
