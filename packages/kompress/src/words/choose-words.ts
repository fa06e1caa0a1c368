import { otherShape, signsAlone, type Units } from './units.ts';

/** How words are chosen: all that lie above a probability, or the best of the whole text. */
export type WordChoice =
  | { readonly by: 'threshold'; readonly threshold: number }
  /** The share that stays of the words that may go. */
  | { readonly by: 'ratio'; readonly ratio: number };

/** What becomes of a unit. */
export const dropped = 0;
export const kept = 1;
/** The word goes, the sign behind it stays with the word before. */
export const signKept = 2;

/**
 * Chooses the words that stay: those under a rule, and of the others the ones that a model gives the most. Every line keeps a word, and no stop stands alone. Linear but for the sort of
 * a ranking.
 *
 * @param scores the probability that each unit is needed
 * @returns `dropped`, `kept` or `signKept` for each unit
 */
export function chooseWords(units: Units, scores: Float32Array, mustKeep: Uint8Array, choice: WordChoice): Uint8Array {
  const fate = mustKeep.slice();
  if (choice.by === 'threshold') {
    for (let unit = 0; unit < units.count; unit += 1) if (scores[unit]! >= choice.threshold) fate[unit] = kept;
  } else for (const unit of best(scores, mustKeep, choice.ratio)) fate[unit] = kept;
  eachLine(units, (from, to) => {
    const best = highestWord(units, scores, from, to);
    if (best < 0) return void fate.fill(kept, from, to);
    if (!holdsWord(units, fate, from, to)) fate[best] = kept;
    settleSigns(units, fate, from, to);
  });
  return fate;
}

function best(scores: Float32Array, mustKeep: Uint8Array, ratio: number): Int32Array {
  const free: number[] = [];
  for (let unit = 0; unit < scores.length; unit += 1) if (mustKeep[unit] === 0) free.push(unit);
  const ranked = Int32Array.from(free).sort((a, b) => scores[b]! - scores[a]! || a - b);
  return ranked.subarray(0, Math.round(ranked.length * ratio));
}

function eachLine({ lines, count }: Units, visit: (from: number, to: number) => void): void {
  for (let from = 0; from < count;) {
    let to = from + 1;
    while (to < count && lines[to] === lines[from]) to += 1;
    visit(from, to);
    from = to;
  }
}

function holdsWord({ shapes }: Units, fate: Uint8Array, from: number, to: number): boolean {
  for (let unit = from; unit < to; unit += 1) if (fate[unit] === kept && shapes[unit] !== signsAlone) return true;
  return false;
}

/** The word with the highest score; -1 where there are only signs. */
function highestWord({ shapes }: Units, scores: Float32Array, from: number, to: number): number {
  let found = -1;
  for (let unit = from; unit < to; unit += 1)
    if (shapes[unit] !== signsAlone && (found < 0 || scores[unit]! > scores[found]!)) found = unit;
  return found;
}

/**
 * A sign behind a word that goes moves to the plain word before it; a stop that cannot move keeps its word, a comma goes with it. Where signs stand alone between spaces, a comma goes
 * that would follow another sign, and stops stay.
 */
function settleSigns(units: Units, fate: Uint8Array, from: number, to: number): void {
  let open = false;
  for (let unit = from; unit < to; unit += 1) {
    const signed = units.coreEnds[unit]! < units.ends[unit]!;
    const comma = signed && units.text.slice(units.coreEnds[unit], units.ends[unit]) === ',';
    if (units.shapes[unit] === signsAlone) fate[unit] = !comma || open ? kept : dropped;
    else if (fate[unit] === dropped && signed) {
      if (open) fate[unit] = signKept;
      else if (!comma) fate[unit] = kept;
    }
    if (fate[unit] === kept) open = !signed && units.shapes[unit] !== otherShape;
    else if (fate[unit] === signKept) open = false;
  }
}
