import { describe, expect, it } from 'vitest';
import { readDocument } from '../scan/read-document.ts';
import type { JsonValue } from '../model.ts';
import { buildOutline } from './build-outline.ts';
import type { Outline } from './outline.ts';

const parse = (native: unknown): JsonValue => readDocument(JSON.stringify(native))?.values[0] as JsonValue;
const outlineOf = (native: unknown): Outline => buildOutline(parse(native));
const filler = 'some words that make a record long enough';
const groups = (outline: Outline): string[] => outline.groups.map(({ path, unit, units }) => `${path} ${units} ${unit}`);

describe('buildOutline', () => {
  it('makes a unit of each row and a column of each field', () => {
    const outline = outlineOf({ total: 9, items: Array.from({ length: 9 }, (_, id) => ({ id, user: { login: `u${id}` }, text: filler })) });
    expect(groups(outline)).toEqual(['$ 1 rows', '$.items 9 rows']);
    const columns = outline.groups[1]?.columns;
    expect(columns?.map(({ name }) => name)).toEqual(['id', 'user.login', 'text']);
    expect(columns?.[0]?.units).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('keeps short lists in their row and makes units of long ones', () => {
    const rows = Array.from({ length: 4 }, (_, id) => ({
      id,
      tags: ['a', 'b'],
      log: Array.from({ length: 20 }, (_line, line) => `${line} ${filler}`),
    }));
    expect(groups(outlineOf(rows))).toEqual(['$ 1 rows', '$ 4 rows', '$[*].log 80 items']);
  });

  it('reads objects with many like values under names of things as collections, records and settings not', () => {
    const packages = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`node_modules/p${index}`, { version: `1.0.${index}`, license: 'MIT', about: filler }]),
    );
    expect(groups(outlineOf({ packages }))).toEqual(['$ 1 rows', '$.packages 12 entries']);
    const pools = Object.fromEntries(
      'analyze get index search write refresh flush merge bulk'
        .split(' ')
        .map((name) => [name, { threads: 4, queue: 0, active: 1, about: filler }]),
    );
    expect(groups(outlineOf({ pools }))).toEqual(['$ 1 rows', '$.pools 9 entries']);
    const settings = {
      path: { home: '/a', logs: '/b' },
      node: { name: 'n', attr: { x: 1 } },
      cluster: { name: 'c', routing: { use: 'adaptive' } },
      http: { port: 9200, host: filler.repeat(9) },
    };
    expect(groups(outlineOf(settings))).toEqual(['$ 1 rows']);
    const record = {
      author: { name: filler, id: 1 },
      committer: { name: filler, id: 2 },
      reviewer: { name: filler, id: 3 },
      merger: { name: filler.repeat(8), id: 4 },
    };
    expect(groups(outlineOf(record))).toEqual(['$ 1 rows']);
  });

  it('gives the cells of a matrix the labels that stand in other lists', () => {
    const places = ['Aberdeen', 'Bristol', 'Cardiff', 'Dundee', 'Exeter', 'Falkirk'];
    const rows = places.map((_, from) => ({ elements: places.map((_to, to) => ({ distance: from * 10 + to, text: filler })) }));
    const outline = outlineOf({ origins: places, targets: places.map((place) => `${place} (UK)`), rows });
    const labels = outline.columns.filter(({ role }) => role === 'label');
    expect(labels.filter(({ group }) => group.path.endsWith('elements')).map(({ key }) => key)).toEqual(['origins', 'targets']);
    expect(labels.find(({ key, group }) => key === 'targets' && group.path.endsWith('elements'))?.values[7]).toBe('Bristol (UK)');
  });

  it('names the columns of a table by its header', () => {
    const outline = outlineOf({ columns: ['id', 'city', 'note'], rows: Array.from({ length: 10 }, (_, id) => [id, `c${id}`, filler]) });
    expect(
      outline.groups
        .find(({ path }) => path === '$.rows')
        ?.columns.filter(({ role }) => role === 'value')
        .map(({ key }) => key),
    ).toEqual(['id', 'city', 'note']);
  });

  it('binds lists that run in parallel: one unit to an index', () => {
    const hours = Array.from({ length: 48 }, (_, hour) => `2024-01-0${1 + Math.floor(hour / 24)}T${hour % 24}`);
    const outline = outlineOf({ hourly: { time: hours, temperature: hours.map((_, hour) => hour / 10) } });
    expect(groups(outline)).toEqual(['$ 1 rows', '$.hourly 48 items']);
    expect(outline.groups[1]?.columns.map(({ key }) => key)).toEqual(['time', 'temperature']);
  });

  it('makes no units below 100 levels', () => {
    let deep: unknown = Array.from({ length: 50 }, (_, id) => ({ id, text: filler }));
    for (let level = 0; level < 200; level++) deep = { in: deep };
    expect(outlineOf(deep).units).toHaveLength(1);
  });
});
