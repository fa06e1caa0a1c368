import { isCapital, isJoiner, isSignBehind, isSmall, isWhite, lineFeed } from './characters.ts';
import { traitsOf } from './word-traits.ts';

/**
 * Words as they stand between white space, with their signs: what is kept or left out whole. Nothing is copied; unit `i` is `text[starts[i]..ends[i])`.
 */
export interface Units {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Where the word ends and the signs behind it (`,` `.` …) begin. */
  readonly coreEnds: Int32Array;
  readonly shapes: Uint8Array;
  /** What the lists of words say of it; nothing of what is no plain word. */
  readonly traits: Uint16Array;
  /** The sentence or item that it stands in. */
  readonly ranges: Int32Array;
  /** The paragraph of that. */
  readonly blocks: Int32Array;
  /** Rises at each line break and with each sentence, so that words that stand side by side have one number. */
  readonly lines: Int32Array;
}

/** A sentence or item of prose, `text[start..end)`, and the paragraph that it belongs to. */
export interface ProseRange {
  readonly start: number;
  readonly end: number;
  readonly block: number;
}

/** The shapes of a word: no plain word at all (letters with hyphens and apostrophes inside); small letters; a capital first; capitals elsewhere; signs of a sentence alone. */
export const otherShape = 0;
const smallLetters = 1;
export const capitalFirst = 2;
export const capitalsInside = 3;
export const signsAlone = 4;

/** Cuts sentences into their units. Linear. */
export function readUnits(text: string, ranges: readonly ProseRange[]): Units {
  const starts: number[] = [];
  const ends: number[] = [];
  const rangeOf: number[] = [];
  const lines: number[] = [];
  let line = 0;
  for (let range = 0; range < ranges.length; range += 1) {
    const { start, end } = ranges[range]!;
    line += 1;
    for (let at = start; at < end;) {
      const code = text.charCodeAt(at);
      if (isWhite(code)) {
        if (code === lineFeed) line += 1;
        at += 1;
        continue;
      }
      let stop = at + 1;
      while (stop < end && !isWhite(text.charCodeAt(stop))) stop += 1;
      starts.push(at);
      ends.push(stop);
      rangeOf.push(range);
      lines.push(line);
      at = stop;
    }
  }
  return describe(
    { text, starts: Int32Array.from(starts), ends: Int32Array.from(ends), ranges: Int32Array.from(rangeOf), lines: Int32Array.from(lines) },
    ranges,
  );
}

/** The units of some of the sentences, which are numbered anew. */
export function selectSentences(units: Units, ranges: readonly ProseRange[], numbers: readonly number[]): Units {
  const renumbered = new Int32Array(ranges.length).fill(-1);
  numbers.forEach((range, number) => (renumbered[range] = number));
  const chosen = Int32Array.from(units.ranges.keys()).filter((unit) => renumbered[units.ranges[unit]!]! >= 0);
  const pick = <A extends Int32Array | Uint8Array | Uint16Array>(array: A): A => chosen.map((unit) => array[unit]!) as unknown as A;
  return {
    text: units.text,
    count: chosen.length,
    starts: pick(units.starts),
    ends: pick(units.ends),
    coreEnds: pick(units.coreEnds),
    shapes: Uint8Array.from(chosen, (unit) => units.shapes[unit]!),
    traits: Uint16Array.from(chosen, (unit) => units.traits[unit]!),
    ranges: chosen.map((unit) => renumbered[units.ranges[unit]!]!),
    blocks: pick(units.blocks),
    lines: pick(units.lines),
  };
}

function describe(placed: Pick<Units, 'text' | 'starts' | 'ends' | 'ranges' | 'lines'>, ranges: readonly ProseRange[]): Units {
  const { text, starts, ends } = placed;
  const count = starts.length;
  const coreEnds = new Int32Array(count);
  const shapes = new Uint8Array(count);
  const traits = new Uint16Array(count);
  for (let unit = 0; unit < count; unit += 1) {
    const coreEnd = endOfCore(text, starts[unit]!, ends[unit]!);
    coreEnds[unit] = coreEnd;
    shapes[unit] = shapeOf(text, starts[unit]!, coreEnd);
    if (shapes[unit] !== otherShape && shapes[unit] !== signsAlone) traits[unit] = traitsOf(text.slice(starts[unit], coreEnd));
  }
  return { ...placed, count, coreEnds, shapes, traits, blocks: placed.ranges.map((range) => ranges[range]!.block) };
}

function endOfCore(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSignBehind(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** Letters of Latin script alone make a plain word: what else stands in it may be a name, a number, a sign of some syntax. */
function shapeOf(text: string, start: number, end: number): number {
  if (end === start) return signsAlone;
  if (end - start > longestPlainWord) return otherShape;
  let shape = smallLetters;
  let joined = true;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isSmall(code)) joined = false;
    else if (isCapital(code)) {
      shape = at === start ? capitalFirst : capitalsInside;
      joined = false;
    } else if (isJoiner(code) && !joined) joined = true;
    else return otherShape;
  }
  return joined ? otherShape : shape;
}

const longestPlainWord = 40;
