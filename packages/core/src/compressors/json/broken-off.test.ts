import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressAlone } from '../test-support.ts';
import { decodeForm } from './form/decode-form.ts';
import { jsonCompressor } from './json-compressor.ts';
import { readBrokenOff, type BrokenPiece } from './scan/read-broken-off.ts';
import { readDocument } from './scan/read-document.ts';
import { spellCompact } from './spell/spell-value.ts';

const rows = (length: number): object[] =>
  Array.from({ length }, (_, id) => ({ id, boat: `boat ${id}`, tags: ['red', 'wooden'], length: (id * 37) % 23, home: 'the old harbour' }));
const cut = (value: unknown, characters: number, space?: number): string => JSON.stringify(value, undefined, space).slice(0, -characters);

/** The text that pieces came from. */
const joined = (pieces: readonly BrokenPiece[]): string =>
  pieces
    .map((piece) =>
      piece.kind === 'rest' ? piece.text : piece.json.slice(piece.opening === 'added' ? 1 : 0, piece.json.length - piece.closers),
    )
    .join('');

describe('readBrokenOff', () => {
  it('closes what is open behind the last whole row', () => {
    expect(readBrokenOff('[{"a":1},{"a":2},{"a"')).toEqual([
      { kind: 'json', json: '[{"a":1},{"a":2}]', opening: 'own', closers: 1 },
      { kind: 'rest', text: ',{"a"' },
    ]);
    const [found] = readBrokenOff(cut({ items: rows(50), total: 50 }, 40, 2))!;
    expect(found).toMatchObject({ kind: 'json', closers: 2 });
    expect(JSON.parse((found as { json: string }).json)).toEqual({ items: rows(50).slice(0, 49) });
  });

  it('takes the members of an object where no list was being read', () => {
    expect(readBrokenOff('{"name":"otter","size":{"low":3,"high":4},"wei')?.[0]).toMatchObject({
      json: '{"name":"otter","size":{"low":3,"high":4}}',
      closers: 1,
    });
  });

  it('reads what a tool adds where it cuts, and leaves alone what is mostly something else', () => {
    const text = `${cut(rows(40), 10)}\n... [9120 characters truncated]`;
    expect(readBrokenOff(text)![1]).toMatchObject({ text: expect.stringMatching(/^,\{"id":39.*truncated\]$/s) as string });
    expect(readBrokenOff(`[{"a":1},{"a":2}] ${'and so on '.repeat(1000)}`)).toBeUndefined();
    for (const none of ['', '[', '{"a"', 'hello [1,2', '[1,2,3]', '[[[[[']) expect(readBrokenOff(none)).toBeUndefined();
  });

  it('goes on behind a cut in the middle', () => {
    const text = JSON.stringify({ items: rows(300), total: 300 });
    const torn = `${text.slice(0, 9000)}\n… 8000 characters left out …\n${text.slice(-9000)}`;
    const pieces = readBrokenOff(torn)!;
    expect(pieces.map(({ kind }) => kind)).toEqual(['json', 'rest', 'json', 'rest']);
    expect(pieces[3]).toEqual({ kind: 'rest', text: ',"total":300}' });
    expect(joined(pieces)).toBe(torn);
  });

  it('puts together what it took apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 3 }),
        fc.double({ min: 0.61, max: 1, noNaN: true }),
        (values, share) => {
          const text = JSON.stringify(values);
          const broken = text.slice(0, Math.floor(share * text.length));
          const found = readBrokenOff(broken);
          if (found === undefined) return;
          expect(joined(found)).toBe(broken);
          for (const piece of found) if (piece.kind === 'json') expect(() => void JSON.parse(piece.json)).not.toThrow();
        },
      ),
    );
  });

  it('stays linear on hostile input', () => {
    for (const piece of ['[{', '{"a":', '},{', '[1},{2,', '{"a":1},{"b":'])
      expect(() => readBrokenOff(`[${piece.repeat(200_000)}`)).not.toThrow();
  });
});

describe('jsonCompressor on JSON that breaks off', () => {
  it('I10: what it calls lossless is the text again without the closed brackets', () => {
    for (const text of [cut(rows(120), 9), cut({ items: rows(60) }, 70, 2), cut(rows(90), 25, 2)]) {
      const candidate = compressAlone(jsonCompressor(), text, { kind: 'json', fidelity: 'lossless' })!;
      const [, form, open, rest] = /^(.*)\n\[the JSON breaks off here, (\d) brackets? open:\]\n(.*)$/s.exec(candidate.text)!;
      const spelled = decodeForm(form!).values.map(spellCompact).join('');
      const [whole, end] = readBrokenOff(text)! as [Extract<BrokenPiece, { kind: 'json' }>, Extract<BrokenPiece, { kind: 'rest' }>];
      expect(spelled).toBe(readDocument(whole.json)!.values.map(spellCompact).join(''));
      expect([Number(open), rest]).toEqual([whole.closers, end.text]);
      expect(candidate).toMatchObject({ fidelity: 'lossless', omissions: [] });
    }
  });

  it('selects rows by the question, and shows where the text ends', () => {
    const text = cut({ boats: rows(500) }, 30);
    const candidate = compressAlone(jsonCompressor(), text, { kind: 'json', share: 0.1, question: 'How long is boat 321?' })!;
    expect(candidate.fidelity).toBe('reversible');
    expect(candidate.text).toMatch(/boat 321\b/);
    expect(candidate.text).toContain('[the JSON breaks off here, 2 brackets open:]\n,{"id":499');
    expect(candidate.tokens).toBeLessThanOrEqual((text.length / 4) * 0.1);
  });

  it('chooses from both sides of a cut in the middle, and shows what stands there', () => {
    const text = JSON.stringify({ items: rows(900), total: 900 });
    const torn = `${text.slice(0, 30_000)}\n… 12000 characters left out …\n${text.slice(-30_000)}`;
    const candidate = compressAlone(jsonCompressor(), torn, { kind: 'json', share: 0.15, question: 'How long are boat 31 and boat 880?' })!;
    expect(candidate.text).toMatch(/boat 31\b/);
    expect(candidate.text).toMatch(/boat 880\b/);
    expect(candidate.text).toContain('\n… 12000 characters left out …\n');
    expect(candidate.text).toContain('[behind the list:]\n,"total":900}');
    expect(candidate.tokens).toBeLessThanOrEqual((torn.length / 4) * 0.17);
  });

  it('I11: says how much of a long rest is not shown', () => {
    const text = `${cut(rows(400), 5)}${'x'.repeat(3000)}`;
    const candidate = compressAlone(jsonCompressor(), text, { kind: 'json', share: 0.1 })!;
    const missing = candidate.omissions.find(({ unit }) => unit === 'characters')!.count;
    expect(candidate.text).toMatch(new RegExp(`\\[${missing} characters offloaded\\]$`));
    expect(missing).toBeGreaterThan(2000);
  });
});
