import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../types/compressor.ts';
import { compressAlone, type Asked } from '../test-support.ts';
import { jsonCompressor } from './json-compressor.ts';

const count = (text: string): number => Math.ceil(text.length / 4);

const compress = (text: string, asked: Partial<Asked> = {}): Candidate | undefined =>
  compressAlone(jsonCompressor(), text, { kind: 'json', share: 0.3, ...asked });

const rows = (length: number): object[] =>
  Array.from({ length }, (_, id) => ({
    id,
    title: `Ticket ${id} about the ${['door', 'roof', 'lift'][id % 3]} of house ${(id * 31) % 97}`,
    state: id === 33 ? 'escalated' : 'open',
    cost: (id * 7919) % 1000,
  }));

describe('jsonCompressor', () => {
  it('takes the lossless form where it fits, and drops nothing then', () => {
    const candidate = compress(JSON.stringify(rows(100)), { share: 0.9 });
    expect(candidate).toMatchObject({ fidelity: 'lossless', omissions: [] });
    expect(candidate?.tokens).toBe(count(candidate?.text ?? ''));
  });

  it('selects beyond the budget and says what went', () => {
    const text = JSON.stringify(rows(400));
    const candidate = compress(text, { share: 0.15 });
    expect(candidate?.fidelity).toBe('reversible');
    expect(candidate?.tokens).toBeLessThanOrEqual(count(text) * 0.15 - 12);
    expect(candidate?.omissions[0]).toMatchObject({ unit: 'rows', where: '$' });
    expect(candidate?.text).toContain('escalated');
  });

  it('leaves nothing out under lossless, whatever the budget', () => {
    expect(compress(JSON.stringify(rows(400)), { share: 0.01, fidelity: 'lossless' })).toMatchObject({
      fidelity: 'lossless',
      omissions: [],
    });
  });

  it('answers with the question in view', () => {
    const candidate = compress(JSON.stringify(rows(600)), { share: 0.08, question: 'What did ticket 417 cost?' });
    expect(candidate?.text).toMatch(/Ticket 417|\b417\b/);
    expect(candidate?.text).toContain(String((417 * 7919) % 1000));
  });

  it('keeps in an answer the number by which one goes on from it', () => {
    const hash = (id: number): string => (id * 2654435761).toString(16).padStart(8, '0').repeat(2).slice(0, 16);
    const calls = Array.from({ length: 500 }, (_, id) => ({
      at: id * 37,
      status: id % 125 === 60 ? 503 : 200,
      path: `/api/${id % 17}/${id}`,
      trace: hash(id),
    }));
    const text = compress(JSON.stringify(calls), { share: 0.15, question: 'Which calls failed with 503?' })!.text;
    for (const id of [60, 185, 310, 435]) expect(text).toContain(hash(id));
    expect(text).toContain('…1 value left out: trace');
  });

  it('keeps hashes where a question asks for them in a word that is not the name of their field', () => {
    const integrity = (id: number): string => `sha512-${btoa(String((id + 3) ** 9 * 7919)).replaceAll('=', '')}${id}Qx7==`;
    const packages = rows(300).map((row, id) => ({ ...row, name: `part-${id}`, integrity: integrity(id) }));
    const text = JSON.stringify(packages);
    expect(compress(text, { share: 0.15, question: 'Which hash has part-217?' })?.text).toContain(integrity(217));
    expect(compress(text, { share: 0.15, question: 'Which state has part-217?' })?.text).not.toContain(integrity(217));
  });

  it('keeps a count and its list from contradicting each other (120 slugs of 120)', () => {
    const slugs = Array.from({ length: 120 }, (_, index) => `an-article-about-something-${index}`);
    const candidate = compress(JSON.stringify({ slugs, total: 120 }), { share: 0.3 });
    const shown = slugs.filter((slug) => new RegExp(`${slug}\\b(?!\\d)`).test(candidate?.text ?? '')).length;
    const left = candidate?.omissions.reduce((sum, { unit, count: number }) => (unit === 'items' ? sum + number : sum), 0) ?? 0;
    if (candidate?.fidelity === 'reversible') expect(shown + left).toBe(120);
    expect(candidate?.text).toContain('120');
  });

  it('does not touch a small object but without loss', () => {
    const task = {
      id: 'task-7',
      title: 'Repair the lift',
      notes: 'a short note. '.repeat(40),
      done: false,
      tags: ['house', 'urgent'],
      subtasks: [{ id: 1, done: true }],
    };
    const candidate = compress(JSON.stringify(task), { share: 0.6 });
    expect(candidate === undefined || candidate.fidelity === 'lossless').toBe(true);
  });

  it.each(['', 'plain words', '12', '"text"', 'null', '{"cut off": [1, 2', '[1, 2', '{"a":1}} trailing'])('declines %j', (text) => {
    expect(compress(text)).toBeUndefined();
  });

  it.each(['[]', '{}', '[1,2,3]', '{"a":1}'])('finds nothing to save in %s', (text) => {
    expect(compress(text)).toBeUndefined();
  });

  it('keeps numbers, texts that look like them, and lone surrogates as they were spelled', () => {
    const special = rows(60).map((row, index) => ({
      ...row,
      big: index === 5 ? 'BIG' : 0,
      price: '100.0',
      gone: 'null',
      text: index === 6 ? '\ud800' : 'ok',
    }));
    const text = JSON.stringify(special).replace('"BIG"', '12345678901234567890.50');
    const candidate = compress(text, { fidelity: 'lossless' });
    expect(candidate?.text).toContain('12345678901234567890.50');
    expect(candidate?.text).toContain('"100.0"');
    expect(candidate?.text).toContain('"null"');
    expect(candidate?.text).toContain('\\ud800');
  });

  it('keeps a list of numbers JSON, its marker as the last element', () => {
    const numbers = Array.from({ length: 3000 }, (_, index) => ((index * 7919) % 10_007) / 10_007);
    const candidate = compress(JSON.stringify(numbers), { share: 0.2 });
    const placed = candidate?.place?.('<<ccr:0123456789abcdef01234567 1_items_offloaded>>') ?? '';
    const parsed = JSON.parse(placed) as unknown[];
    expect(parsed.at(-1)).toEqual({ _ccr_dropped: '<<ccr:0123456789abcdef01234567 1_items_offloaded>>' });
    expect(candidate?.text).toContain(String(Math.max(...numbers)));
  });

  it('reads JSON lines, and JSON between texts, whose text it shortens too', () => {
    const lines = rows(300)
      .map((row) => JSON.stringify(row))
      .join('\n');
    expect(compress(lines, { share: 0.2 })?.omissions[0]?.unit).toBe('rows');
    const around = `${'notice: nothing happened here at all.\n'.repeat(200)}${JSON.stringify(rows(600))}`;
    const candidate = compress(around, { share: 0.2 });
    expect(candidate?.omissions).toContainEqual(expect.objectContaining({ unit: 'characters', where: 'text before the JSON' }));
  });

  it('selects inside a result that a protocol wrapped as text', () => {
    const wrapped = JSON.stringify({ content: [{ type: 'text', text: JSON.stringify(rows(400)) }], isError: false });
    const candidate = compress(wrapped, { share: 0.15 });
    expect(candidate?.omissions[0]?.unit).toBe('rows');
    expect(candidate?.text).toContain('escalated');
  });

  it('tells what became of binary data, and of opaque values', () => {
    const blob = Array.from(
      { length: 9000 },
      (_, index) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'[(index * 37 + ((index * index) % 61)) % 64],
    ).join('');
    const candidate = compress(JSON.stringify({ name: 'door.png', bytes: 6750, data: blob }), { share: 0.4 });
    expect(candidate?.omissions).toEqual([{ unit: 'characters', count: 8976, where: '', facts: ['in 1 long text'] }]);
    expect(candidate?.text).toContain('door.png');
  });

  it('I6: takes hostile input in linear time', () => {
    for (const text of [
      '['.repeat(100_000),
      '{"a":'.repeat(10_000),
      `[${'"'.repeat(99_999)}]`,
      `["${' '.repeat(1_000_000)}"]`,
      `["${'a'.repeat(1_000_000)}","b"]`,
      `[${'[],'.repeat(50_000)}[]]`,
      `[${'{},'.repeat(50_000)}{}]`,
    ]) {
      expect(() => compress(text, { share: 0.1, question: 'a b c' })).not.toThrow();
    }
  });

  it('reads 400 levels of nesting', () => {
    expect(() => compress(`${'[{"a":'.repeat(200)}1${'}]'.repeat(200)}`, { share: 0.1 })).not.toThrow();
  });
});
