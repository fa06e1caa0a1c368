import { describe, expect, it } from 'vitest';
import { markMustKeep } from '../must-keep.ts';
import { unitsOf } from '../test-support.ts';

const length = 400_000;

/** Sentences with one word in which signs of quotation are looked for again and again. */
const hostile: Readonly<Record<string, string>> = {
  'brackets before apostrophes': `${'('.repeat(length)}${"'".repeat(length)}`,
  'a run of back ticks in a code span': `\`a${'`'.repeat(length)}`,
  'runs of back ticks, each longer': Array.from({ length: 800 }, (_, index) => `${'`'.repeat(index)}a`).join(''),
  quotes: '"'.repeat(length),
  'curly quotes': '“‘'.repeat(length / 2),
};

describe('markQuoted', () => {
  it.each(Object.entries(hostile))('I6: takes time in proportion: %s', (_, word) => {
    expect(() => markMustKeep(unitsOf(`it is the end of the house and ${word} is in it`))).not.toThrow();
  });

  it('passes over runs of back ticks of another length', () => {
    const units = unitsOf('the `a `` of it` is of it');
    expect([...markMustKeep(units)]).toEqual([0, 1, 1, 1, 1, 0, 0, 0]);
  });
});
