/** The code units that tags are made of. */
export const sign = { less: 0x3c, greater: 0x3e, slash: 0x2f, exclamation: 0x21, question: 0x3f, equals: 0x3d, dash: 0x2d } as const;

export function isWhite(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c || code === 0x0d;
}

export function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** Whether a name of a tag ends before a character. */
export function isEndOfName(code: number): boolean {
  return code === sign.slash || code === sign.greater || isWhite(code);
}

/** Where a name ends that began before `from`; the end of the source where it never does. */
export function nameEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && !isEndOfName(source.charCodeAt(at))) at += 1;
  return at;
}

/** Behind the white space at a place. */
export function skipWhite(source: string, from: number): number {
  let at = from;
  while (isWhite(source.charCodeAt(at))) at += 1;
  return at;
}

/** Behind the next `>`, or -1. */
export function behindGreater(source: string, from: number): number {
  const at = source.indexOf('>', from);
  return at < 0 ? -1 : at + 1;
}

/** Behind a comment whose text begins at a place, or -1: it ends with `-->` or `--!>`, or at once with `>` or `->`. */
export function behindComment(source: string, from: number): number {
  if (source.charCodeAt(from) === sign.greater) return from + 1;
  if (source.startsWith('->', from)) return from + 2;
  for (let dashes = source.indexOf('--', from); dashes >= 0;) {
    let at = dashes + 2;
    while (source.charCodeAt(at) === sign.dash) at += 1;
    if (source.charCodeAt(at) === sign.greater) return at + 1;
    if (source.startsWith('!>', at)) return at + 2;
    dashes = source.indexOf('--', at);
  }
  return -1;
}
