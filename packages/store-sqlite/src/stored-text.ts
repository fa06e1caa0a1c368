/// <reference lib="es2024.string" />

/** A text as it lies in the file. */
export interface StoredText {
  readonly bytes: Uint8Array;
  readonly encoding: 'utf-8' | 'utf-16';
}

/** UTF-8 has no bytes for a lone surrogate: such a text is kept as its UTF-16 units, low byte first. */
export function encodeText(text: string): StoredText {
  return text.isWellFormed()
    ? { bytes: Buffer.from(text, 'utf8'), encoding: 'utf-8' }
    : { bytes: Buffer.from(text, 'utf16le'), encoding: 'utf-16' };
}

/** Buffer, not TextDecoder: that would take a leading U+FEFF for a byte order mark and drop it. */
export function decodeText({ bytes, encoding }: StoredText): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(encoding === 'utf-8' ? 'utf8' : 'utf16le');
}

/** A scope as a key: JSON keeps zeros and lone surrogates apart as escapes, which SQLite's own text would cut or replace. */
export function scopeKey(scope: string): string {
  return JSON.stringify(scope);
}
