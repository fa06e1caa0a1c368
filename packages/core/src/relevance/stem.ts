/** Endings from the longest down, each with what stays of it. A stem keeps at least the letters given, so that short words stay apart. */
const endings: readonly { readonly ending: string; readonly keep: string; readonly least: number }[] = [
  { ending: 'ations', keep: '', least: 4 },
  { ending: 'ation', keep: '', least: 4 },
  { ending: 'ating', keep: '', least: 4 },
  { ending: 'ated', keep: '', least: 4 },
  { ending: 'ates', keep: '', least: 4 },
  { ending: 'ings', keep: '', least: 3 },
  { ending: 'ions', keep: '', least: 4 },
  { ending: 'ness', keep: '', least: 4 },
  { ending: 'sses', keep: 'ss', least: 3 },
  { ending: 'ies', keep: 'y', least: 3 },
  { ending: 'ied', keep: 'y', least: 3 },
  { ending: 'ing', keep: '', least: 3 },
  { ending: 'ion', keep: '', least: 4 },
  { ending: 'ees', keep: '', least: 4 },
  { ending: 'ers', keep: '', least: 4 },
  { ending: 'ors', keep: '', least: 4 },
  { ending: 'ate', keep: '', least: 4 },
  { ending: 'ee', keep: '', least: 4 },
  { ending: 'er', keep: '', least: 4 },
  { ending: 'or', keep: '', least: 4 },
  { ending: 'ed', keep: '', least: 3 },
  { ending: 'es', keep: '', least: 3 },
  { ending: 'ly', keep: '', least: 3 },
  { ending: 's', keep: '', least: 3 },
  { ending: 'e', keep: '', least: 3 },
];

/** The endings by their last letter: a word has one of few. */
const endingsBy = new Map<string, (typeof endings)[number][]>();
for (const one of endings) endingsBy.set(one.ending.at(-1)!, [...(endingsBy.get(one.ending.at(-1)!) ?? []), one]);

/** Words of grammar that no form of another word may fall together with: a theme is no `them`, a note no `not`. */
const grammar = new Set([
  'the',
  'them',
  'not',
  'let',
  'her',
  'and',
  'for',
  'was',
  'but',
  'our',
  'out',
  'one',
  'are',
  'all',
  'any',
  'his',
  'sur',
  'los',
  'dan',
]);

/** Letters at a word's beginning that a stem never changes. */
export const stablePrefix = 3;

/**
 * A light English stem of a lower-case word: forms of one word fall together (`queries` and `query`, `assigned` and `assignee`), now and then two words do as well.
 * One pass, no dictionary; words with digits or of other scripts come back as they are.
 *
 * @example stem('scheduled') // 'schedul'
 */
export function stem(word: string): string {
  if (word.length <= stablePrefix) return word;
  const possible = endingsBy.get(word.at(-1)!);
  if (possible === undefined || !/^[a-z]+$/.test(word)) return word;
  // `status`, `class` and `basis` are no plurals.
  if (/(ss|us|is)$/.test(word)) return word;
  for (const { ending, keep, least } of possible) {
    if (word.length - ending.length < least || !word.endsWith(ending)) continue;
    const short = undouble(word.slice(0, word.length - ending.length) + keep);
    return grammar.has(short) ? word.replace(/s$/, '') : short;
  }
  return word;
}

/** `running` leaves `runn`; a double l, s or z belongs to the word (`call`, `pass`, `buzz`). */
function undouble(word: string): string {
  const last = word.at(-1)!;
  return word.length > stablePrefix && last === word.at(-2) && !'lszaeiou'.includes(last) ? word.slice(0, -1) : word;
}
