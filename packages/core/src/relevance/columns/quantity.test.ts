import { describe, expect, it } from 'vitest';
import { readQuantity } from './quantity.ts';

const value = (cell: string): number | undefined => readQuantity(cell)?.value;

describe('readQuantity', () => {
  it.each([
    ['12', 12],
    ['-3.5', -3.5],
    ['1,234,567', 1_234_567],
    ['34%', 34],
    ['4.0K', 4096],
    ['12M', 12 * 1024 ** 2],
    ['1.5GiB', 1.5 * 1024 ** 3],
    ['$12.50', 12.5],
    ['5.5e-05', 5.5e-5],
    ['120ms', 0.12],
    ['12:34', 754],
    ['1:02:03', 3723],
    ['1-02:03:04', 93_784],
    ['5d3h', 442_800],
    ['12m', 720],
  ])('reads %s', (cell, expected) => expect(value(cell)).toBeCloseTo(expected, 9));

  it('orders dates as they follow each other', () => {
    expect(readQuantity('2026-09-28T17:51:00Z')).toMatchObject({ sort: 'date' });
    expect(value('2026-09-28T17:51:00Z')!).toBeGreaterThan(value('2026-09-28')!);
    expect(value('2026-10-01')!).toBeGreaterThan(value('2026-09-28T17:51:00Z')!);
  });

  it.each(['', 'a', '-', '1.0.0', '2x', '0/1', '12 apples', '192.168.0.1', '-rw-r--r--', '1'.repeat(60)])('does not read %s', (cell) =>
    expect(value(cell)).toBeUndefined(),
  );
});
