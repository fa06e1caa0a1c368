import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadTokenCounter } from '../../tokens/load-token-counter.ts';
import { readOriginal, type RetrieveAnswer } from '../retrieve.ts';

const counter = await loadTokenCounter('o200k_base');
const count = (text: string): number => counter.count(text);
const ask = (original: string, query: string, budgetTokens = 2000, cursor?: string): RetrieveAnswer =>
  readOriginal(original, { hash: '', query, ...(cursor === undefined ? {} : { cursor }) }, { budgetTokens, count });

const people = Array.from({ length: 400 }, (_, index) => ({
  id: 1000 + index,
  name: `Person ${index}`,
  address: { city: index === 123 ? 'Reykjavik' : 'Berlin', street: `Street ${index}` },
  balance: index === 77 ? 999999.5 : index * 3,
  suspended: index === 200,
  ...(index === 300 ? { pardon: 'by decree' } : {}),
  homepage: `https://example.com/people/${index}/home`,
}));

describe('passages of JSON', () => {
  const spellings = {
    compact: JSON.stringify(people),
    pretty: JSON.stringify(people, null, 2),
    lines: people.map((person) => JSON.stringify(person)).join('\n'),
  };

  it.each(Object.entries(spellings))('finds rows in %s JSON by value, nested value, extreme, rare value and rare field', (_, original) => {
    expect(ask(original, 'Who lives in Reykjavik?').text).toContain('name:"Person 123"');
    expect(ask(original, 'Which person has the highest balance?').text).toContain('balance:999999.5');
    expect(ask(original, 'Which account is suspended?').text).toContain('Person 200');
    expect(ask(original, 'Was there a pardon?').text).toContain('by decree');
    expect(ask(original, 'What is the 42nd record?').text).toContain('Person 41"');
  });

  it('I11: names the place of every row, counts what it shows, and says how to get the rest', () => {
    const { text, complete } = ask(spellings.compact, 'Who lives in Reykjavik?');
    expect(complete).toBe(false);
    expect(text).toMatch(/^\$\[123\] /m);
    expect(text.split('\n').at(-1)).toMatch(/^\[best matches, \d+ of 401 rows; .*path gives any part whole\]$/);
  });

  it('follows an identifier from one part of the document to another', () => {
    const events = Object.fromEntries(
      people.map(({ id }, index) => [`ev${id}`, { title: index === 50 ? 'Lou Doillon live' : `Event ${index}`, room: index }]),
    );
    const shows = people.map(({ id }, index) => ({ eventId: `ev${id}`, number: 7000 + index }));
    expect(ask(JSON.stringify({ events, shows }), 'What is the number of the show of Lou Doillon?').text).toContain('number:7050');
  });

  it('reads labels of a matrix that stand beside it', () => {
    const cities = ['Austin', 'Boston', 'Chicago', 'Denver', 'El Paso', 'Fresno', 'Gary', 'Houston', 'Irvine', 'Jackson', 'Kent', 'Laredo'];
    const rows = cities.map((_, from) => ({ cells: cities.map((_city, to) => ({ distance: `${from * 100 + to} miles`, status: 'OK' })) }));
    expect(ask(JSON.stringify({ cities, rows }), 'How far is it from Denver to Houston?', 800).text).toContain('307 miles');
  });

  it('gives the next best with the cursor, nothing twice', () => {
    const first = ask(spellings.compact, 'Berlin', 600);
    const second = ask(spellings.compact, 'Berlin', 600, first.nextCursor);
    const rowsOf = ({ text }: RetrieveAnswer): string[] => text.match(/^\$\[\d+\]/gm) ?? [];
    expect(rowsOf(first).length).toBeGreaterThan(3);
    expect(rowsOf(second).filter((row) => rowsOf(first).includes(row))).toEqual([]);
  });
});

describe('passages of text', () => {
  const log = Array.from({ length: 5000 }, (_, index) =>
    index === 3210 ? '12:00 ERROR disk quota exceeded on volume helsinki' : `12:00 INFO request ${index} served in ${index % 17} ms`,
  ).join('\n');

  it('finds lines, says where they stand, keeps head and tail', () => {
    const { text } = ask(log, 'Which volume ran out of quota?');
    expect(text).toContain('volume helsinki');
    expect(text).toMatch(/^\[lines \d+-\d+\]\n/);
    expect(text).toContain('request 0 served');
    expect(text).toContain('request 4999 served');
  });

  it('shows what a comment or a line with a colon announces', () => {
    const groups = Array.from({ length: 200 }, (_, group) =>
      [
        `@group-${group}`,
        `    # ${group === 37 ? 'Change the system time' : `System calls for purpose ${group}`}`,
        ...Array.from({ length: 9 }, (__, call) => `    adjust_${group}_${call}`),
        '',
      ].join('\n'),
    ).join('\n');
    const { text } = ask(groups, 'Which calls change the time of the system?', 400);
    for (let call = 0; call < 9; call += 1) expect(text).toContain(`adjust_37_${call}\n`);
  });

  it('gives head and tail where nothing matches', () => {
    const { text } = ask(log, 'zebra');
    expect(text).toContain('request 0 served');
    expect(text).toContain('request 4999 served');
  });

  it('finds the extreme of a column', () => {
    const listing = Array.from(
      { length: 900 },
      (_, index) => `-rw-r--r-- 1 root root ${index === 555 ? 98765432 : 1000 + index} Jan 1 file${index}`,
    ).join('\n');
    expect(ask(listing, 'What is the largest file?').text).toContain('98765432 Jan 1 file555');
  });

  it('cuts one long line into windows', () => {
    const line = `${'Nothing to see in this sentence. '.repeat(2000)}The secret word is platypus. ${'More of the same follows here. '.repeat(2000)}`;
    const { text } = ask(line, 'What is the secret word?');
    expect(text).toContain('platypus');
    expect(text).toContain('characters');
  });
});

describe('passages of anything', () => {
  it('stay within the budget, never throw, are deterministic', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.json({ maxDepth: 4 }),
      fc.constantFrom('\n', '{', '[', '"', '\\', '\ud800', 'error: x', '12 34 56', ','),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.string({ maxLength: 30 }),
        fc.integer({ min: 160, max: 400 }),
        (pieces, query, budget) => {
          const original = pieces.join('').repeat(5);
          const answer = ask(original, query || 'x', budget);
          expect(count(answer.text)).toBeLessThanOrEqual(budget);
          expect(ask(original, query || 'x', budget)).toEqual(answer);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are found in linear time on hostile originals', { timeout: 30_000 }, () => {
    const hostile = [
      'a',
      ' ',
      '\n',
      '[',
      '{"a":',
      '"',
      '[[],',
      '0,',
      '\\',
      '中',
      '{"a":1}\n',
      '"\\u0000",',
      'error ',
      '-',
      '1 ',
      '# x\n',
      ' \n  ',
    ].map((unit) => unit.repeat(400_000 / unit.length));
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const nested = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const flat = `[${'1,'.repeat(200_000)}1]`;
    for (const original of [...hostile, deep, nested, flat]) {
      expect(count(ask(original, 'What is the largest error in a?').text)).toBeLessThanOrEqual(2000);
    }
  });
});

const corpus = new URL('../../../../../../shared/corpus/payloads/', import.meta.url);

describe.skipIf(!existsSync(corpus))('the development corpus (../shared; skipped where it is absent)', () => {
  interface Probe {
    readonly payload: string;
    readonly kind: string;
    readonly query: string;
    readonly must_contain: readonly string[];
  }

  const fold = (text: string): string =>
    text
      .replace(/\\(["\\/])/g, '$1')
      .replace(/\\u([0-9a-fA-F]{4})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
      .replace(/["'\s,:|{}[\]]+/g, ' ');

  const share = (kind: string): number => {
    const probes = (JSON.parse(readFileSync(new URL('probes.json', corpus), 'utf8')) as Probe[]).filter((probe) => probe.kind === kind);
    const answered = probes.filter(({ payload, query, must_contain: facts }) => {
      const { text } = ask(readFileSync(new URL(payload, corpus), 'utf8'), query);
      expect(count(text)).toBeLessThanOrEqual(2000);
      const folded = fold(text);
      return facts.every((fact) => text.includes(fact) || folded.includes(fold(fact).trim()));
    });
    return answered.length / probes.length;
  };

  it.each([
    ['json-api', 0.99],
    ['search', 0.95],
    ['prose', 0.95],
    ['cli', 0.9],
    ['agent-traces', 0.85],
    ['diffs', 0.85],
    ['logs', 0.8],
    ['html', 0.8],
  ])('one call with the question and 2,000 tokens answers most of %s', { timeout: 60_000 }, (kind, floor) => {
    expect(share(kind)).toBeGreaterThanOrEqual(floor);
  });
});
