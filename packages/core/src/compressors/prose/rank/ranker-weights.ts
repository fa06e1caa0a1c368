/** What each feature counts, in the order of `featureNames`. Set by hand: trained ones are no better (models/prose-ranker/README.md). */
export const rankerWeights: readonly number[] = [1, 0.6, 0.4, 0.25, 0.12, 0.35, 0.25, 0.3, 0.5, 0.12, 0.3, 0.12, 0.02, 0.05, 0, 0];
