import { lineOf, type SourceLines } from '../files/source-lines.ts';
import type { PayloadOutline, PayloadUnit } from './payload-outline.ts';

/** Which lines of a payload are left out: 1 for each. */
export type HiddenLines = Uint8Array;

/** Fewer lines, or fewer characters, are shown instead of being told of: the telling costs as much. */
const leastToldCharacters = 50;
const largestSmallGap = 2000;
const leastHiddenCharacters = 100;
const leastHiddenText = 64;

/** Chooses what is left out. */
export interface Chooser {
  /** Characters that the best unit takes. */
  readonly leastRoom: number;
  /** @param room characters that units may take */
  choose(room: number): HiddenLines;
}

/** What is not weighed by itself: heads are named where they are left out, and imports always stand. */
const named: ReadonlySet<PayloadUnit['role']> = new Set(['member', 'imports']);
const standing: ReadonlySet<PayloadUnit['role']> = new Set(['documentation', 'member', 'type', 'item', 'row', 'inner']);

/**
 * Prepares choosing: units by value, and what each costs.
 *
 * @param kept whether heads and the first lines of comments always stand, or are weighed like all else
 */
export function createChooser(
  outline: PayloadOutline,
  payload: SourceLines,
  { values, outline: kept }: { readonly values: Float64Array; readonly outline: 'kept' | 'weighed' },
): Chooser {
  const { units } = outline;
  const always = standingUnits(outline, kept);
  const frames = frameCosts(outline, payload);
  const holding = new Set(units.map(({ parent }) => parent));
  // A function of several lines without a statement of its own is all head.
  const isBare = (index: number): boolean =>
    units[index]!.role === 'member' && units[index]!.last > units[index]!.first && !holding.has(index);
  const ranked = [...units.keys()]
    .filter((index) => (!named.has(units[index]!.role) || isBare(index)) && !outline.repeats.has(index))
    .sort((a, b) => values[b]! - values[a]! || a - b);

  const costOf = (index: number, shown: Uint8Array): number => {
    let cost = frames[index]!;
    for (let parent = units[index]!.parent; parent >= 0 && shown[parent] === 0; parent = units[parent]!.parent) cost += frames[parent]!;
    return cost;
  };
  const none = new Uint8Array(units.length);
  return {
    leastRoom: ranked[0] === undefined ? 0 : costOf(ranked[0], none),
    choose(room) {
      const shown = new Uint8Array(units.length);
      for (const index of always) for (let unit = index; unit >= 0 && shown[unit] === 0; unit = units[unit]!.parent) shown[unit] = 1;
      let left = room;
      for (const index of ranked) {
        if (shown[index] === 1) continue;
        const cost = costOf(index, shown);
        if (cost > left) continue;
        left -= cost;
        for (let unit = index; unit >= 0 && shown[unit] === 0; unit = units[unit]!.parent) shown[unit] = 1;
      }
      return hiddenLines(outline, payload, shown, kept === 'kept');
    },
  };
}

/** Declarations, and what is said about them; what is said inside of bodies goes with these. */
function standingUnits({ units, repeats }: PayloadOutline, kept: 'kept' | 'weighed'): readonly number[] {
  const bodies = new Uint8Array(units.length);
  return [...units.keys()].filter((index) => {
    const { role, parent } = units[index]!;
    bodies[index] = role === 'statement' || role === 'inner' || role === 'comment' || (parent >= 0 && bodies[parent] === 1) ? 1 : 0;
    if (repeats.has(index)) return false;
    return role === 'imports' || (kept === 'kept' && standing.has(role) && (role === 'inner' || bodies[index] === 0));
  });
}

/** Characters of each unit without those of the units inside it. */
function frameCosts({ units }: PayloadOutline, { starts }: SourceLines): Float64Array {
  const costs = Float64Array.from(units, ({ first, last }) => starts[last + 1]! - starts[first]!);
  const whole = Float64Array.from(costs);
  units.forEach(({ parent }, index) => {
    if (parent >= 0) costs[parent]! -= whole[index]!;
  });
  return costs;
}

/** Units stand in the order in which they begin, outer ones first, so that later ones overrule earlier ones. */
function hiddenLines(outline: PayloadOutline, payload: SourceLines, shown: Uint8Array, kept: boolean): HiddenLines {
  const { units } = outline;
  const hidden = new Uint8Array(payload.count);
  units.forEach(({ first, last, parent }, index) => {
    if (parent >= 0 && shown[parent] === 0) return;
    hidden.fill(shown[index] === 1 ? 0 : 1, first, last + 1);
  });
  hideBlanks(hidden, payload);
  showSmallGaps(hidden, payload, outline, kept);
  return hidden;
}

/** Blank lines between what is left out go with it, so that it is told of once. */
function hideBlanks(hidden: HiddenLines, payload: SourceLines): void {
  for (let line = 1; line < hidden.length; line += 1) {
    if (hidden[line] === 1 || hidden[line - 1] === 0) continue;
    let end = line;
    while (end < hidden.length && hidden[end] === 0 && isBlank(payload, end)) end += 1;
    if (hidden[end] === 1) hidden.fill(1, line, end);
    line = end;
  }
}

function isBlank(payload: SourceLines, line: number): boolean {
  return /^ *\d*\s*$/.test(lineOf(payload, line).slice(0, 80));
}

/** Shows what telling of it would cost as much as: a comment with its range, and the heads of what it holds. */
function showSmallGaps(hidden: HiddenLines, { starts }: SourceLines, { texts, toldAt }: PayloadOutline, kept: boolean): void {
  for (let line = 0; line < hidden.length; line += 1) {
    if (hidden[line] === 0) continue;
    const first = line;
    while (line + 1 < hidden.length && hidden[line + 1] === 1) line += 1;
    const size = starts[line + 1]! - starts[first]!;
    if (size > largestSmallGap) continue;
    let least = texts[first] === 0 ? leastHiddenCharacters : leastHiddenText;
    if (!kept) {
      least = leastToldCharacters;
      for (let told = first; told <= line; told += 1) least += toldAt[told]!;
    }
    if (size < least || (kept && first === line)) hidden.fill(0, first, line + 1);
  }
}
