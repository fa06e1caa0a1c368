import { isForeignBlank, type Line } from './line.ts';

// Names in paths and messages are words too; only sentences have articles, prepositions and auxiliaries.
const functionWords = new Set(
  (
    'a an and are as at be been but by can could did do for from had has have he her his how i if in is it its my no not of on one or our she should so than ' +
    'that the their them then there these they this to was we were what when which who will with would you your ' +
    'el la los las un una de del que en y por con para es su se al como más no fue lo ' +
    'le les des du et une dans est pour qui sur pas au par ce il ne avec sont ' +
    'der die das und ist von den mit nicht ein eine zu im auf für dem sich auch als wird ' +
    'di che il per non gli da sono è o e os as um uma do da não em het een van op te'
  ).split(' '),
);
const longestFunctionWord = Math.max(...Array.from(functionWords, (word) => word.length));

/** What a character may be in a word of natural language. */
const begins = 1;
const goesOn = 2;
const before = 4;
const behind = 8;
const blank = 16;

const roles = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  const isBlank = /\s/.test(character);
  return (
    (/[A-Za-z]/.test(character) ? begins : 0) |
    (/[a-z'-]/.test(character) ? goesOn : 0) |
    (isBlank || `"'(*_[`.includes(character) ? before : 0) |
    (isBlank || `,.;:!?"')*_]`.includes(character) ? behind : 0) |
    (isBlank ? blank : 0)
  );
});
const apostrophe = 0x2019;

function roleBeyondAscii(code: number): number {
  // Latin beyond ASCII, Greek, Cyrillic, Arabic.
  if ((code >= 0xc0 && code <= 0x24f) || (code >= 0x370 && code <= 0x4ff) || (code >= 0x600 && code <= 0x6ff)) return begins | goesOn;
  if (code === apostrophe) return goesOn;
  return isForeignBlank(code) ? before | behind | blank : 0;
}

/** How many words of natural language a line has, how many of them are articles, prepositions and the like, and how many pieces stand between its blanks. */
export interface WordCount {
  readonly words: number;
  readonly functional: number;
  readonly pieces: number;
}

/**
 * Counts the words of a line in one pass. A word has capitals at its beginning alone, stands at the beginning of the line or behind a blank or an opening sign, and before a blank,
 * a closing sign or the end: what stands in paths, calls and numbers is none.
 */
export function countWords({ text, joined, start }: Line): WordCount {
  const table = roles;
  let words = 0;
  let functional = 0;
  let pieces = 0;
  const end = start + text.length;
  let at = start;
  let role = blank;
  let free = true;
  while (at < end) {
    const last = role;
    const code = joined.charCodeAt(at);
    role = code < 0x80 ? table[code]! : roleBeyondAscii(code);
    if ((last & blank) !== 0 && (role & blank) === 0) pieces += 1;
    if (free && (role & begins) !== 0) {
      const next = endOfWord(joined, at, end);
      if (next > at) {
        words += 1;
        if (isFunctionWord(joined, at, next)) functional += 1;
        // What closes a word opens the next one.
        at = next;
        role = begins;
        free = false;
        continue;
      }
    }
    free = (role & before) !== 0;
    at += 1;
  }
  return { words, functional, pieces };
}

/** The end of the longest word that begins here; the beginning where there is none. */
function endOfWord(joined: string, start: number, end: number): number {
  const table = roles;
  let found = start;
  let at = start + 1;
  for (; at < end; at += 1) {
    const code = joined.charCodeAt(at);
    const role = code < 0x80 ? table[code]! : roleBeyondAscii(code);
    if ((role & behind) !== 0) found = at;
    if ((role & goesOn) === 0) return found;
  }
  return at;
}

function isFunctionWord(joined: string, start: number, end: number): boolean {
  return end - start <= longestFunctionWord && functionWords.has(joined.slice(start, end).toLowerCase());
}
