/** A rendering with its tokens. */
export interface Fitted {
  readonly tokens: number;
}

const mostAttempts = 7;
/** Full enough: another attempt would win next to nothing. */
const fullShare = 0.96;

/**
 * Renders ever better filled texts until one fills a budget: what units cost is estimated, what their rendering costs is counted.
 *
 * @param budget tokens
 * @param render renders what fits `room` estimated tokens; undefined where nothing fits
 * @returns the fullest rendering within the budget, undefined where there is none
 * @example fitBudget(900, (room) => renderLines(affordable(room)))
 */
export function fitBudget<Rendering extends Fitted>(budget: number, render: (room: number) => Rendering | undefined): Rendering | undefined {
  let best: Rendering | undefined;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let room = budget;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const fitted = render(room);
    if (fitted === undefined) break;
    if (fitted.tokens <= budget) {
      low = room;
      if (best === undefined || fitted.tokens > best.tokens) best = fitted;
      else if (fitted.tokens === best.tokens && high === Number.POSITIVE_INFINITY) break;
      if (fitted.tokens > budget * fullShare) break;
    } else high = room;
    room = nextRoom({ room, low, high, share: budget / Math.max(1, fitted.tokens) });
  }
  return best;
}

/** Aims a little below the budget after a rendering above it, and never beyond what was seen to be too much or below what was seen to fit. */
function nextRoom({ room, low, high, share }: { readonly room: number; readonly low: number; readonly high: number; readonly share: number }): number {
  if (high === Number.POSITIVE_INFINITY) return Math.max(room * share, low * 1.02);
  const aimed = room * share * (share < 1 ? 0.97 : 0.99);
  return aimed > low && aimed < high ? aimed : (low + high) / 2;
}
