export { askedAmount, type AmountFit } from './asked-amount.ts';
export { fitBudget } from './fit-budget.ts';
export { createMatcher } from './matcher.ts';
export { measureTerms } from './measure-terms.ts';
export { questionTerms, widenedTerms, type WeightedTerm } from './question-terms.ts';
export { rankRanges, type RankRangesRequest } from './rank-ranges.ts';
export { statedAmount } from './stated-amount.ts';
export { superlative, type Extreme } from './superlative.ts';
export { terms } from './terms.ts';
