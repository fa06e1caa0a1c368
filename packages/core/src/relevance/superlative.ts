import { stopTerms } from './stop-words.ts';
import { terms } from './terms.ts';

/** An end of an order that a question can ask for. */
export type Extreme = 'maximum' | 'minimum' | 'latest' | 'earliest';

/** That a question asks for an extreme, and of what. */
export interface Superlative {
  readonly extremes: readonly Extreme[];
  /** The terms right after the asking words, which often name the field: `most comments` gives `comment`. */
  readonly of: readonly string[];
}

const meanings: ReadonlyMap<string, Extreme> = new Map([
  ...list(
    'maximum',
    'most highest largest biggest maximum max greatest longest heaviest top peak worst slowest busiest costliest deepest widest tallest strongest farthest furthest northernmost easternmost hottest warmest wettest rainiest windiest sunniest snowiest deadliest richest wealthiest brightest fullest thickest steepest loudest noisiest unusually exceptionally outlier spike burning hogging hungriest',
  ),
  ...list(
    'minimum',
    'least lowest smallest minimum min fewest shortest cheapest fastest lightest youngest weakest slightest nearest closest southernmost westernmost coldest coolest driest poorest thinnest narrowest shallowest tiniest emptiest quietest',
  ),
  ...list('latest', 'latest newest recent last final'),
  ...list('earliest', 'earliest oldest first initial'),
]);

/** `most recent` asks for the latest, `most expensive` for a maximum: the next word may turn the sense. */
const turned: ReadonlyMap<string, Extreme> = new Map([
  ...list('latest', 'recent recently new'),
  ...list('earliest', 'ancient early'),
  ...list('minimum', 'cheap affordable'),
]);

/** The farthest north is the largest latitude, the farthest south the smallest. */
const directions: ReadonlyMap<string, Extreme> = new Map([
  ...list('maximum', 'north northern northerly east eastern easterly'),
  ...list('minimum', 'south southern southerly west western westerly'),
]);
const towards = new Set(['farthest', 'furthest', 'most']);

/** Terms that are kept of what follows the asking word. */
const namingTerms = 3;

/**
 * Whether a question asks for the largest, smallest, latest or earliest of something.
 *
 * @example superlative('Which issue has the most comments?') // { extremes: ['maximum'], of: ['comment'] }
 */
export function superlative(question: string): Superlative | undefined {
  const words = question
    .slice(0, 8192)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const extremes = new Set<Extreme>();
  const of = new Set<string>();
  words.forEach((word, index) => {
    const extreme = meaningOf(word, words[index - 1] ?? '', words[index + 1] ?? '');
    if (extreme === undefined) return;
    extremes.add(extreme);
    const naming = words.slice(index + 1, index + 1 + 2 * namingTerms).flatMap(terms);
    for (const term of naming.filter((candidate) => !stopTerms.has(candidate)).slice(0, namingTerms)) of.add(term);
  });
  return extremes.size === 0 ? undefined : { extremes: [...extremes], of: [...of] };
}

function meaningOf(word: string, before: string, after: string): Extreme | undefined {
  // `recent` was read with the word before it.
  if ((before === 'most' || before === 'least') && turned.has(word)) return undefined;
  const direction = directions.get(after);
  if (direction !== undefined && towards.has(word)) return direction;
  const turn = turned.get(after);
  if (word === 'most' && turn !== undefined) return turn;
  if (word === 'least' && turn !== undefined) return opposite[turn];
  return meanings.get(word);
}

const opposite: Record<Extreme, Extreme> = { maximum: 'minimum', minimum: 'maximum', latest: 'earliest', earliest: 'latest' };

function list(extreme: Extreme, words: string): [string, Extreme][] {
  return words.split(' ').map((word) => [word, extreme]);
}
