import { codeTable } from '../text/code-table.ts';

/** What tokenizers of today make of a text, by the stretches that they cut it into; fitted to lines of logs; who asks scales it to the counter at hand. */
const weights = {
  line: 1,
  word: 0.87,
  furtherLetter: 0.09,
  digits: 1.17,
  blanks: 1.23,
  signs: 0.75,
  furtherSign: 0.61,
  wide: 0.53,
} as const;
/** Letters of a word that are most often one token, and digits that are. */
const usualLetters = 5;
const usualDigits = 3;

const sort = { blank: 0, digit: 1, small: 2, capital: 3, sign: 4, wide: 5 } as const;
const sorts = codeTable((code) => {
  if (code >= 0x80) return sort.wide;
  if (code === 0x20 || code === 0x09) return sort.blank;
  const character = String.fromCharCode(code);
  if (/[0-9]/.test(character)) return sort.digit;
  if (/[a-z]/.test(character)) return sort.small;
  return /[A-Z]/.test(character) ? sort.capital : sort.sign;
});

/** About how many tokens the line `codes[start..end)` and its break have: within a tenth for most lines, and within some hundredths for many together. */
export function estimateTokens(codes: Uint16Array, start: number, end: number): number {
  const table = sorts;
  let tokens: number = weights.line;
  for (let at = start; at < end;) {
    const from = at;
    const first = table[codes[at]!]!;
    at += 1;
    switch (first) {
      case sort.small:
      case sort.capital: {
        let before: number = first;
        for (; at < end; at += 1) {
          const next = table[codes[at]!]!;
          if (next !== sort.small && (next !== sort.capital || before === sort.small)) break;
          before = next;
        }
        tokens += weights.word + weights.furtherLetter * Math.max(0, at - from - usualLetters);
        break;
      }
      case sort.digit:
        while (at < end && table[codes[at]!] === sort.digit) at += 1;
        tokens += weights.digits * Math.ceil((at - from) / usualDigits);
        break;
      case sort.blank:
        while (at < end && table[codes[at]!] === sort.blank) at += 1;
        // A single blank is a part of the word behind it.
        if (at - from > 1 || (at < end && table[codes[at]!] === sort.digit)) tokens += weights.blanks;
        break;
      case sort.sign:
        tokens += weights.signs;
        for (; at < end && table[codes[at]!] === sort.sign; at += 1) if (codes[at] !== codes[at - 1]) tokens += weights.furtherSign;
        break;
      default:
        tokens += weights.wide;
    }
  }
  return tokens;
}
