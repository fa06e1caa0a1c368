import { KeyNumbers } from './key-numbers.ts';
import type { Scan } from './scan-lines.ts';

/** Lines that begin with one word and end with the same words are one message about different things: `FAILED test_a - timed out after the build`. */
export interface MessageFamilies {
  /** Whether a pattern holds the first of several lines of its family. */
  readonly leads: Uint8Array;
}

const leastTokens = 8;
const endTokens = 5;

/** Finds the first pattern of each family of several. Linear in the patterns. */
export function findFamilies({ patterns }: Scan): MessageFamilies {
  const leads = new Uint8Array(patterns.length);
  const keys = new KeyNumbers();
  const firsts: number[] = [];
  patterns.forEach(({ tokens, lines }, index) => {
    if (tokens.length < leastTokens) return;
    let low = tokens[0]!;
    let high = 0;
    for (let place = tokens.length - endTokens; place < tokens.length; place += 1) {
      low = Math.imul(low ^ tokens[place]!, 0x01000193);
      high = (Math.imul(high, 31) + tokens[place]!) | 0;
    }
    const family = keys.numberOf(low, high);
    if (family < firsts.length) leads[firsts[family]!] = 1;
    else {
      firsts.push(index);
      if (lines > 1) leads[index] = 1;
    }
  });
  return { leads };
}
