import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestHandle } from './digest.ts';

describe('digestHandle', () => {
  it('is SHA-256 over scope, a zero byte and the text, cut to 24 digits', async () => {
    const expected = createHash('sha256').update('tenant\0Größe: 12 €').digest('hex').slice(0, 24);
    expect(await digestHandle('tenant', 'Größe: 12 €')).toBe(expected);
  });

  it('I12: tells scopes apart, also where a scope holds the zero byte that separates it', async () => {
    expect(await digestHandle('a', 'text')).not.toBe(await digestHandle('b', 'text'));
    expect(await digestHandle('a\0b', 'c')).not.toBe(await digestHandle('a', 'b\0c'));
  });

  it('tells a lone surrogate from the replacement character and from other lone surrogates', async () => {
    const handles = await Promise.all(['\ufffd', '\ud800', '\udc00', '\ud800x', '\ufffdx'].map((text) => digestHandle('', text)));
    expect(new Set(handles).size).toBe(handles.length);
    expect(await digestHandle('\ud800', '')).not.toBe(await digestHandle('\ufffd', ''));
  });

  it('gives different originals different handles, and the same one the same', async () => {
    const text = fc.string({ unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(text, text, text, text, async (scopeA, a, scopeB, b) => {
        const same = scopeA === scopeB && a === b;
        const first = await digestHandle(scopeA, a);
        expect(first).toMatch(/^[0-9a-f]{24}$/);
        expect(first === (await digestHandle(scopeB, b))).toBe(same);
        expect(await digestHandle(scopeA, a)).toBe(first);
      }),
    );
  });
});
