import { countsNone, tellsTrouble } from '../../relevance/columns/trouble.ts';
import { firstKey, nextKey, type WordTable } from '../../relevance/columns/word-table.ts';

/** What one pass over a line tells. */
export interface LineLook {
  /** A key of the line's form, in which runs of letters, of digits and of spaces each count as one sign; never 0. */
  form: number;
  /** A key of its characters, in which capitals are small; never 0. */
  key: number;
  /** Its words, about. */
  words: number;
  /** Whether it {@link tellsTrouble tells trouble}. */
  speaksOfTrouble: boolean;
  /** Whether any of the words that are meant stands in it. */
  isMeant: boolean;
}

/** A part of a text that holds no break, and what is looked for in it. */
export interface LookedAt {
  readonly codes: Uint16Array;
  readonly start: number;
  readonly end: number;
  readonly meant: WordTable;
}

/** What characters are: those from `other` on are themselves. */
const sign = { nothing: 0, digit: 1, letter: 2, space: 3, beyondAscii: 4, other: 5 } as const;

const signs = new Uint8Array(0x10000).fill(sign.beyondAscii);
for (let code = 0; code < 0x80; code += 1) signs[code] = signOf(code);

function signOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return sign.digit;
  if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) return sign.letter;
  return code === 0x20 || code === 0x09 ? sign.space : Math.max(sign.other, code);
}

/** Looks at a line once. */
export function lookAt({ codes, start, end, meant }: LookedAt, look: LineLook): void {
  const table = signs;
  let form = firstKey;
  let key = firstKey;
  let words = 1;
  let before: number = sign.nothing;
  let from = start;
  let word = firstKey;
  let wordBefore = 0;
  look.speaksOfTrouble = false;
  look.isMeant = false;
  for (let at = start; at < end;) {
    const code = codes[at]!;
    const type = table[code]!;
    if (type !== sign.letter) {
      key = nextKey(key, code);
      if (type !== before || type >= sign.other) {
        form = nextKey(form, type);
        if (type === sign.space) words += 1;
        before = type;
      }
      at += 1;
      continue;
    }
    from = at;
    word = firstKey;
    do {
      word = nextKey(word, codes[at]! | 0x20);
      at += 1;
    } while (at < end && table[codes[at]!] === sign.letter);
    form = nextKey(form, sign.letter);
    key = nextKey(key, word);
    // What touches a digit or `_` is part of a name, and no word.
    const isName = before === sign.digit || before === underscore || isNameSign(table[codes[at] ?? 0]!);
    before = sign.letter;
    if (isName) continue;
    if (tellsTrouble(word, wordBefore) && !standsAfterNone(codes, from, start)) look.speaksOfTrouble = true;
    if (meant.has(word)) look.isMeant = true;
    wordBefore = word;
  }
  look.form = form === 0 ? 1 : form;
  look.key = key === 0 ? 1 : key;
  look.words = words;
}

const underscore = 0x5f;

function isNameSign(type: number): boolean {
  return type === sign.digit || type === underscore;
}

/** `0 ` before a word. */
function standsAfterNone(codes: Uint16Array, at: number, start: number): boolean {
  return at - start >= 2 && countsNone(at - 3 >= start ? codes[at - 3]! : 0, codes[at - 2]!, codes[at - 1]!);
}
