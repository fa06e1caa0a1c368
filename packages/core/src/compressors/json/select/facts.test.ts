import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../model.ts';
import { readDocument } from '../scan/read-document.ts';
import { buildOutline } from './build-outline.ts';
import { measureColumn } from './column-statistics.ts';
import { factsAbout } from './facts.ts';
import type { Group } from './outline.ts';
import { noQuestion, viewQuestion } from './question.ts';

/** Facts about the members of the only collection that a condition picks by position. */
function facts(json: string, isMeant: (position: number) => boolean, question = ''): readonly string[] {
  const outline = buildOutline(readDocument(json)?.values[0] as JsonValue);
  const statistics = outline.columns.map(measureColumn);
  const group = outline.groups[1] as Group;
  const asked = viewQuestion(question, undefined) ?? noQuestion;
  const marks = Uint8Array.from(outline.units, ({ collection, position }) => (collection?.group === group && isMeant(position) ? 1 : 0));
  const columns = statistics.filter(({ column }) => column.group === group);
  return factsAbout(group, columns, { meant: { marks, from: 0, to: marks.length }, named: asked.named, names: 'some' });
}

const rows = JSON.stringify(
  Array.from({ length: 40 }, (_, id) => ({
    id: id + 100,
    state: id % 4 === 0 ? 'open' : 'closed',
    size: (id * 37) % 101,
    at: `2024-05-${10 + (id % 20)}`,
    title: `Title ${id}`,
  })),
).replace('"size":37', '"size":37.00');

describe('factsAbout', () => {
  it('counts categories and tells ranges of exactly what is meant, ends as they were spelled', () => {
    expect(facts(rows, (position) => position < 4)).toEqual(['state closed×3 open×1', 'id 100..103', 'at 2024-05-10..2024-05-13']);
    expect(facts(rows, (position) => position === 1)).toContain('state closed×1');
  });

  it('tells first what the question names', () => {
    expect(facts(rows, (position) => position < 2, 'Which size?')).toContain('size 0..37.00');
  });

  it('names the entries of a map', () => {
    const map = JSON.stringify(
      Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [`lib/part-${index}.ts`, { lines: index, text: 'a description of the part in words' }]),
      ),
    );
    expect(facts(map, (position) => position > 4)[0]).toBe('lib/part-5.ts, lib/part-6.ts, lib/part-7.ts, lib/part-8.ts, lib/part-9.ts, …');
  });

  it('gives numbers their range and middle', () => {
    const numbers = JSON.stringify(Array.from({ length: 401 }, (_, index) => ((index * 7919) % 401) / 4));
    expect(facts(numbers, () => true)).toEqual(['0..100, median 50']);
  });

  it('tells them also where a key stands twice, so that values do not follow the order of units', () => {
    const list = (from: number): number[] => Array.from({ length: 40 }, (_, index) => from + index * 3);
    const doubled = `{"runs":${JSON.stringify([0, 1, 2, 3])},"all":[{"a":${JSON.stringify(list(100))},"b":1,"a":${JSON.stringify(list(900))}}]}`;
    const outline = buildOutline(readDocument(doubled)?.values[0] as JsonValue);
    const column = { ...outline.columns.find(({ values }) => values.length > 20)!, ordered: false };
    const reversed = { ...column, values: column.values.toReversed(), units: column.units.toReversed() };
    const marks = new Uint8Array(outline.units.length).fill(1);
    const tell = (own: typeof column): readonly string[] =>
      factsAbout(own.group, [measureColumn(own)], { meant: { marks, from: 0, to: marks.length }, named: () => 0, names: 'some' });
    expect(tell(reversed)[0]?.split(',')[0]).toBe(tell({ ...column, ordered: true })[0]?.split(',')[0]);
  });

  it('says nothing about nothing', () => {
    expect(facts(rows, () => false)).toEqual([]);
  });
});
