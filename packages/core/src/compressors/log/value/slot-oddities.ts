import type { LogLines } from '../lines/log-lines.ts';
import type { Scan } from '../pattern/scan-lines.ts';
import type { Templates } from '../pattern/templates.ts';
import { findOutliers } from './number-outliers.ts';
import { wordNumbers } from './word-numbers.ts';

/** What is usual is known from so many lines of a template on. */
const fewestLines = 24;
/** A place with more different words than these has no usual ones. */
const mostWords = 24;
/** Words of a line beyond these are not looked at. */
const mostPlaces = 24;
/** A word that so few of a template's lines have in its place is odd there, or that at most this share of them has. */
const rareLines = 3;
const rareShare = 0.02;
/** A template whose lines are odd in more ways than these has no odd ones. */
const mostOfTemplate = 8;
const mostOfLog = 48;
/** The last line that has an odd word says how long it went on. */
const lastShare = 0.6;

interface Met {
  count: number;
  readonly first: number;
  last: number;
}

/** What one place of a template's lines holds. */
interface Slot {
  /** Lines by word; undefined once there are too many of them. */
  words: Map<number, Met> | undefined;
  /** The word of the line before, which most often is that of the next as well. */
  latest: number;
  met: Met | undefined;
  readonly numbers: number[];
  readonly numberLines: number[];
}

/**
 * Lines that differ from the many others of their template in what stands in one place: a word that hardly any of them has, a number far off the others.
 * Linear in the text but for sorting the numbers.
 *
 * @returns how odd each of them is, above 0 to 1
 */
export function findOddities(lines: LogLines, { patternOf, words }: Scan, { templateOf, sizes }: Templates): ReadonlyMap<number, number> {
  const { table, first, all } = words;
  const numbers = wordNumbers(table, lines.codes);
  const slots = new Map<number, Slot[]>();
  let known: Slot[] = [];
  let before = -1;
  for (let line = 0; line < lines.count; line += 1) {
    const template = templateOf[patternOf[line]!]!;
    if (sizes[template]! < fewestLines) continue;
    if (template !== before) {
      before = template;
      known = slots.get(template) ?? [];
      slots.set(template, known);
    }
    const start = first[line]!;
    const end = Math.min(first[line + 1]!, start + mostPlaces);
    for (let at = start; at < end; at += 1) {
      const word = all[at]!;
      const place = at - start;
      if (place === known.length) known.push({ words: new Map(), latest: -1, met: undefined, numbers: [], numberLines: [] });
      const slot = known[place]!;
      const number = numbers.of(word);
      if (!Number.isNaN(number)) {
        slot.numbers.push(number);
        slot.numberLines.push(line);
      }
      if (slot.words !== undefined) noteWord(slot, slot.words, line, word);
    }
  }
  const found = [...slots].flatMap(([template, places]) => oddLines(places, sizes[template]!));
  const odd = new Map<number, number>();
  for (const [line, worth] of found.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostOfLog))
    odd.set(line, Math.max(odd.get(line) ?? 0, worth));
  return odd;
}

function noteWord(slot: Slot, words: Map<number, Met>, line: number, word: number): void {
  let met = slot.latest === word ? slot.met : words.get(word);
  if (met === undefined) {
    if (words.size >= mostWords) {
      slot.words = undefined;
      return;
    }
    met = { count: 0, first: line, last: line };
    words.set(word, met);
  }
  met.count += 1;
  met.last = line;
  slot.latest = word;
  slot.met = met;
}

type Odd = readonly [line: number, worth: number];

function oddLines(places: readonly Slot[], size: number): readonly Odd[] {
  const odd: Odd[] = [];
  for (const place of places) {
    const { words, numbers, numberLines } = place;
    if (words !== undefined) odd.push(...oddWords(words, size));
    else for (const index of findOutliers(numbers)) odd.push([numberLines[index]!, 1]);
  }
  return new Set(odd.map(([line]) => line)).size > mostOfTemplate ? [] : odd;
}

function oddWords(words: ReadonlyMap<number, Met>, size: number): readonly Odd[] {
  if (words.size < 2) return [];
  const odd: Odd[] = [];
  for (const { count, first, last } of words.values()) {
    if (count > Math.max(rareLines, size * rareShare)) continue;
    const worth = 1 - Math.log(count) / Math.log(size + 1);
    odd.push([first, worth]);
    if (last !== first) odd.push([last, worth * lastShare]);
  }
  return odd;
}
