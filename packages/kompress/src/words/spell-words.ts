import { dropped, kept, signKept } from './choose-words.ts';
import { signsAlone, type Units } from './units.ts';

/** A text without the words that go. */
export interface SpelledWords {
  /** Spells `text[start..end)`; the borders must lie between sentences. */
  readonly spell: (start: number, end: number) => string;
  /** How many words go, and how many there are, in the sentences (by their number) that are shown. */
  readonly count: (isShown: (sentence: number) => boolean) => WordCount;
}

/** Leaves words out with the space before each (at the head of a line with the space behind), so that every line stays, with its indent and without a double space. */
export function spellWords(units: Units, fate: Uint8Array): SpelledWords {
  const { text } = units;
  const { from, to } = findCuts(units, fate);
  return {
    spell(start, end) {
      const out: string[] = [];
      let at = start;
      for (let cut = firstFrom(from, start); cut < from.length && from[cut]! < end; cut += 1) {
        out.push(text.slice(at, from[cut]));
        at = to[cut]!;
      }
      out.push(text.slice(at, end));
      return out.join('');
    },
    count(isShown) {
      let left = 0;
      let all = 0;
      for (let unit = 0; unit < units.count; unit += 1) {
        // A sign alone is no word.
        if (units.shapes[unit] === signsAlone || !isShown(units.ranges[unit]!)) continue;
        all += 1;
        if (fate[unit] !== kept) left += 1;
      }
      return { left, all };
    },
  };
}

/** Words left out, of all that there are. */
export interface WordCount {
  readonly left: number;
  readonly all: number;
}

interface Cuts {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

function findCuts({ count, starts, ends, coreEnds, lines }: Units, fate: Uint8Array): Cuts {
  const from: number[] = [];
  const to: number[] = [];
  for (let unit = 0; unit < count; unit += 1) {
    if (fate[unit] === kept) continue;
    if (unit === 0 || lines[unit] !== lines[unit - 1]) {
      const head = unit;
      // Every line keeps a word, so that the run ends within it.
      while (fate[unit + 1] === dropped) unit += 1;
      from.push(starts[head]!);
      to.push(starts[unit + 1]!);
      continue;
    }
    from.push(ends[unit - 1]!);
    to.push(fate[unit] === signKept ? coreEnds[unit]! : ends[unit]!);
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to) };
}

/** The first of rising numbers that is no less than `least`. */
function firstFrom(numbers: Int32Array, least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
