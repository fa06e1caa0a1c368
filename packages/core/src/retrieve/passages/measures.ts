import { terms } from '../../relevance/terms.ts';

/** Adjectives and questions, and the names that the fields they ask about go by. Kept to words of measure: general synonyms gained nothing when measured. */
const measures: readonly (readonly [asked: string, fields: string])[] = [
  ['large largest big biggest small smallest huge heavy heaviest', 'size bytes length total count weight'],
  ['long longest short shortest', 'length duration time size elapsed'],
  ['slow slowest fast fastest quick', 'duration time elapsed seconds ms latency total sum'],
  ['expensive cheap cheapest costly costliest cost', 'price cost amount total'],
  ['old oldest young youngest', 'age date created birth'],
  ['new newest latest recent last early earliest oldest', 'date time created updated timestamp published modified version'],
  ['popular', 'count stars likes votes downloads'],
  ['busy busiest', 'count total commits changes load'],
  ['memory', 'mem rss'],
  ['high highest low lowest', 'value amount total score'],
];

const fieldsOf = new Map<string, Set<string>>();
for (const [asked, fields] of measures) {
  for (const word of asked.split(' ')) {
    const known = fieldsOf.get(word) ?? new Set<string>();
    for (const term of terms(fields)) known.add(term);
    fieldsOf.set(word, known);
  }
}

/** Terms of the fields that a question's words of measure ask about. */
export function measureTerms(question: string): readonly string[] {
  const found = new Set<string>();
  for (const word of question
    .slice(0, 4096)
    .toLowerCase()
    .split(/[^a-z]+/))
    for (const term of fieldsOf.get(word) ?? []) found.add(term);
  return [...found];
}
