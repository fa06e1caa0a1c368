import { splitWords } from '../../../packages/kompress/src/features/split-words.ts';
import { layout } from '../../../packages/kompress/src/features/feature-layout.ts';
import { spokenWords } from './spoken-words.ts';
import { vocabularyForm } from '../../../packages/kompress/src/features/word-features.ts';

/** The most frequent words of texts in their vocabulary form, the most frequent first; ties in the order of their letters. */
export function countVocabulary(texts: Iterable<string>): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const { count, starts, ends } = splitWords(text);
    for (let word = 0; word < count; word += 1) {
      const form = vocabularyForm(text.slice(starts[word], ends[word]));
      if (form.length <= 32) counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  const frequent = [...counts]
    .sort(([a, often], [b, seldom]) => seldom - often || (a < b ? -1 : 1))
    .slice(0, layout.vocabulary)
    .map(([form]) => form);
  const known = new Set(frequent);
  const missing = spokenWords.filter((word) => !known.has(word));
  return [...frequent.slice(0, layout.vocabulary - missing.length), ...missing];
}
