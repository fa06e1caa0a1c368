import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../model.ts';
import { readDocument } from '../scan/read-document.ts';
import { buildOutline } from './build-outline.ts';
import { measureColumn } from './column-statistics.ts';
import { viewQuestion } from './question.ts';
import { questionScores } from './question-scores.ts';
import { rankUnits } from './rank.ts';
import { scoreUnits } from './score-units.ts';
import { readBook } from './text-book.ts';

const parse = (native: unknown): JsonValue => readDocument(JSON.stringify(native))?.values[0] as JsonValue;

/** Positions of the rows of a list, the most valuable first. */
function ranked(rows: readonly unknown[], question = ''): number[] {
  const outline = buildOutline(parse(rows));
  const statistics = outline.columns.map(measureColumn);
  const view = viewQuestion(question, undefined);
  const book = readBook(statistics, view?.sought);
  return rankUnits(outline, scoreUnits(outline, statistics, { book, question: view, conversation: undefined }))
    .filter((unit) => outline.units[unit]?.depth === 1)
    .map((unit) => outline.units[unit]?.position ?? -1);
}

const names = 'alder birch cedar damson elder fir gorse hazel ivy juniper'.split(' ');
const row = (index: number, more: object = {}): object => ({
  name: `${names[index % 10]}-${index}`,
  state: index % 3 === 0 ? 'open' : 'closed',
  size: 100 + ((index * 31) % 17),
  note: 'an ordinary record like all the others here',
  error: null,
  ...more,
});
const rows = (count: number, change: Readonly<Record<number, object>> = {}): object[] =>
  Array.from({ length: count }, (_, index) => row(index, change[index] ?? {}));

describe('ranking without a question', () => {
  it('puts a rare category, a field few rows have, an error value and a wild number first', () => {
    const order = ranked(
      rows(200, { 40: { state: 'merged' }, 77: { retired: true }, 120: { error: 'timeout while connecting' }, 160: { size: 90_000 } }),
    );
    expect(order.slice(0, 5)).toEqual(expect.arrayContaining([40, 77, 120, 160]));
  });

  it('does not take key names for errors', () => {
    const order = ranked(rows(100, { 50: { error: '' }, 60: { failed: 0 } }));
    expect(order.slice(0, 2)).not.toContain(50);
    expect(order.slice(0, 2)).not.toContain(60);
  });

  it('keeps both ends and the smallest value, and spreads over the rest', () => {
    const order = ranked(rows(128, { 70: { size: 3 } }));
    expect(order.slice(0, 8)).toEqual(expect.arrayContaining([0, 127, 70]));
    const quarter = order.slice(0, 32);
    for (let part = 0; part < 4; part++) expect(quarter.filter((position) => Math.floor(position / 32) === part).length).toBeGreaterThan(3);
  });

  it('finds what is wild for its kind though usual for another', () => {
    const services = Array.from({ length: 120 }, (_, index) => ({
      service: index % 2 === 0 ? 'search' : 'report',
      milliseconds: (index % 2 === 0 ? 20 : 4000) + ((index * 7) % 9),
      about: 'a request and its answer with words',
    }));
    (services[60] as { milliseconds: number }).milliseconds = 3990;
    expect(ranked(services).slice(0, 3)).toContain(60);
  });

  it('puts repeats of a row behind others', () => {
    const order = ranked([...rows(40), ...Array.from({ length: 40 }, () => row(1))]);
    expect(order.slice(0, 20).filter((position) => position > 40 && position < 79)).toEqual([]);
  });
});

describe('ranking with a question', () => {
  it('puts what it names first', () => {
    expect(ranked(rows(300), 'What is the size of cedar-152?')[0]).toBe(152);
  });

  it.each([
    ['Which record has the highest size?', { 33: { size: 118 } }, 33],
    ['Which one has the smallest size?', { 44: { size: 99 } }, 44],
    ['Which records were merged?', { 90: { state: 'merged' } }, 90],
    ['Is any of them a draft?', { 91: { draft: true } }, 91],
    ['Which is assigned to somebody?', { 92: { assignee: { login: 'x' } } }, 92],
  ])('%s', (question, change, expected) => {
    expect(ranked(rows(150, change), question)[0]).toBe(expected);
  });

  it('reads adjectives as the columns that they measure', () => {
    const goods = Array.from({ length: 90 }, (_, index) => ({
      title: `thing ${index}`,
      price: 50 + ((index * 13) % 31),
      rating: (index * 7) % 50,
      text: 'words about a thing',
    }));
    const cheapest = goods.reduce((best, { price }, index) => (price < (goods[best]?.price ?? 0) ? index : best), 0);
    expect(ranked(goods, 'What is the cheapest one?').slice(0, 3)).toContain(cheapest);
  });

  it('finds the cell of a matrix by labels that stand elsewhere', () => {
    const towns = ['Aberdeen', 'Bristol', 'Cardiff', 'Dundee', 'Exeter', 'Falkirk', 'Glasgow', 'Hull'];
    const value = parse({
      origins: towns,
      rows: towns.map((_, from) => ({
        elements: towns.map((_to, to) => ({
          distance: { text: `${from * 100 + to} km` },
          duration: { text: `${to} hours ${from} minutes` },
        })),
      })),
    });
    const outline = buildOutline(value);
    const statistics = outline.columns.map(measureColumn);
    const view = viewQuestion('How long is the way from Dundee to Hull?', undefined);
    const scores = view && questionScores(outline, statistics, readBook(statistics, view.sought), view.sought);
    const best = [...(scores ?? [])].map((score, unit) => ({ score, unit })).sort((a, b) => b.score - a.score)[0];
    const unit = outline.units[best?.unit ?? 0];
    expect(new Set([unit?.parent?.position, unit?.position])).toEqual(new Set([3, 7]));
  });
});
