/** A stretch of tokens that a model sees at once, and the part of it whose scores count. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly scoredFrom: number;
  readonly scoredTo: number;
}

/**
 * Cuts a row of tokens into windows that overlap, so that every token is scored exactly once, and none at a border with less than `margin` tokens of context on that side.
 *
 * @param room tokens that the model takes at once; more than twice the margin
 * @example [...overlappingWindows(10, 6, 1)].map(({ scoredFrom, scoredTo }) => [scoredFrom, scoredTo]) // [[0, 5], [5, 10]]
 */
export function* overlappingWindows(count: number, room: number, margin: number): Generator<Window> {
  for (let from = 0; from < count;) {
    const to = Math.min(count, from + room);
    const last = to === count;
    yield { from, to, scoredFrom: from === 0 ? 0 : from + margin, scoredTo: last ? to : to - margin };
    if (last) return;
    from = to - 2 * margin;
  }
}
