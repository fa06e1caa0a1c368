import type { LabelledDocument } from '../arrays/read-labels.ts';
import type { System } from './systems.ts';

const negation = /^(?:not|no|never|none|nor|neither|without|nothing|nobody|cannot|.*n['’]t)$/i;

/** Words whose loss changes what a text says: which of them a word is. */
const kinds: readonly (readonly [name: string, is: (word: string, first: string) => boolean])[] = [
  ['negations', (word) => negation.test(word)],
  ['numbers', (word) => /^[\d.,:/-]*\d[\d.,:/-]*$/.test(word)],
  ['identifiers', (word) => /[A-Za-z]/.test(word) && (/[_@/.]|[a-z][A-Z]/.test(word) || (/\d/.test(word) && !/^\d/.test(word)))],
  ['capitalised inside a sentence', (word, first) => /^\p{Lu}\p{Ll}+$/u.test(word) && !/^(?:[.!?:"“(]+)?$/.test(first)],
];

/** How many words of a kind there are, and which share of them a system keeps. */
export interface CriticalShare {
  readonly kind: string;
  readonly count: number;
  readonly kept: number;
}

/** What a system keeps, without any rule, of words whose loss changes what a text says. */
export async function keptCritical(
  { score, threshold }: System,
  documents: readonly LabelledDocument[],
): Promise<readonly CriticalShare[]> {
  const counts = kinds.map(() => 0);
  const kept = kinds.map(() => 0);
  for (const document of documents) {
    const scores = await score(document);
    const { text, words } = document;
    for (let word = 0; word < words.count; word += 1) {
      const spelling = text.slice(words.starts[word], words.ends[word]);
      const before = word === 0 ? '.' : text.slice(words.starts[word - 1], words.ends[word - 1]);
      kinds.forEach(([, is], kind) => {
        if (!is(spelling, before)) return;
        counts[kind]! += 1;
        if (scores[word]! >= threshold) kept[kind]! += 1;
      });
    }
  }
  return kinds.map(([kind], index) => ({ kind, count: counts[index]!, kept: kept[index]! / Math.max(1, counts[index]!) }));
}
