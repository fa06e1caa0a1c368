import type { LogLines } from '../lines/log-lines.ts';
import { createLineScanner, scannedCharacters } from './line-scanner.ts';
import { readSignals } from './signal-words.ts';

/** What one pass over the lines finds: which lines are alike but for their numbers, which are equal, and which speak of trouble. */
export interface Scan {
  /** The pattern of each line: its tokens with those that hold digits masked. Patterns are numbered in the order in which they are met. */
  readonly patternOf: Int32Array;
  /** How often exactly this line came before, up to 255. */
  readonly repeats: Uint8Array;
  readonly patterns: readonly Pattern[];
}

/** Lines that differ in masked tokens only. */
export interface Pattern {
  /** The first line of the pattern. */
  readonly line: number;
  /** Hashes of its tokens; masked tokens have one of the `mask` values. */
  readonly tokens: Int32Array;
  /** Signals of its words. */
  readonly signals: number;
  lines: number;
}

/** Reads all lines once. Linear; two look-ups for each line. */
export function scanLines(lines: LogLines): Scan {
  const { text, codes, count, starts, ends } = lines;
  const patternOf = new Int32Array(count);
  const repeats = new Uint8Array(count);
  const patterns: Pattern[] = [];
  const patternIds = new Map<number, number>();
  const lastEqual = new Map<string, number>();
  const scanner = createLineScanner(codes);
  for (let line = 0; line < count; line += 1) {
    const start = starts[line]!;
    const end = Math.min(ends[line]!, start + scannedCharacters);
    scanner.scan(start, end);
    const key = scanner.patternKey();
    let id = patternIds.get(key);
    if (id === undefined) {
      id = patterns.length;
      patternIds.set(key, id);
      patterns.push({ line, tokens: scanner.tokens(), signals: readSignals(lines, start, end), lines: 0 });
    }
    patterns[id]!.lines += 1;
    patternOf[line] = id;
    const exact = text.slice(start, end);
    const before = lastEqual.get(exact);
    if (before !== undefined) repeats[line] = Math.min(255, repeats[before]! + 1);
    lastEqual.set(exact, line);
  }
  return { patternOf, repeats, patterns };
}
