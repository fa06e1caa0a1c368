import { codeTable } from '../../text/code-table.ts';
import type { DiffDocument } from './diff-document.ts';

/** What stands in a line of a hunk behind its sign, without the blanks around it. */
export interface LineBody {
  readonly start: number;
  readonly end: number;
}

/** What a line does with its words, by the few of its letters that decide it. */
export interface LineForms {
  /** Whether brackets, blanks and signs are all that it holds. */
  isTrivial(body: LineBody): boolean;
  /** What it begins with: a definition, an import, or neither. */
  opening(body: LineBody): 'definition' | 'import' | 'other';
  /** Whether a digit stands in it. */
  hasDigit(body: LineBody): boolean;
  /** Whether it says something to somebody: a text in quotes, or what goes wrong. */
  says(body: LineBody): boolean;
}

/** Characters of a line that are read. */
export const readCharacters = 240;

const definition =
  /^(?:(?:export|default|public|private|protected|internal|static|final|abstract|async|pub(?:\([a-z]+\))?|unsafe|extern|inline|virtual|override|const|data)\s+){0,5}(?:function|class|def|fn|func|interface|struct|enum|type|trait|impl|module|namespace|#\s?define)\b/;
/** A method in the short form of JavaScript. */
const method = /^(?:(?:async|static|get|set)\s+)*(?!(?:if|for|while|switch|catch|with|function)\b)[\w$#]+\([^()]{0,200}\)\s*\{$/;
const imported = /^(?:import\b|from\s+\S+\s+import\b|use\s+\S+;|#\s?include\b)/;
/** The first two letters of all that a definition or an import begins with. */
const openings = pairTable('ex de pu pr in st fi ab as un vi ov co da fu cl fn ty tr im mo na en fr us');

const trouble = /(?:error|throw|raise|panic|assert|fail|deprecated|todo|fixme)/iy;
const troubles = pairTable('er th ra pa as fa de to fi');
/** A text in quotes that says something has so many characters. */
const leastSaid = 6;

const sort = { other: 0, blank: 1, sign: 2, quote: 4, word: 8 } as const;
const sorts = codeTable((code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return sort.blank;
  if (/[{}()[\];,<>/*#=+.-]/.test(character)) return sort.sign;
  if (/["'`]/.test(character)) return sort.quote;
  return /\w/.test(character) ? sort.word : sort.other;
});
const hash = 0x23;
const zero = 0x30;
const nine = 0x39;
const openBrace = 0x7b;

/** Which two letters, of any case, stand in a list. */
function pairTable(pairs: string): Uint8Array {
  const table = new Uint8Array(1 << 10);
  for (const pair of pairs.split(' ')) table[pairKey(pair.charCodeAt(0), pair.charCodeAt(1))] = 1;
  return table;
}

function pairKey(first: number, second: number): number {
  return ((first & 31) << 5) | (second & 31);
}

/** Finds the body of a line. */
export function lineBody({ codes, starts, ends }: DiffDocument, line: number): LineBody {
  let start = starts[line]! + 1;
  let end = Math.min(ends[line]!, starts[line]! + readCharacters);
  while (start < end && sorts[codes[start]!] === sort.blank) start += 1;
  while (end > start && sorts[codes[end - 1]!] === sort.blank) end -= 1;
  return { start, end: Math.max(start, end) };
}

/** Makes what tells the forms of a document's lines: patterns are tried only where their first letters stand. */
export function lineForms({ text, codes }: Pick<DiffDocument, 'text' | 'codes'>): LineForms {
  return {
    isTrivial({ start, end }) {
      let at = start;
      while (at < end && (sorts[codes[at]!]! & (sort.blank | sort.sign)) !== 0) at += 1;
      return at === end;
    },
    opening({ start, end }) {
      const first = codes[start]!;
      const mayOpen = first === hash || (first >= 0x61 && first <= 0x7a && openings[pairKey(first, codes[start + 1]!)] === 1);
      if (!mayOpen && codes[end - 1] !== openBrace) return 'other';
      const body = text.slice(start, end);
      if ((mayOpen && definition.test(body)) || (codes[end - 1] === openBrace && method.test(body))) return 'definition';
      return mayOpen && imported.test(body) ? 'import' : 'other';
    },
    hasDigit({ start, end }) {
      let at = start;
      while (at < end && (codes[at]! < zero || codes[at]! > nine)) at += 1;
      return at < end;
    },
    says({ start, end }) {
      const table = sorts;
      let before: number = sort.other;
      let quote = end;
      for (let at = start; at < end; at += 1) {
        const now = table[codes[at]!]!;
        if (now === sort.word) {
          if (before !== sort.word && troubles[pairKey(codes[at]!, at + 1 < end ? codes[at + 1]! : 0)] === 1 && saysTrouble(text, at, end))
            return true;
        } else if (now === sort.quote) {
          if (at - quote > leastSaid) return true;
          quote = at;
        }
        before = now;
      }
      return false;
    },
  };
}

function saysTrouble(text: string, at: number, end: number): boolean {
  trouble.lastIndex = at;
  return trouble.test(text) && trouble.lastIndex <= end;
}
