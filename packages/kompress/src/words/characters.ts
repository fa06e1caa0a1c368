export const lineFeed = 0x0a;

/** Whether a UTF-16 unit is white space; spelled out, since classes of the language grow with Unicode (I4). */
export function isWhite(code: number): boolean {
  if (code === 0x20) return true;
  if (code < 0x80) return code >= 0x09 && code <= 0x0d;
  return code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x2028 || code === 0x2029;
}

/** Signs that stand behind a word in a sentence: `.` `,` `;` `:` `!` `?` `…`. */
export function isSignBehind(code: number): boolean {
  return code === 0x2e || code === 0x2c || code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f || code === 0x2026;
}

/** Small letters of English and its neighbours. */
export function isSmall(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff && code !== 0xf7);
}

export function isCapital(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
}

/** What may stand once between letters of one word: hyphen and apostrophes. */
export function isJoiner(code: number): boolean {
  return code === 0x2d || code === 0x27 || code === 0x2019;
}
