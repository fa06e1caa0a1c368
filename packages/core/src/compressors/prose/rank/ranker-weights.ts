/** What each feature counts, in the order of `featureNames`. */
export const rankerWeights: readonly number[] = [1, 0.6, 0.4, 0.15, 0.15, 0.35, 0.2, 0.25, 0.45, 0.1, 0.3, 0.04, 0.02, 0.05, 0.03, 0.03];
