import type { LogLines } from '../lines/log-lines.ts';
import type { LogAnalysis } from '../value/line-values.ts';

const readCharacters = 400;
const mostWords = 48;
/** A place with more different values than these has no common ones. */
export const mostDifferent = 400;

/** The words of one place of a template, with how many left-out lines hold each. */
export type Values = Map<string, number>;

const asciiSeparators = Uint8Array.from({ length: 0x80 }, (_, code) => (/[\s,;:=()[\]{}"'`|<>]/.test(String.fromCharCode(code)) ? 1 : 0));
const asciiSpaces = Uint8Array.from({ length: 0x80 }, (_, code) => (/\s/.test(String.fromCharCode(code)) ? 1 : 0));
const wideSpace = /\s/;

/** What stands in each place of the left-out lines of the told templates; a word is empty where a line begins or ends with a sign that stands between words. */
export function readValues(
  { lines, scan, templates }: Pick<LogAnalysis, 'lines' | 'scan' | 'templates'>,
  shown: Uint8Array,
  told: readonly number[],
): Map<number, Values[]> {
  const counterOf = new Array<PlaceCounter | undefined>(templates.sizes.length).fill(undefined);
  for (const template of told) counterOf[template] = createPlaceCounter(lines);
  for (let line = 0; line < lines.count; line += 1) {
    if (shown[line] === 0) counterOf[templates.templateOf[scan.patternOf[line]!]!]?.add(line);
  }
  return new Map(told.map((template) => [template, counterOf[template]!.values()]));
}

interface PlaceCounter {
  add(line: number): void;
  values(): Values[];
}

/** A place of a template. A word met several times in a row, as most are, is neither cut out nor looked up again. */
interface Place {
  readonly values: Values;
  /** Where the word met last stands. */
  start: number;
  end: number;
  /** How often it was met again since. */
  again: number;
}

function createPlaceCounter({ text, codes, starts, ends }: LogLines): PlaceCounter {
  const places: Place[] = [];
  const add = ({ values, start, end }: Place, times: number): void => {
    const word = text.slice(start, end);
    values.set(word, (values.get(word) ?? 0) + times);
  };
  const note = (place: Place, start: number, end: number): void => {
    if (place.values.size > mostDifferent) return;
    if (isSame(codes, start, end, place)) {
      place.again += 1;
      return;
    }
    if (place.again > 0) add(place, place.again);
    place.again = 0;
    place.start = start;
    place.end = end;
    add(place, 1);
  };
  return {
    add(line) {
      let at = starts[line]!;
      let end = Math.min(ends[line]!, at + readCharacters);
      while (at < end && isSpace(codes[at]!)) at += 1;
      while (end > at && isSpace(codes[end - 1]!)) end -= 1;
      for (let word = 0; word < mostWords; word += 1, at += 1) {
        const start = at;
        while (at < end && !isSeparator(codes[at]!)) at += 1;
        note((places[word] ??= { values: new Map(), start: -1, end: -2, again: 0 }), start, at);
        if (at === end) break;
        while (at + 1 < end && isSeparator(codes[at + 1]!)) at += 1;
      }
    },
    values() {
      for (const place of places) if (place.again > 0) add(place, place.again);
      return places.map(({ values }) => values);
    },
  };
}

function isSame(codes: Uint16Array, start: number, end: number, word: { readonly start: number; readonly end: number }): boolean {
  if (word.end - word.start !== end - start) return false;
  for (let at = start, other = word.start; at < end; at += 1, other += 1) if (codes[at] !== codes[other]) return false;
  return true;
}

function isSpace(code: number): boolean {
  return code < 0x80 ? asciiSpaces[code] === 1 : isWideSpace(code);
}

function isSeparator(code: number): boolean {
  return code < 0x80 ? asciiSeparators[code] === 1 : isWideSpace(code);
}

function isWideSpace(code: number): boolean {
  return code >= 0xa0 && wideSpace.test(String.fromCharCode(code));
}
