import { describe, expect, it } from 'vitest';
import { askedAmount } from './asked-amount.ts';
import { statedAmount } from './stated-amount.ts';

describe('the amount that a question asks for', () => {
  it.each(['Who wrote it?', 'Where does the parcel go?', 'Which colour is the door?'])('is none in %j', (question) => {
    expect(askedAmount(question)).toBeUndefined();
  });

  it('is best told by a number with a fitting unit', () => {
    const size = askedAmount('How large may a parcel record be at most?')!;
    expect([size('from 12 to 640 KiB'), size('within 30 seconds'), size('no number')]).toEqual([1, 0.4, 0]);
    const time = askedAmount('What is the longest storage of a parcel?')!;
    expect([time('for 21 days'), time('640 KiB')]).toEqual([1, 1]);
    expect(askedAmount('What is the shortest period?')!('640 KiB')).toBe(0.4);
  });

  it('stands beside the words of the question or behind them', () => {
    const amount = askedAmount('How long are parcels stored at most?')!;
    const words = (text: string): number => (text.includes('parcel') ? 1 : 0) + (text.includes('stored') ? 1 : 0);
    expect(statedAmount('A parcel is stored first. Valid: 1 to 21 days. Other things. Up to 3 days.', { words, amount })).toBe(2);
    expect(statedAmount('Nothing here. Up to 3 days.', { words, amount })).toBe(0);
    expect(statedAmount('A parcel is stored.', { words, amount })).toBe(0);
  });
});
