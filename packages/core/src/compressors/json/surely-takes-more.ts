/** What a text is compared with: the tokens of another one and its length in characters. */
export interface Rival {
  readonly tokens: number;
  readonly length: number;
}

const apostrophe = 39;

/**
 * Whether a text surely takes more than a rival, whatever its white space: it has more words than the rival has tokens and more visible characters than the rival has
 * characters. Words are runs of letters and runs of digits, which tokenizers of language models keep apart (`it's` is one). Never true of a smaller text; linear,
 * and stops where the answer is known.
 */
export function surelyTakesMore(text: string, { tokens, length }: Rival): boolean {
  // What stands at the module is read once: in this loop it would take as long as all else.
  const table = sorts;
  let words = 0;
  let visible = 0;
  let before: number = sort.other;
  let code = 0;
  for (let at = 0; at < text.length && (words <= tokens || visible <= length); at++) {
    const last = code;
    code = text.charCodeAt(at);
    const own = table[code] as number;
    if (own !== before && own > 0 && last !== apostrophe) words++;
    if (code > 32) visible++;
    before = own;
  }
  return words > tokens && visible > length;
}

const sort = { other: 0, letter: 1, digit: 2 } as const;

/** The sort of each character. Letters beyond ASCII may stand inside a word, and so count as part of it whatever they are. */
const sorts = new Uint8Array(0x10000).fill(sort.letter);
for (let code = 0; code < 0x80; code++) sorts[code] = sortOf(String.fromCharCode(code));

function sortOf(character: string): number {
  if (/\d/.test(character)) return sort.digit;
  return /[A-Za-z]/.test(character) ? sort.letter : sort.other;
}
