/**
 * Where the first of two lists of wire messages stops being a byte prefix of the second; undefined where it is one. Compares what is sent, key order
 * included, as provider caches do.
 */
export function prefixBreak(earlier: readonly unknown[], later: readonly unknown[]): string | undefined {
  const first = JSON.stringify(earlier).slice(0, -1);
  const second = JSON.stringify(later);
  if (second.startsWith(first)) return undefined;
  let at = 0;
  while (first[at] === second[at]) at += 1;
  return `…${first.slice(Math.max(0, at - 80), at)} | ${first.slice(at, at + 80)} | became | ${second.slice(at, at + 80)}`;
}
