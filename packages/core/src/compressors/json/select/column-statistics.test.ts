import { describe, expect, it } from 'vitest';
import { RawNumber, type JsonValue } from '../model.ts';
import { measureColumn, toNumber } from './column-statistics.ts';
import type { Column, Group } from './outline.ts';

const group: Group = { path: '$', unit: 'rows', columns: [], units: 100 };
const column = (key: string, values: readonly JsonValue[]): Column => ({
  name: key,
  key,
  group,
  role: 'value',
  values: [...values],
  units: values.map((_, index) => index + 1),
  ordered: true,
});

describe('toNumber', () => {
  it.each([
    [12, 12],
    ['12.5', 12.5],
    ['-3%', -3],
    [new RawNumber('1.0'), 1],
    ['2024-05-01', 20240501000000],
    ['2024-05-01T10:20:30Z', 20240501102030],
  ])('reads %j', (value, number) => {
    expect(toNumber(value)).toBe(number);
  });

  it.each(['', 'abc', '1.2.3', '12px', '127.0.0.1', '2e400', '1'.repeat(50), null, true, new RawNumber('1e999')])(
    'reads no number in %j',
    (value) => {
      expect(toNumber(value)).toBeNaN();
    },
  );

  it('orders dates like their times', () => {
    expect(toNumber('2024-05-01T10:20:30Z')).toBeLessThan(toNumber('2024-05-01T10:20:31Z'));
    expect(toNumber('2023-12-31')).toBeLessThan(toNumber('2024-01-01T00:00'));
  });
});

describe('measureColumn', () => {
  it('counts categories and keeps 1, "1" and 1.0 apart', () => {
    const { categories } = measureColumn(column('x', [1, '1', 1, new RawNumber('1.0'), new RawNumber('1.0')]));
    expect([...(categories ?? [])]).toEqual([
      [1, 2],
      ['1', 1],
      ['#1.0', 2],
    ]);
  });

  it('gives up categories where values are many', () => {
    expect(
      measureColumn(
        column(
          'x',
          Array.from({ length: 100 }, (_, index) => `v${index}`),
        ),
      ).categories,
    ).toBeUndefined();
  });

  it('tells identifiers, dates and measures apart', () => {
    const numbers = Array.from({ length: 30 }, (_, index) => (index * index * 37) % 1000);
    expect(measureColumn(column('user_id', numbers)).role).toBe('identifier');
    expect(measureColumn(column('userId', numbers)).role).toBe('identifier');
    expect(measureColumn(column('comments', numbers)).role).toBe('measure');
    expect(
      measureColumn(
        column(
          'step',
          Array.from({ length: 30 }, (_, index) => 5 + 2 * index),
        ),
      ).role,
    ).toBe('identifier');
    expect(measureColumn(column('at', ['2024-01-01', '2024-01-02', '2024-01-03'])).role).toBe('date');
    expect(measureColumn(column('paid', numbers)).role).toBe('measure');
  });

  it('has no numbers where hardly any value is one', () => {
    expect(measureColumn(column('title', ['a', 'b', '3'])).numbers).toBeUndefined();
  });
});
