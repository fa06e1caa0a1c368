/**
 * The length of a text in UTF-8 bytes, without encoding it; a lone surrogate counts 3, as the replacement character that encoders write for it.
 *
 * @example utf8Length('é') // 2
 */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    if (code < 0x800) bytes += 1;
    else if (code < 0xd800 || code > 0xdbff || !isLowSurrogate(text.charCodeAt(index + 1))) bytes += 2;
    else {
      // A pair is two units and four bytes.
      bytes += 2;
      index += 1;
    }
  }
  return bytes;
}

/** Whether a code unit is the second half of a surrogate pair. NaN, from beyond the end, is not. */
export function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Whether a code unit is the first half of a surrogate pair. */
export function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
