import { codeTable } from '../../../text/code-table.ts';
import type { LogLines } from '../lines/log-lines.ts';
import { characterClasses, separator, type LineWords } from '../pattern/scan-lines.ts';
import type { LogAnalysis } from '../value/line-values.ts';

const mostWords = 48;
/** A place with more different values than these has no common ones. */
export const mostDifferent = 400;

/** The words of one place of a template, with how many left-out lines hold each. */
export type Values = Map<string, number>;

/** What stands in each place of the left-out lines of the told templates; a word is empty where a line begins or ends with a sign that stands between words. */
export function readValues(
  { lines, scan, templates }: Pick<LogAnalysis, 'lines' | 'scan' | 'templates'>,
  shown: Uint8Array,
  told: readonly number[],
): Map<number, Values[]> {
  const counterOf = new Array<PlaceCounter | undefined>(templates.sizes.length).fill(undefined);
  for (const template of told) counterOf[template] = createPlaceCounter(lines, scan.words);
  for (let line = 0; line < lines.count; line += 1) {
    if (shown[line] === 0) counterOf[templates.templateOf[scan.patternOf[line]!]!]?.add(line);
  }
  return new Map(told.map((template) => [template, counterOf[template]!.values()]));
}

interface PlaceCounter {
  add(line: number): void;
  values(): Values[];
}

/** Stands for the word that is none. */
const nothing = -1;

/** A place of a template, with how many lines hold each word. */
interface Place {
  readonly times: Map<number, number>;
  /** The word met last, and how often it was met again since: most words stand in many lines in a row. */
  latest: number;
  again: number;
}

function createPlaceCounter({ text, codes, starts, ends }: LogLines, { table, first, all }: LineWords): PlaceCounter {
  const places: Place[] = [];
  const add = ({ times, latest }: Place, more: number): void => {
    times.set(latest, (times.get(latest) ?? 0) + more);
  };
  const note = (index: number, word: number): void => {
    if (index === places.length) places.push({ times: new Map(), latest: nothing - 1, again: 0 });
    const place = places[index]!;
    if (place.times.size > mostDifferent) return;
    if (place.latest === word) {
      place.again += 1;
      return;
    }
    if (place.again > 0) add(place, place.again);
    place.again = 0;
    place.latest = word;
    add(place, 1);
  };
  const spell = (word: number): string => (word === nothing ? '' : text.slice(table.start(word), table.start(word) + table.length(word)));
  return {
    add(line) {
      let at = starts[line]!;
      let end = ends[line]!;
      while (at < end && isSpace(codes[at]!)) at += 1;
      while (end > at && isSpace(codes[end - 1]!)) end -= 1;
      let place = 0;
      if (at === end || characterClasses[codes[at]!] === separator) {
        note(place, nothing);
        place += 1;
      }
      for (let index = first[line]!; index < first[line + 1]! && place < mostWords; index += 1, place += 1) note(place, all[index]!);
      if (at < end && place < mostWords && characterClasses[codes[end - 1]!] === separator) note(place, nothing);
    },
    values() {
      return places.map((place) => {
        if (place.again > 0) add(place, place.again);
        place.again = 0;
        const values: Values = new Map();
        for (const [word, times] of place.times) {
          const spelled = spell(word);
          values.set(spelled, (values.get(spelled) ?? 0) + times);
        }
        return values;
      });
    },
  };
}

const spaces = codeTable((code) => (/\s/.test(String.fromCharCode(code)) ? 1 : 0));

function isSpace(code: number): boolean {
  return spaces[code] === 1;
}
