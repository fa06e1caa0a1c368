/** Digests, keys and other encoded bytes tell a reader nothing. */
const encoded = /[A-Za-z0-9+/]{40,}={0,2}\W*$|\b[0-9a-f]{32,}\b/;
/** No shorter run of signs without a space is looked at for them. */
const shortestRun = 32;

/** Whether encoded bytes stand in a stretch of a text. Most of it is not even looked at: a run of signs has one at each such distance. */
export function holdsEncoded(text: string, codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start + shortestRun - 1; at < end; at += shortestRun) {
    if (!isSign(codes[at]!)) continue;
    let first = at;
    while (first > start && isSign(codes[first - 1]!)) first -= 1;
    let last = at;
    while (last + 1 < end && isSign(codes[last + 1]!)) last += 1;
    if (last - first + 1 >= shortestRun) return encoded.test(text.slice(start, end));
    at = last;
  }
  return false;
}

/** Letters, digits, `+` and `/`. */
function isSign(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x2b || code === 0x2f;
}
