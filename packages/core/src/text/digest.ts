import { isWellFormed } from './well-formed.ts';

/** Digits of a handle: 96 bits, far beyond what a store's originals can make collide by chance. */
const handleDigits = 24;

/** Never occurs in UTF-8, so that what follows it can never be read as the UTF-8 of another text. */
const otherEncoding = 0xff;

/**
 * The handle of an original in a scope: 24 lowercase hexadecimal digits of SHA-256 over scope, a zero byte and the text in UTF-8 (DESIGN section 5).
 *
 * UTF-8 has no bytes for a lone surrogate: encoders write U+FFFD, and two different originals would share a handle. Text that is not well formed is
 * therefore hashed over its UTF-16 code units behind a byte that UTF-8 never holds; likewise a scope that is not well formed or holds a zero.
 *
 * @example await digestHandle('tenant-1', 'the original') // 24 hexadecimal digits
 */
export async function digestHandle(scope: string, text: string): Promise<string> {
  const scopeBytes = isWellFormed(scope) && !scope.includes('\0') ? new TextEncoder().encode(scope) : encodeUnits(scope);
  const textBytes = isWellFormed(text) ? new TextEncoder().encode(text) : encodeUnits(text);
  const bytes = new Uint8Array(scopeBytes.length + 1 + textBytes.length);
  bytes.set(scopeBytes);
  bytes.set(textBytes, scopeBytes.length + 1);
  return toHex(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes)), handleDigits);
}

/** The marking byte, the number of code units (so that the end is known) and the units, low byte first on every machine. */
function encodeUnits(text: string): Uint8Array {
  const bytes = new Uint8Array(5 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, otherEncoding);
  view.setUint32(1, text.length, true);
  for (let index = 0; index < text.length; index += 1) view.setUint16(5 + 2 * index, text.charCodeAt(index), true);
  return bytes;
}

function toHex(bytes: Uint8Array, digits: number): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex.slice(0, digits);
}
