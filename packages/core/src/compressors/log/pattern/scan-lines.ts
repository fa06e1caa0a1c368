import type { LogLines } from '../lines/log-lines.ts';
import { signal, signalsOf, wordSeed, wordStep } from './signal-words.ts';

/** What one pass over the lines finds: which lines are alike but for their numbers, which are equal, and which speak of trouble. */
export interface Scan {
  /** The pattern of each line: its tokens with those that hold digits masked. Patterns are numbered in the order in which they are met. */
  readonly patternOf: Int32Array;
  /** How often exactly this line came before, up to 255. */
  readonly repeats: Uint8Array;
  /** Whether the same line comes again further down. */
  readonly comesAgain: Uint8Array;
  readonly patterns: readonly Pattern[];
}

/** Lines that differ in masked tokens only. */
export interface Pattern {
  /** The first line of the pattern. */
  readonly line: number;
  /** Hashes of its tokens; masked tokens have one of the {@link mask} values. */
  readonly tokens: Int32Array;
  /** Signals of its words. */
  readonly signals: number;
  lines: number;
}

/** Hashes that stand for masked tokens. Zero stays apart: `0 errors` and `3 errors` say different things. */
export const mask = { number: 1, zero: 2, path: 3, long: 4 } as const;

/** The token of signs alone: rules of any length (`====`) are one. */
const rule = 9;

/** Tokens beyond these do not tell lines apart, and characters beyond those are not read. */
export const mostTokens = 48;
const scannedCharacters = 2000;

const separator = 1;
const letter = 2;
const digit = 3;
const slash = 4;
const classes = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z]/.test(character)) return letter;
  if (/[0-9]/.test(character)) return digit;
  if (/[/\\]/.test(character)) return slash;
  return /[\s,;:=()[\]{}"'`|<>]/.test(character) || code < 0x20 ? separator : 0;
});

/** Reads all lines once. Linear; two look-ups for each line. */
export function scanLines({ text, count, starts, ends }: LogLines): Scan {
  const patternOf = new Int32Array(count);
  const repeats = new Uint8Array(count);
  const comesAgain = new Uint8Array(count);
  const patterns: Pattern[] = [];
  const patternIds = new Map<number, number>();
  const lastEqual = new Map<number, number>();
  const scanner = createScanner(text);
  for (let line = 0; line < count; line += 1) {
    scanner.scan(starts[line]!, ends[line]!);
    const key = scanner.patternKey();
    let id = patternIds.get(key);
    if (id === undefined) {
      id = patterns.length;
      patternIds.set(key, id);
      patterns.push({ line, tokens: scanner.tokens(), signals: scanner.signals(), lines: 0 });
    }
    patterns[id]!.lines += 1;
    patternOf[line] = id;
    const exact = scanner.exactKey();
    const before = lastEqual.get(exact);
    if (before !== undefined) {
      repeats[line] = Math.min(255, repeats[before]! + 1);
      comesAgain[before] = 1;
    }
    lastEqual.set(exact, line);
  }
  return { patternOf, repeats, comesAgain, patterns };
}

interface Scanner {
  scan(start: number, end: number): void;
  patternKey(): number;
  exactKey(): number;
  tokens(): Int32Array;
  signals(): number;
}

function createScanner(text: string): Scanner {
  const tokens = new Int32Array(mostTokens);
  let tokenCount = 0;
  let signals = 0;
  let exactLow = 0;
  let exactHigh = 0;
  return {
    scan(start, end) {
      tokenCount = 0;
      signals = 0;
      exactLow = wordSeed;
      exactHigh = end - start;
      const stop = Math.min(end, start + scannedCharacters);
      let token = wordSeed;
      let length = 0;
      let word = wordSeed;
      let wordStart = -1;
      let letters = 0;
      let digits = 0;
      let slashes = 0;
      let onlyZero = 1;
      for (let at = start; at <= stop; at += 1) {
        const code = at < stop ? text.charCodeAt(at) : 0x20;
        const type = code < 0x80 ? classes[code]! : letter;
        if (at < stop) {
          exactLow = Math.imul(exactLow ^ code, 0x01000193);
          exactHigh = (Math.imul(exactHigh, 31) + code) | 0;
        }
        if (type === letter) {
          letters += 1;
          if (wordStart < 0) {
            wordStart = at;
            word = wordSeed;
          }
          word = wordStep(word, code < 0x80 ? code | 0x20 : code);
        } else if (wordStart >= 0) {
          signals |= signalsOf(word);
          if (at - wordStart > 5) signals |= compoundSignals(text, at);
          wordStart = -1;
        }
        if (type !== separator) {
          token = Math.imul(token ^ code, 0x01000193);
          length += 1;
          if (type === digit) digits += 1;
          else if (type === slash) slashes += 1;
          if (code !== 0x30) onlyZero = 0;
          continue;
        }
        if (length === 0) continue;
        if (tokenCount < mostTokens) {
          tokens[tokenCount] = masked(token, { length, letters, digits, slashes, onlyZero });
          tokenCount += 1;
        }
        token = wordSeed;
        length = 0;
        letters = 0;
        digits = 0;
        slashes = 0;
        onlyZero = 1;
      }
    },
    patternKey() {
      let low = tokenCount | 0;
      let high = 0x9e3779b1 | 0;
      for (let index = 0; index < tokenCount; index += 1) {
        low = Math.imul(low ^ tokens[index]!, 0x01000193);
        high = Math.imul(high + tokens[index]!, 0x85ebca6b) ^ (high >>> 13);
      }
      return joined(low, high);
    },
    exactKey: () => joined(exactLow, exactHigh),
    tokens: () => tokens.slice(0, tokenCount),
    signals: () => signals,
  };
}

/** Two hashes as one exact number of 52 bits: equal keys of different lines are not to be expected in any log. */
function joined(low: number, high: number): number {
  return (low >>> 0) * 0x100000 + (high & 0xfffff);
}

function masked(token: number, seen: { length: number; letters: number; digits: number; slashes: number; onlyZero: number }): number {
  if (seen.digits > 0) {
    if (seen.slashes > 0 && seen.length > 3) return mask.path;
    if (seen.onlyZero === 1 && seen.length === 1) return mask.zero;
    return mask.number;
  }
  if (seen.slashes > 0 && seen.length > 8) return mask.path;
  if (seen.length >= 40) return mask.long;
  return seen.letters === 0 ? rule : token;
}

/** Whether the word that ends at `end` is a compound such as `TypeError` or `NullPointerException`. */
function compoundSignals(text: string, end: number): number {
  switch (text.charCodeAt(end - 1)) {
    case 0x72:
      return text.startsWith('rror', end - 4) ? signal.failure : 0;
    case 0x6e:
      return text.startsWith('xception', end - 8) ? signal.failure : 0;
    case 0x65:
      return text.startsWith('ailure', end - 6) ? signal.failure : 0;
    case 0x67:
      return text.startsWith('arning', end - 6) ? signal.warning : 0;
    default:
      return 0;
  }
}
