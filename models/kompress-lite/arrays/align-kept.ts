/**
 * Finds which words of a sentence were kept, given the words of the shortened one: the subsequence that keeps the most neighbours together.
 * Undefined if the shortened sentence holds a word that the sentence does not hold at its place.
 */
export function alignKept(words: readonly string[], kept: readonly string[]): Uint8Array | undefined {
  const width = words.length;
  if (kept.length === 0) return new Uint8Array(width);
  const scores = kept.map(() => new Float64Array(width).fill(-Infinity));
  const origins = kept.map(() => new Int32Array(width).fill(-1));
  kept.forEach((word, row) => {
    let best = -Infinity;
    let origin = -1;
    for (let at = 0; at < width; at += 1) {
      const before = row === 0 || at === 0 ? -Infinity : scores[row - 1]![at - 1]!;
      if (before > best) [best, origin] = [before, at - 1];
      if (words[at] !== word) continue;
      if (row === 0) scores[row]![at] = at === 0 ? 1 : 0;
      else if (before + 1 >= best && before > -Infinity) [scores[row]![at], origins[row]![at]] = [before + 1, at - 1];
      else [scores[row]![at], origins[row]![at]] = [best, origin];
    }
  });
  return trace(scores, origins, width);
}

function trace(scores: readonly Float64Array[], origins: readonly Int32Array[], width: number): Uint8Array | undefined {
  const last = scores.at(-1)!;
  let at = last.reduce((best, score, index) => (score > -Infinity && (best < 0 || score >= last[best]!) ? index : best), -1);
  if (at < 0) return undefined;
  const kept = new Uint8Array(width);
  for (let row = scores.length - 1; row >= 0; row -= 1) {
    kept[at] = 1;
    at = origins[row]![at]!;
  }
  return kept;
}
