import { mask, maskedToken, mostTokens, part } from './mask.ts';
import { wordSeed, wordStep } from './signal-words.ts';

/** Reads one line at a time, without making strings. Its answers are about the line scanned last. */
export interface LineScanner {
  scan(start: number, end: number): void;
  /** Equal for lines whose tokens are equal once masked. */
  patternKey(): number;
  /** A copy of the masked tokens. */
  tokens(): Int32Array;
}

/** Characters beyond these are not read. */
export const scannedCharacters = 2000;

/** Between tokens. Every other sign is a part of one. */
const separator = 0;
/** The class of each character; what is beyond ASCII counts as a letter. */
const classes = new Uint8Array(0x10000).fill(part.letter);
for (let code = 0; code < 0x80; code += 1) classes[code] = classOf(String.fromCharCode(code));

function classOf(character: string): number {
  if (/[A-Za-z]/.test(character)) return part.letter;
  if (/[0-9]/.test(character)) return part.digit;
  if (/[/\\]/.test(character)) return part.slash;
  return /[\s,;:=()[\]{}"'`|<>\0-\x1f]/.test(character) ? separator : part.sign;
}

const zero = 0x30;

export function createLineScanner(codes: Uint16Array): LineScanner {
  const tokens = new Int32Array(mostTokens);
  let tokenCount = 0;
  let key = 0;
  return {
    scan(start, end) {
      // What stands outside of this function is read once: in the loop it would take as long as all else.
      const read = codes;
      const table = classes;
      const found = tokens;
      const last = Math.min(end, start + scannedCharacters);
      let count = 0;
      let low = 17;
      let high = 0x9e3779b1 | 0;
      for (let at = start; at < last && count < mostTokens; at += 1) {
        const first = at;
        let parts = 0;
        let hash = wordSeed;
        for (; at < last; at += 1) {
          const code = read[at]!;
          const type = table[code]!;
          if (type === separator) break;
          parts |= type;
          hash = wordStep(hash, code);
        }
        if (at === first) continue;
        const isZero = at - first === 1 && read[first] === zero;
        const token = isZero ? mask.zero : maskedToken(hash, at - first, parts);
        found[count] = token;
        count += 1;
        low = Math.imul(low ^ token, 0x01000193);
        high = Math.imul(high + token, 0x85ebca6b) ^ (high >>> 13);
      }
      tokenCount = count;
      // Two hashes as one exact number of 52 bits: equal keys of different patterns are not to be expected in any log.
      key = ((low ^ count) >>> 0) * 0x100000 + (high & 0xfffff);
    },
    patternKey: () => key,
    tokens: () => tokens.slice(0, tokenCount),
  };
}
