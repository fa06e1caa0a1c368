import { seededRandom, type SeededRandom } from './seeded-random.ts';
import { domains, fillers, languages, people, surnames, topics } from './vocabulary.ts';

/** One result of a search API, about 483 characters as compact JSON. */
export interface SearchRow {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly score: number;
  readonly snippet: string;
  readonly author: string;
  readonly updated_at: string;
  readonly tags: readonly string[];
  readonly lang: string;
}

/** So many results of a search API; another seed gives other rows throughout. */
export function searchRows(count: number, seed: number): SearchRow[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => searchRow(random, index, count));
}

function searchRow(random: SeededRandom, index: number, count: number): SearchRow {
  const title = random.words(topics, 5);
  return {
    id: `doc-${random.hex(16)}`,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    url: `https://${random.pick(domains)}/articles/${title.replaceAll(' ', '-')}-${random.hex(8)}`,
    score: Number((1 - (index + random.next()) / count).toFixed(6)),
    snippet: Array.from({ length: 12 }, () => `${random.pick(fillers)} ${random.pick(topics)}`).join(' '),
    author: `${random.pick(people)} ${random.pick(surnames)}`,
    updated_at: timestamp(random),
    tags: Array.from({ length: 3 }, () => random.pick(topics)),
    lang: random.pick(languages),
  };
}

/** A moment of the year 2026, to the second. */
export function timestamp(random: SeededRandom): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `2026-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}T${two(random.whole(0, 23))}:${two(random.whole(0, 59))}:${two(random.whole(0, 59))}Z`;
}
