import { describe, expect, it } from 'vitest';
import type { Rendering } from '../types/rendering.ts';
import { createMemo } from './memo.ts';

const rendering = (text: string): Rendering => ({ text, kind: 'json', tokensBefore: 9, tokensAfter: 1, omissions: [] });

describe('createMemo', () => {
  it('tells contexts apart field by field', () => {
    const memo = createMemo(1_000_000);
    memo.set('text', ['a', 'bc'], rendering('one'));
    memo.set('text', ['ab', 'c'], rendering('two'));
    expect(memo.get('text', ['a', 'bc'])?.rendering.text).toBe('one');
    expect(memo.get('text', ['ab', 'c'])?.rendering.text).toBe('two');
    expect(memo.get('text', ['a', 'b', 'c'])).toBeUndefined();
    expect(memo.get('other', ['a', 'bc'])).toBeUndefined();
  });

  it('keeps the last rendering of a context', () => {
    const memo = createMemo(1_000_000);
    memo.set('text', ['q'], rendering('one'));
    memo.set('text', ['q'], rendering('two'));
    expect(memo.get('text', ['q'])?.rendering.text).toBe('two');
  });

  it('gives the text as it was first given', () => {
    const memo = createMemo(1_000_000);
    memo.set('text', ['q'], rendering('one'));
    memo.set(['te', 'xt'].join(''), ['r'], rendering('two'));
    expect(memo.get('text', ['r'])).toMatchObject({ text: 'text', rendering: { text: 'two' } });
  });

  it('stays within its bytes, whatever is put in', () => {
    const memo = createMemo(50_000);
    for (let index = 0; index < 500; index++) memo.set(`text ${index} `.repeat(100), ['q'], rendering('short'));
    const known = Array.from({ length: 500 }, (_, index) => memo.get(`text ${index} `.repeat(100), ['q'])).filter(
      (found) => found !== undefined,
    );
    expect(known.length).toBeGreaterThan(5);
    expect(known.length).toBeLessThan(50);
    for (let index = 0; index < 200; index++) memo.set('one text', [`question ${index}`], rendering('x'.repeat(100)));
    expect(memo.get('one text', ['question 199'])).toBeDefined();
    expect(memo.get('one text', ['question 0'])).toBeUndefined();
  });
});
