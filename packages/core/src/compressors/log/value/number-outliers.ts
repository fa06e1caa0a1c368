const fewestNumbers = 24;
/** Of the range in which nine of ten numbers lie, so much beyond its ends is far off. */
const farOff = 3;
/** Numbers that hardly vary have a range of at least this share of their middle. */
const leastRange = 0.1;
const most = 3;
const mostShare = 0.02;

/**
 * Indexes of the few numbers that lie far off the range of nearly all others; none where many do, since then that is no oddity. Takes n log n.
 *
 * @example findOutliers([...twentyTimes(20), 21, 19, 23, 18, 947]) // [24]
 */
export function findOutliers(numbers: readonly number[]): readonly number[] {
  if (numbers.length < fewestNumbers) return [];
  const sorted = Float64Array.from(numbers).sort();
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))]!;
  const range = Math.max(at(0.95) - at(0.05), leastRange * Math.abs(at(0.5)));
  if (range === 0) return [];
  const high = at(0.95) + farOff * range;
  const low = at(0.05) - farOff * range;
  const found: number[] = [];
  numbers.forEach((number, index) => {
    if (number > high || number < low) found.push(index);
  });
  return found.length > Math.max(most, mostShare * numbers.length) ? [] : farthest(found, numbers, at(0.5));
}

function farthest(found: readonly number[], numbers: readonly number[], middle: number): readonly number[] {
  return [...found].sort((a, b) => Math.abs(numbers[b]! - middle) - Math.abs(numbers[a]! - middle) || a - b).slice(0, most);
}
