import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextLines } from './text-lines.ts';

const linesOf = (text: string): TextLines => new TextLines(text);

describe('TextLines', () => {
  it('gives every line back as it is written, whatever its letters', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }).map((line) => line.replaceAll('\n', ''))), (raw) => {
        const text = raw.join('\n');
        const lines = linesOf(text);
        const expected = text.split('\n');
        expect(Array.from({ length: lines.count }, (_, index) => lines.line(index)?.raw)).toEqual(expected);
        expect(lines.between(0, lines.count)).toBe(text);
        expect(lines.lengthBetween(0, lines.count)).toBe(text.length + 1);
      }),
    );
  });

  it('hashes what a line says, not its number, alike in a text of ASCII and in one that is not', () => {
    const [plain, numbered, wide] = ['const a = 1;\nreturn a;', '7\tconst a = 1;\n8\treturn a;', 'const a = 1;\nreturn a;\n// größer'].map(
      linesOf,
    );
    for (const index of [0, 1]) {
      expect(numbered!.hashes[index]).toBe(plain!.hashes[index]);
      expect(wide!.hashes[index]).toBe(plain!.hashes[index]);
    }
    expect(plain!.hashes[0]).not.toBe(plain!.hashes[1]);
  });

  it('tells long lines apart by their ends and their length', () => {
    const long = 'x'.repeat(600);
    const { hashes } = linesOf([`${long}a`, `${long}b`, `a${long}`, `${long}xa`, `${long}a`].join('\n'));
    expect(new Set(hashes).size).toBe(4);
    expect(hashes[4]).toBe(hashes[0]);
  });
});
