import { describe, expect, it } from 'vitest';
import { isBlob, isOpaque } from './opaque.ts';

describe('isOpaque', () => {
  it.each([
    '5232e7566750db2abac0c84df294c37735451c6e',
    '3a554aa2-fee7-435b-ae1b-e67bdaac069a',
    'MDExOlB1bGxSZXF1ZXN0Njg1MDE0Nzc0',
    'https://api.example.com/users/7/followers',
    'sha512-9f8aX1kq2Zs0Y3bT7u==',
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUg',
    '-----BEGIN PGP SIGNATURE-----\n\nwsBcBAABCAAQBQJaRatLCRBK7hj4Ov3rIwAAdHI',
  ])('%s', (text) => {
    expect(isOpaque(text)).toBe(true);
  });

  it.each([
    '',
    'short',
    'A sentence about a commit and its author.',
    'src/compressors/json/select/opaque.ts',
    'internationalization',
    'snake_case_identifier_of_some_length',
    'data: the list of all rows',
    '2024-08-24T01:54:32Z',
  ])('leaves %s alone', (text) => {
    expect(isOpaque(text)).toBe(false);
  });
});

describe('isBlob', () => {
  const base64 = Array.from(
    { length: 2000 },
    (_, index) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'[(index * 37 + ((index * index) % 61)) % 64],
  ).join('');

  it('knows base64, with line breaks and as a data link', () => {
    expect(isBlob(base64)).toBe(true);
    expect(isBlob(`data:image/png;base64,${base64}`)).toBe(true);
    expect(isBlob(base64.replaceAll(/(.{76})/g, '$1\n'))).toBe(true);
  });

  it('is no blob: prose, one letter, code, short text', () => {
    expect(isBlob('Words make sentences. '.repeat(100))).toBe(false);
    expect(isBlob('a'.repeat(100_000))).toBe(false);
    expect(isBlob(' '.repeat(100_000))).toBe(false);
    expect(isBlob('const x = () => { return 1; };\n'.repeat(100))).toBe(false);
    expect(isBlob(base64.slice(0, 100))).toBe(false);
  });
});
