const encoder = new TextEncoder();

/**
 * The code units of a text, for loops that read them more than once: a string is asked for its characters one by one some five times as slowly, the more so
 * where it is a part of another or where strings of many forms were seen before.
 *
 * @example charCodes('ab') // Uint16Array [97, 98]
 */
export function charCodes(text: string): Uint16Array {
  const bytes = new Uint8Array(text.length);
  // Only a text of ASCII has as many bytes as characters.
  if (encoder.encodeInto(text, bytes).read === text.length) return new Uint16Array(bytes);
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < codes.length; at += 1) codes[at] = text.charCodeAt(at);
  return codes;
}
