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
  let words = 0;
  let visible = 0;
  let before: Sort = 'other';
  for (let at = 0; at < text.length && (words <= tokens || visible <= length); at++) {
    const code = text.charCodeAt(at);
    const sort = sortOf(code);
    if (sort !== before && sort !== 'other' && text.charCodeAt(at - 1) !== apostrophe) words++;
    if (code > 32) visible++;
    before = sort;
  }
  return words > tokens && visible > length;
}

type Sort = 'letter' | 'digit' | 'other';

/** Letters beyond ASCII may stand inside a word, and so count as part of it whatever they are. */
function sortOf(code: number): Sort {
  if (code >= 48 && code <= 57) return 'digit';
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 127 ? 'letter' : 'other';
}
