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
const classes = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z]/.test(character)) return part.letter;
  if (/[0-9]/.test(character)) return part.digit;
  if (/[/\\]/.test(character)) return part.slash;
  return /[\s,;:=()[\]{}"'`|<>]/.test(character) || code < 0x20 ? separator : part.sign;
});

const zero = 0x30;

export function createLineScanner(text: string): LineScanner {
  const tokens = new Int32Array(mostTokens);
  let tokenCount = 0;
  let low = 0;
  let high = 0;
  return {
    scan(start, end) {
      const last = Math.min(end, start + scannedCharacters);
      tokenCount = 0;
      low = 17;
      high = 0x9e3779b1 | 0;
      for (let at = start; at < last;) {
        let code = text.charCodeAt(at);
        let type = code < 0x80 ? classes[code]! : part.letter;
        if (type === separator) {
          at += 1;
          continue;
        }
        const first = at;
        let parts = 0;
        let hash = wordSeed;
        do {
          parts |= type;
          hash = wordStep(hash, code);
          at += 1;
          if (at >= last) break;
          code = text.charCodeAt(at);
          type = code < 0x80 ? classes[code]! : part.letter;
        } while (type !== separator);
        if (tokenCount === mostTokens) return;
        const isZero = at - first === 1 && text.charCodeAt(first) === zero;
        const token = isZero ? mask.zero : maskedToken(hash, { length: at - first, parts });
        tokens[tokenCount] = token;
        tokenCount += 1;
        low = Math.imul(low ^ token, 0x01000193);
        high = Math.imul(high + token, 0x85ebca6b) ^ (high >>> 13);
      }
    },
    // Two hashes as one exact number of 52 bits: equal keys of different patterns are not to be expected in any log.
    patternKey: () => ((low ^ tokenCount) >>> 0) * 0x100000 + (high & 0xfffff),
    tokens: () => tokens.slice(0, tokenCount),
  };
}
