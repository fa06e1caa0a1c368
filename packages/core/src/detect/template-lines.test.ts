import { describe, expect, it } from 'vitest';
import { readLines } from './line.ts';
import { templateLines } from './template-lines.ts';

const lines = (count: number, line: (index: number) => string) => readLines(Array.from({ length: count }, (_, index) => line(index)));

describe('templateLines', () => {
  it('tells lines that differ in numbers, places and names with digits', () => {
    expect(templateLines(lines(30, (n) => `worker ${n} could not read /data/${n}/part: retrying in ${n} s`))).toBe(1);
    const mixed = lines(30, (n) => (n % 3 === 0 ? `ERROR: part ${n} is broken` : `reading the part number ${n}`));
    expect(templateLines(mixed)).toBe(1);
  });

  it('tells no document, whose lines say something else each, and no rows of values', () => {
    const words = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta'];
    expect(
      templateLines(lines(30, (n) => `the ${words[n % 7]} and the ${words[(n * 3 + 1) % 7]} met on ${words[(n >> 2) % 7]} street`)),
    ).toBe(0);
    expect(templateLines(lines(30, (n) => `${n} ${n * 2} ok ${n * 3}`))).toBe(0);
    expect(templateLines(lines(30, (n) => `The street number ${n} is one of those that are quiet in winter.`))).toBe(0);
  });

  it('tells nothing of few lines', () => {
    expect(templateLines(lines(10, (n) => `worker ${n} could not read /data/${n}`))).toBe(0);
  });
});
