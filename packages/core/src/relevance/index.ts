export { createBm25, scoreCounts, type Bm25 } from './bm25.ts';
export { createMatcher, type Matcher } from './matcher.ts';
export { questionTerms, type WeightedTerm } from './question-terms.ts';
export { superlative, type Extreme, type Superlative } from './superlative.ts';
export { terms } from './terms.ts';
