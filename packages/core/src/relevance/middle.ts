/** Fewer numbers are sorted as fast as they are counted. */
const fewestCounted = 96;
const buckets = 512;
const mostRounds = 3;

/**
 * The middle of numbers, or the mean of the two middles; NaN for none. Puts them into another order.
 *
 * Numbers are counted by where they lie between the smallest and the largest, and only those that lie with the middle are put in order: linear but where nearly all are alike.
 */
export function middle(numbers: Float64Array): number {
  const { length } = numbers;
  if (length === 0) return Number.NaN;
  let among = numbers;
  let [low, high] = [(length - 1) >> 1, length >> 1];
  for (let round = 0; round < mostRounds && among.length >= fewestCounted; round += 1) {
    const narrowed = narrow(among, low, high);
    if (narrowed === undefined) break;
    ({ among } = narrowed);
    low -= narrowed.before;
    high -= narrowed.before;
  }
  among.sort();
  return low === high ? among[low]! : (among[low]! + among[high]!) / 2;
}

/** The numbers among which those stand that come at two places of their order, and how many are smaller than all of them; undefined where that leaves out none. */
function narrow(numbers: Float64Array, low: number, high: number): { readonly among: Float64Array; readonly before: number } | undefined {
  let [least, most] = [numbers[0]!, numbers[0]!];
  for (let at = 1; at < numbers.length; at += 1) {
    const number = numbers[at]!;
    if (number < least) least = number;
    else if (number > most) most = number;
  }
  const scale = (buckets - 1) / (most - least);
  if (!Number.isFinite(scale) || scale === 0) return undefined;
  const counts = new Int32Array(buckets);
  for (let at = 0; at < numbers.length; at += 1) counts[((numbers[at]! - least) * scale) | 0]! += 1;
  let before = 0;
  let first = 0;
  while (before + counts[first]! <= low) {
    before += counts[first]!;
    first += 1;
  }
  let last = first;
  let upTo = before + counts[first]!;
  while (upTo <= high) {
    last += 1;
    upTo += counts[last]!;
  }
  if (upTo - before === numbers.length) return undefined;
  const among = new Float64Array(upTo - before);
  for (let at = 0, used = 0; used < among.length; at += 1) {
    const bucket = ((numbers[at]! - least) * scale) | 0;
    if (bucket < first || bucket > last) continue;
    among[used] = numbers[at]!;
    used += 1;
  }
  return { among, before };
}
