/** A rendering with its tokens. */
export interface Fitted {
  readonly tokens: number;
}

const mostAttempts = 7;
/** Full enough: another attempt would win next to nothing. */
const fullShare = 0.96;
/** Aimed at a little less than the whole, which is soon passed. */
const aimedShare = 0.985;

/**
 * Renders ever better filled texts until one fills a budget: what units cost is estimated, what their rendering costs is counted.
 *
 * @param budget tokens
 * @param render renders what fits `room` estimated tokens; undefined where nothing fits
 * @returns the fullest rendering within the budget, undefined where there is none
 * @example fitBudget(900, (room) => renderLines(affordable(room)))
 */
export function fitBudget<Rendering extends Fitted>(
  budget: number,
  render: (room: number) => Rendering | undefined,
): Rendering | undefined {
  let best: Rendering | undefined;
  let before: Attempt | undefined;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let room = budget;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const fitted = render(room);
    if (fitted === undefined) break;
    const { tokens } = fitted;
    if (tokens > budget) high = room;
    else {
      low = room;
      // More room brings no more: all is taken.
      if (tokens === best?.tokens && high === Number.POSITIVE_INFINITY) break;
      if (best === undefined || tokens > best.tokens) best = fitted;
      if (tokens > budget * fullShare) break;
    }
    const now = { room, tokens };
    // Units are whole: where a little less room took the same, half of what is open is tried.
    const stuck = high < Number.POSITIVE_INFINITY && before?.tokens === tokens;
    const aimed = stuck ? (low + high) / 2 : aim(before, now, budget * aimedShare);
    room = aimed > low && aimed < high ? aimed : high === Number.POSITIVE_INFINITY ? low * 1.2 : (low + high) / 2;
    before = now;
  }
  return best;
}

interface Attempt {
  readonly room: number;
  readonly tokens: number;
}

/** The room that the line through two attempts meets the budget at; that in proportion to one attempt where there are no two. */
function aim(before: Attempt | undefined, now: Attempt, budget: number): number {
  const slope = before === undefined ? 0 : (now.tokens - before.tokens) / (now.room - before.room);
  return slope > 0 ? now.room + (budget - now.tokens) / slope : (now.room * budget) / Math.max(1, now.tokens);
}
