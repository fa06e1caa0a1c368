import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CcrLookup, CcrStore } from '../types/store.ts';
import { loadTokenCounter } from '../tokens/load-token-counter.ts';
import { readOriginal, retrieve, type RetrieveAnswer, type RetrieveRequest } from './retrieve.ts';

const hash = '0123456789abcdef01234567';
const counter = await loadTokenCounter('o200k_base');
const count = (text: string): number => counter.count(text);

const storeOf = (lookup: CcrLookup): Pick<CcrStore, 'get'> => ({
  get: (handle) => Promise.resolve(handle === hash ? lookup : { status: 'never-stored' }),
});
const read = (original: string, request: Omit<RetrieveRequest, 'hash'> = {}, budgetTokens = 2000): RetrieveAnswer =>
  readOriginal(original, { hash, ...request }, { budgetTokens, count });
const numbered = (lines: number): string => Array.from({ length: lines }, (_, index) => `line ${index + 1} of the text`).join('\n');

describe('retrieve: finding', () => {
  const found = storeOf({ status: 'found', text: 'the original' });

  it.each([
    hash,
    hash.toUpperCase(),
    `"${hash}"`,
    `\`${hash}\``,
    ` ${hash} `,
    `ccr:${hash}`,
    `hash=${hash}`,
    `<<ccr:${hash} 20_rows_offloaded 12×INFO>>`,
    `<<ccr:${hash},base64,4.5KB>>`,
    `{"_ccr_dropped":"<<ccr:${hash} 20_rows_offloaded>>"}`,
    JSON.stringify({ hash }),
  ])('reads %s', async (spelling) => {
    const answer = await retrieve(found, { hash: spelling }, { scope: 's', count });
    expect(answer).toEqual({ found: true, text: 'the original', complete: true, content: 'the original' });
  });

  it.each([undefined, null, 42, '', 'nonsense', {}, { hash: [] }, [], hash.slice(1), `${hash}0`])(
    'answers %j as invalid',
    async (input) => {
      const answer = await retrieve(found, input as unknown as RetrieveRequest, { scope: 's', count });
      expect(answer).toMatchObject({ found: false, reason: 'invalid', complete: false });
      expect(answer.text).toMatch(/24 hexadecimal digits/);
    },
  );

  it('tells expired from unknown, each with what to do, neither inviting a retry', async () => {
    const expired = await retrieve(storeOf({ status: 'expired' }), { hash }, { scope: 's', count });
    expect(expired).toMatchObject({ found: false, reason: 'expired' });
    expect(expired.text).toMatch(/^No longer stored.*Do not retry.*run the tool/);
    const unknown = await retrieve(storeOf({ status: 'never-stored' }), { hash }, { scope: 's', count });
    expect(unknown.text).toMatch(/^Not known here.*Do not retry/);
  });

  it('I12: reads alike for the model whether nobody or another scope has the original', async () => {
    const other = await retrieve(storeOf({ status: 'wrong-scope' }), { hash }, { scope: 's', count });
    const nobody = await retrieve(storeOf({ status: 'never-stored' }), { hash }, { scope: 's', count });
    expect(other.text).toBe(nobody.text);
    expect([other.reason, nobody.reason]).toEqual(['wrong-scope', 'never-stored']);
  });
});

describe('retrieve: whole and cursor', () => {
  it('gives the whole original where it fits, letter by letter', () => {
    for (const original of ['', 'a', '{"a": 1.0}\n', '\ud800 lone', numbered(100)]) {
      expect(read(original)).toEqual({ found: true, text: original, complete: true, content: original });
    }
  });

  it('gives everything where the budget is infinite', () => {
    const original = numbered(20_000);
    expect(read(original, {}, Infinity)).toMatchObject({ text: original, complete: true });
  });

  it('pages concatenated give the original, each page within its budget', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('\n', '😀'.repeat(50), ' '.repeat(400), 'word '.repeat(60), '\r\n', '中文'.repeat(80)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 160, max: 600 }), (pieces, budget) => {
        const original = pieces.join('');
        let text = '';
        let answer = read(original, {}, budget);
        for (let page = 0; page < 2000; page += 1) {
          expect(count(answer.text)).toBeLessThanOrEqual(budget);
          text += answer.content ?? '';
          if (answer.nextCursor === undefined) break;
          expect(answer.text).toContain(answer.nextCursor);
          answer = read(original, { cursor: answer.nextCursor }, budget);
        }
        expect(text).toBe(original);
      }),
      { numRuns: 60 },
    );
  });

  it('I4: the same request gives the same bytes', () => {
    const original = numbered(3000);
    for (const request of [{}, { lines: '5-900' }, { query: 'line 77' }, { cursor: 't1k-8c0' }])
      expect(read(original, request)).toEqual(read(original, request));
  });

  it('says what it does not understand', () => {
    expect(read(numbered(9), { cursor: 'nonsense' }).text).toMatch(/cursor not understood/);
    expect(read(numbered(9), { cursor: 'tzzzzzz-zzzzzzz' }).content).toBe('');
    expect(read(numbered(9), { cursor: 'q1' }).text).toMatch(/give the same query/);
  });
});

describe('retrieve: lines', () => {
  const original = numbered(50);

  it.each([
    ['3-4', 'line 3 of the text\nline 4 of the text\n', '3-4'],
    ['49-', 'line 49 of the text\nline 50 of the text', '49-50'],
    ['-2', 'line 49 of the text\nline 50 of the text', '49-50'],
    ['7', 'line 7 of the text\n', '7-7'],
    ['L7:L8', 'line 7 of the text\nline 8 of the text\n', '7-8'],
    ['8..7', 'line 7 of the text\nline 8 of the text\n', '7-8'],
    ['lines 48-99', 'line 48 of the text\nline 49 of the text\nline 50 of the text', '48-50'],
  ])('%s', (lines, content, place) => {
    const answer = read(original, { lines });
    expect(answer.content).toBe(content);
    expect(answer.text.split('\n').at(-1)).toBe(`[lines ${place} of 50]`);
  });

  it('reads a pair of numbers, and several ranges with their numbers', () => {
    expect(read(original, { lines: [3, 4] }).content).toBe('line 3 of the text\nline 4 of the text\n');
    expect(read(original, { lines: '2, 9-10' }).text).toBe(
      '[lines 2-2]\nline 2 of the text\n[lines 9-10]\nline 9 of the text\nline 10 of the text\n[of 50 lines]',
    );
  });

  it('says so where there are none', () => {
    expect(read(original, { lines: '90-99' }).text).toBe('[no such lines: there are 50]');
    expect(read(original, { lines: 'all of them' }).text).toMatch(/not understood/);
  });
});

describe('retrieve: what the original does not hold', () => {
  it.each([
    ['lines-unreadable', 'a text', { lines: 'foo' }],
    ['lines-absent', 'a text', { lines: '90-99' }],
    ['not-json', 'a text', { path: '$.a' }],
    ['path-unreadable', '{"a":[1]}', { path: '$.a["b' }],
    ['path-absent', '{"a":[1]}', { path: '$.b' }],
    ['path-absent', '{"a":[1]}', { path: '$.a[5:9]' }],
    ['cursor-unreadable', 'a text', { cursor: 'junk' }],
    ['cursor-absent', 'a text', { cursor: 'tz-zz' }],
    ['query-missing', 'a text', { cursor: 'q1' }],
  ] as const)('is told apart from an answer: %s', (problem, original, request) => {
    const answer = read(original, request);
    expect(answer).toMatchObject({ found: true, problem, complete: false });
    expect(answer.text).toMatch(/^\[[^\n]+\]$/);
  });

  it('has no problem where a part is given, an empty one too', () => {
    for (const [original, request] of [
      ['', {}],
      ['\n', { lines: '1' }],
      ['{"a":""}', { path: '$.a' }],
      [numbered(3000), { query: 'nothing of it' }],
    ] as const)
      expect(read(original, request).problem).toBeUndefined();
  });
});

describe('retrieve: path', () => {
  const original = '{"a": {"b": [1.0, {"c d": 1e2}, -0, "x\\u00e9"], "k.l": null, "n": 12345678901234567890}}';

  it.each([
    ['$.a.b[0]', '1.0'],
    ['a.b.0', '1.0'],
    ["$.a.b[1]['c d']", '1e2'],
    ['$["a"]["b"][-1]', '"x\\u00e9"'],
    ['/a/b/2', '-0'],
    ['a.k.l', 'null'],
    ['$.A.N', '12345678901234567890'],
    ['$.a.b[2:4]', '-0\n"x\\u00e9"'],
    ['$.a.b[*]', '1.0\n{"c d": 1e2}\n-0\n"x\\u00e9"'],
    ['$', original],
  ])('I10: %s keeps the spelling of the source', (path, expected) => {
    const answer = read(original, { path });
    expect(answer.text.slice(0, expected.length)).toBe(expected);
    expect(answer.text.slice(expected.length)).toMatch(/^\n\[.*\]$/);
  });

  it('reads JSONL as a list, and pretty-printed JSON', () => {
    expect(read('{"id":1}\n{"id":2}\n{"id":3}\n', { path: '$[1].id' }).text).toMatch(/^2\n/);
    expect(read(JSON.stringify({ list: [{ id: 1.5 }] }, null, 2), { path: 'list[0].id' }).text).toMatch(/^1.5\n/);
  });

  it('says where a path ends, and what is there instead', () => {
    expect(read(original, { path: '$.a.zzz' }).text).toBe('[$.a has no zzz; its keys: b, k.l, n]');
    expect(read(original, { path: '$.a.b[9]' }).text).toBe('[$.a.b has no 9: it is a list of 4]');
    expect(read(original, { path: '$.a["b' }).text).toMatch(/not understood/);
    expect(read('just text', { path: '$.a' }).text).toMatch(/no JSON document/);
  });

  it('pages a value that is larger than the budget', () => {
    const big = JSON.stringify({ head: 1, log: 'entry '.repeat(5000) });
    const answer = read(big, { path: '$.log' }, 500);
    expect(answer.nextCursor).toBeDefined();
    expect(count(answer.text)).toBeLessThanOrEqual(500);
  });
});
