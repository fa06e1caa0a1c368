/** Letters of the Latin alphabets of Europe and what they are written as where nobody sets accents; a table of our own, since a runtime's changes with its version (I4). */
const written: readonly (readonly [plain: string, letters: string])[] = [
  ['a', 'àáâãäåāăą'],
  ['ae', 'æ'],
  ['c', 'çćĉċč'],
  ['d', 'ðďđ'],
  ['e', 'èéêëēĕėęě'],
  ['g', 'ĝğġģ'],
  ['h', 'ĥħ'],
  ['i', 'ìíîïĩīĭįı'],
  ['j', 'ĵ'],
  ['k', 'ķ'],
  ['l', 'ĺļľŀł'],
  ['n', 'ñńņňŋ'],
  ['o', 'òóôõöøōŏő'],
  ['oe', 'œ'],
  ['r', 'ŕŗř'],
  ['s', 'śŝşš'],
  ['ss', 'ß'],
  ['t', 'ţťŧ'],
  ['th', 'þ'],
  ['u', 'ùúûüũūŭůűų'],
  ['w', 'ŵ'],
  ['y', 'ýÿŷ'],
  ['z', 'źżž'],
];

const firstLetter = 0xdf;
const lastLetter = 0x17f;
const plainLetters: string[] = [];
for (const [plain, letters] of written) for (const letter of letters) plainLetters[letter.charCodeAt(0) - firstLetter] = plain;

const beyondAscii = /[^\0-\x7f]/;

/**
 * A lower-case word without its accents: people leave them out where they type fast, and forms of one word carry them and do not.
 * Letters of other scripts stay, accents that stand as characters of their own go.
 *
 * @example foldAccents('contrôlée') // 'controlee'
 */
export function foldAccents(word: string): string {
  if (!beyondAscii.test(word)) return word;
  let folded = '';
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code >= 0x300 && code <= 0x36f) continue;
    folded += (code >= firstLetter && code <= lastLetter ? plainLetters[code - firstLetter] : undefined) ?? word[at]!;
  }
  return folded;
}
