import { describe, expect, it } from 'vitest';
import { widenedTerms } from './question-terms.ts';
import { relatedTerms } from './related-words.ts';

describe('relatedTerms', () => {
  it('finds words of like meaning, whatever their form', () => {
    expect(relatedTerms(['licens'])).toContain('licenc');
    expect(relatedTerms(['processor'.slice(0, 7)])).toContain('cpu');
    expect(relatedTerms(['command'])).toContain('execv');
    expect(relatedTerms(['tls'])).toContain('libssl');
    expect(relatedTerms(['carriag'])).toContain('crlf');
  });

  it('leaves out what is asked for already, and says nothing of unknown words', () => {
    expect(relatedTerms(['cpu', 'process'])).not.toContain('cpu');
    expect(relatedTerms(['zanzibar'])).toEqual([]);
  });
});

describe('widenedTerms', () => {
  it('weighs them below each word of the question', () => {
    const weights = new Map(widenedTerms('Who is mailed?').map(({ term, weight }) => [term, weight]));
    expect(weights.get('mail')).toBe(1);
    expect(weights.get('email')).toBeGreaterThan(0);
    expect(weights.get('email')!).toBeLessThan(0.4);
  });
});
