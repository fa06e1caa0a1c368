import { codeTable } from '../../../text/code-table.ts';
import { doubled } from '../lines/doubled.ts';
import type { LogLines } from '../lines/log-lines.ts';
import { equalLines } from './equal-lines.ts';
import { KeyNumbers } from './key-numbers.ts';
import { mostTokens, part } from './mask.ts';
import { readSignals, wordSeed, wordStep } from './signal-words.ts';
import { WordTable } from './word-table.ts';

/** What one pass over the lines finds: their words, which lines are alike but for their numbers, which are equal, and which speak of trouble. */
export interface Scan {
  /** The pattern of each line: its words with those that hold digits masked. Patterns are numbered in the order in which they are met. */
  readonly patternOf: Int32Array;
  /** How often exactly this line came before, up to 255. */
  readonly repeats: Uint8Array;
  readonly patterns: readonly Pattern[];
  readonly words: LineWords;
}

/** Lines that differ in masked words only. */
export interface Pattern {
  /** The first line of the pattern. */
  readonly line: number;
  /** Hashes of its words; masked words have one of the `mask` values. */
  readonly tokens: Int32Array;
  /** Signals of its words. */
  readonly signals: number;
  lines: number;
}

/** The words of all lines by their numbers in a table: those of line `n` are `all[first[n]]` to before `all[first[n + 1]]`. */
export interface LineWords {
  readonly table: WordTable;
  readonly first: Int32Array;
  readonly all: Int32Array;
  /** Where the reading of each line stopped: at its end, if it is no very long one. */
  readonly stops: Int32Array;
}

/** Characters beyond these are not read. */
export const scannedCharacters = 2000;
const charactersPerWord = 5;

/** Stands between words. Every other sign is a part of one. */
export const separator = 0;
/** The class of each character; what is beyond ASCII counts as a letter, if it is no space. */
export const characterClasses = codeTable((code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return separator;
  if (code >= 0x80 || /[A-Za-z]/.test(character)) return part.letter;
  if (/[0-9]/.test(character)) return part.digit;
  if (/[/\\]/.test(character)) return part.slash;
  return /[,;:=()[\]{}"'`|<>\0-\x1f]/.test(character) ? separator : part.sign;
});

/** Reads all lines once. Linear; one look-up for each word and two for each line. */
export function scanLines(lines: LogLines): Scan {
  const { codes, count, starts, ends } = lines;
  const classes = characterClasses;
  const patternOf = new Int32Array(count);
  const repeats = new Uint8Array(count);
  const patterns: Pattern[] = [];
  const keys = new KeyNumbers();
  const equals = equalLines(codes, starts, count);
  const table = new WordTable(codes);
  const first = new Int32Array(count + 1);
  const stops = new Int32Array(count);
  let all = new Int32Array(Math.ceil(codes.length / charactersPerWord) + 2 * mostTokens);
  let words = 0;
  for (let line = 0; line < count; line += 1) {
    const start = starts[line]!;
    const end = Math.min(ends[line]!, start + scannedCharacters);
    if (words + mostTokens > all.length) all = doubled(all);
    first[line] = words;
    const most = words + mostTokens;
    let low = 17;
    let high = 0x9e3779b1 | 0;
    let whole = 0;
    let at = start;
    while (at < end && words < most) {
      let code = codes[at]!;
      let type = classes[code]!;
      if (type === separator) {
        whole = Math.imul(whole ^ code, 0x5bd1e995);
        at += 1;
        continue;
      }
      const from = at;
      let parts = 0;
      let hash = wordSeed;
      do {
        parts |= type;
        hash = wordStep(hash, code);
        at += 1;
        if (at === end) break;
        code = codes[at]!;
        type = classes[code]!;
      } while (type !== separator);
      const number = table.numberOf(hash, from, at, parts);
      all[words] = number;
      words += 1;
      const token = table.token(number);
      low = Math.imul(low ^ token, 0x01000193);
      high = Math.imul(high + token, 0x85ebca6b) ^ (high >>> 13);
      whole = Math.imul(whole ^ hash, 0x85ebca6b) ^ (whole >>> 15);
    }
    stops[line] = at;
    for (; at < end; at += 1) whole = wordStep(whole, codes[at]!);
    // Equal keys of different patterns are not to be expected in any log.
    const id = keys.numberOf(low ^ (words - first[line]!), high);
    if (id === patterns.length)
      patterns.push({ line, tokens: tokensOf(table, all, first[line]!, words), signals: readSignals(lines, start, end), lines: 0 });
    patterns[id]!.lines += 1;
    patternOf[line] = id;
    const before = equals.before(line, whole, start, end);
    if (before >= 0) repeats[line] = Math.min(255, repeats[before]! + 1);
  }
  first[count] = words;
  return { patternOf, repeats, patterns, words: { table, first, all, stops } };
}

function tokensOf(table: WordTable, all: Int32Array, from: number, to: number): Int32Array {
  const found = new Int32Array(to - from);
  for (let at = from; at < to; at += 1) found[at - from] = table.token(all[at]!);
  return found;
}
