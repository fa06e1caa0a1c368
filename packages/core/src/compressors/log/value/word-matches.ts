import { createMatcher, type WeightedTerm } from '../../../relevance/index.ts';
import { asciiClasses, characterClass } from '../../../relevance/scan-words.ts';
import { beginningTable, mayBegin, type BeginningTable } from '../../../relevance/word-beginning.ts';
import type { LogLines } from '../lines/log-lines.ts';
import type { WordTable } from '../pattern/word-table.ts';

const { letterOrDigit, upperCase } = characterClass;
const unsure = -1;

/** What a question finds in the different words of a log: no term goes on over what stands between them. */
export interface WordMatches {
  /** Of each word how many words and parts of names it is made of. */
  readonly lengths: Uint16Array;
  /** The terms that word `n` holds are `terms[first[n]]` to before `terms[first[n + 1]]`. */
  readonly first: Int32Array;
  readonly terms: readonly number[];
}

/** Looks for terms in each different word once. */
export function matchWords(
  { text, codes }: Pick<LogLines, 'text' | 'codes'>,
  table: WordTable,
  terms: readonly WeightedTerm[],
): WordMatches {
  const matcher = createMatcher(terms);
  const beginnings = beginningTable(terms.map(({ term }) => term));
  const lengths = new Uint16Array(table.count);
  const first = new Int32Array(table.count + 1);
  const found: number[] = [];
  const counts = new Uint32Array(terms.length);
  for (let word = 0; word < table.count; word += 1) {
    first[word] = found.length;
    const start = table.start(word);
    const end = start + table.length(word);
    const length = partsWithout(beginnings, codes, start, end);
    if (length !== unsure) {
      lengths[word] = length;
      continue;
    }
    lengths[word] = matcher.count(text, counts, { start, end });
    if (matcher.hits() === 0) continue;
    for (let term = 0; term < counts.length; term += 1) for (; counts[term]! > 0; counts[term]! -= 1) found.push(term);
  }
  first[table.count] = found.length;
  return { lengths, first, terms: found };
}

/** How many parts a word has, if none of them begins as a term does: most words need no closer look. */
function partsWithout(beginnings: BeginningTable, codes: Uint16Array, start: number, end: number): number {
  const classes = asciiClasses;
  let parts = 0;
  let before = 0;
  for (let at = start; at < end; at += 1) {
    const code = codes[at]!;
    if (code >= 0x80) return unsure;
    const type = classes[code]!;
    if (
      (type & letterOrDigit) !== 0 &&
      ((before & letterOrDigit) === 0 || ((type & upperCase) !== 0 && beginsPart(codes, at, end, before)))
    ) {
      parts += 1;
      if (mayBegin(beginnings, codes, at)) return unsure;
    }
    before = type;
  }
  return parts;
}

/** As a name is read elsewhere: a capital begins a part after a small letter or digit, and before a small letter. */
function beginsPart(codes: Uint16Array, at: number, end: number, before: number): boolean {
  if ((before & upperCase) === 0) return true;
  const next = at + 1 < end ? codes[at + 1]! : 0;
  return next >= 0x61 && next <= 0x7a;
}
