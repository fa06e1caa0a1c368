import { mask, maskedToken, mostTokens } from './mask.ts';
import { signal, signalsOf, wordSeed, wordStep } from './signal-words.ts';

/** Reads one line at a time, without making strings. Its answers are about the line scanned last. */
export interface LineScanner {
  scan(start: number, end: number): void;
  /** Equal for lines whose tokens are equal once masked. */
  patternKey(): number;
  /** Equal for equal lines. */
  exactKey(): number;
  /** A copy of the masked tokens. */
  tokens(): Int32Array;
  /** The signals of all its words. */
  signals(): number;
}

/** Characters beyond these are not read. */
const scannedCharacters = 2000;
/** Compounds (`TypeError`) are longer than the words that they end with. */
const shortestCompound = 6;

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

export function createLineScanner(text: string): LineScanner {
  const tokens = new Int32Array(mostTokens);
  let tokenCount = 0;
  let signals = 0;
  let tokenHash = 0;
  let first = 0;
  let last = 0;

  const typeAt = (at: number): number => {
    const code = text.charCodeAt(at);
    return code < 0x80 ? classes[code]! : letter;
  };

  /** Reads a run of letters; answers where it ends. */
  const readWord = (start: number, stop: number): number => {
    let hash = wordSeed;
    let at = start;
    for (; at < stop; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 0x80 && classes[code] !== letter) break;
      hash = wordStep(hash, code < 0x80 ? code | 0x20 : code);
      tokenHash = wordStep(tokenHash, code);
    }
    signals |= signalsOf(hash);
    if (at - start >= shortestCompound) signals |= compoundSignals(text, at);
    return at;
  };

  /** Reads what stands between two separators; answers where it ends. */
  const readToken = (start: number, stop: number): number => {
    tokenHash = wordSeed;
    let letters = 0;
    let digits = 0;
    let slashes = 0;
    let at = start;
    for (let type = typeAt(at); type !== separator; type = typeAt(at)) {
      if (type === letter) {
        const end = readWord(at, stop);
        letters += end - at;
        at = end;
      } else {
        if (type === digit) digits += 1;
        else if (type === slash) slashes += 1;
        tokenHash = wordStep(tokenHash, text.charCodeAt(at));
        at += 1;
      }
      if (at >= stop) break;
    }
    if (tokenCount < mostTokens) {
      const isZero = at - start === 1 && text.charCodeAt(start) === 0x30;
      tokens[tokenCount] = isZero ? mask.zero : maskedToken(tokenHash, { length: at - start, letters, digits, slashes });
      tokenCount += 1;
    }
    return at;
  };

  return {
    scan(start, end) {
      tokenCount = 0;
      signals = 0;
      first = start;
      last = Math.min(end, start + scannedCharacters);
      for (let at = start; at < last;) at = typeAt(at) === separator ? at + 1 : readToken(at, last);
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
    exactKey() {
      let low = wordSeed;
      let high = last - first;
      for (let at = first; at < last; at += 1) {
        low = wordStep(low, text.charCodeAt(at));
        high = (high + low) | 0;
      }
      return joined(low, high);
    },
    tokens: () => tokens.slice(0, tokenCount),
    signals: () => signals,
  };
}

/** Two hashes as one exact number of 52 bits: equal keys of different lines are not to be expected in any log. */
function joined(low: number, high: number): number {
  return (low >>> 0) * 0x100000 + (high & 0xfffff);
}

/** The signal of a compound such as `TypeError` or `NullPointerException` that ends at `end`. */
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
