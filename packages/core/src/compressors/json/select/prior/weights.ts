import type { JsonValue } from '../../model.ts';

/** Weights of what makes a unit remarkable. Their sizes are relative; 1 is about what one clear oddity is worth. */
export const weights = {
  sparseField: 0.5,
  rareCategory: 0.6,
  uncommonCategory: 0.15,
  emptyShare: 0.3,
  newCategory: 0.2,
  maximum: 0.5,
  minimum: 0.25,
  askedExtreme: 1.2,
  outlier: 0.2,
  groupOutlier: 0.3,
  change: 0.35,
  besideChange: 0.15,
  trouble: 0.3,
  askedTrouble: 1,
  ends: 0.4,
  idle: -0.2,
  vector: -1,
  deeper: -0.01,
  most: 3.5,
} as const;

/** A number so many deviations from the middle is an outlier. */
export const wildDistance = 8;

/** null, false, 0 and empty say that there is nothing to tell. */
export const isEmpty = (value: JsonValue): boolean => value === null || value === false || value === 0 || value === '';

/** Adds to the score of a unit, where there is one. */
export function add(scores: Float64Array, unit: number | undefined, score: number): void {
  if (unit !== undefined) scores[unit] = (scores[unit] as number) + score;
}
