/** The weights set by hand, in the order of `featureNames`: where training begins and what it must beat. */
export const handWeights: readonly number[] = [1, 0.6, 0.4, 0.15, 0.15, 0.35, 0.2, 0.25, 0.45, 0.1, 0.3, 0.04, 0.02, 0.05, 0.03, 0.03];
