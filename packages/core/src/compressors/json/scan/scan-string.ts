const ESCAPES: ReadonlyMap<number, string> = new Map([
  [34, '"'],
  [92, '\\'],
  [47, '/'],
  [98, '\b'],
  [102, '\f'],
  [110, '\n'],
  [114, '\r'],
  [116, '\t'],
]);

/** The content of a JSON string with its escapes decoded exactly (lone surrogates included), or undefined where an escape is wrong. */
export function unescapeString(text: string, from: number, end: number): string | undefined {
  const pieces: string[] = [];
  let start = from;
  let at = text.indexOf('\\', from);
  while (at >= 0 && at < end) {
    if (at > start) pieces.push(text.slice(start, at));
    const code = text.charCodeAt(at + 1);
    if (code === 117) {
      const unit = hexadecimal(text, at + 2);
      if (unit < 0) return undefined;
      pieces.push(String.fromCharCode(unit));
      start = at + 6;
    } else {
      const plain = ESCAPES.get(code);
      if (plain === undefined) return undefined;
      pieces.push(plain);
      start = at + 2;
    }
    at = text.indexOf('\\', start);
  }
  if (start > end) return undefined;
  if (start < end) pieces.push(text.slice(start, end));
  return pieces.join('');
}

function hexadecimal(text: string, from: number): number {
  let unit = 0;
  for (let at = from; at < from + 4; at++) {
    const code = text.charCodeAt(at);
    const digit = code >= 48 && code <= 57 ? code - 48 : (code | 32) >= 97 && (code | 32) <= 102 ? (code | 32) - 87 : -1;
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}
