import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRecordForm, planRecords, readRecords, writePlan } from './index.ts';
import { pieceAt, piecesOf, pieceText, plainPiece, type Piece } from './test-support.ts';

/** `<case name="…" time="…"/>`, each with its break or without. */
const cases = (names: readonly string[], ending: string): readonly Piece[] =>
  names.map((name, index) => ({
    parts: ['<case suite="', '" name="', '" time="', `"/>${ending}`],
    values: ['parser', name, String(index)],
  }));

const names = Array.from({ length: 12 }, (_, index) => `reads ${index % 5} of ${index}`);

/** The form of pieces, which is as long as it was planned to be. */
function written(pieces: readonly Piece[]): string | undefined {
  const plan = planRecords(piecesOf(pieces));
  const form = plan === undefined ? undefined : writePlan(plan);
  if (form !== undefined) expect(form).toHaveLength(plan!.length);
  return form;
}

describe('writePlan', () => {
  it('says once what all records have in common, and keeps their values in rows', () => {
    const form = written([plainPiece('<suite>\n'), ...cases(names, '\n'), plainPiece('</suite>\n')]);
    expect(form?.split('\n').slice(1, 6)).toEqual([
      '<suite>',
      'template for 12 rows:',
      '<case suite="parser" name="{}" time="{}"/>',
      'rows:',
      'reads 0 of 0 | 0',
    ]);
    expect(form?.split('\n').at(-2)).toBe('</suite>');
    expect(isRecordForm(form ?? '')).toBe(true);
  });

  it('I10: gives back stretches of one line without breaks between them', () => {
    const pieces = [plainPiece('<suite>'), ...cases(names, ''), plainPiece('</suite>')];
    const form = written(pieces);
    expect(form).toContain('name="{}" time="{}"/>\\\nrows:');
    expect(readRecords(form ?? '')).toBe(pieces.map(pieceText).join(''));
  });

  it('tells groups of rows by a template of their own', () => {
    const rows = ['red', 'green'].flatMap((colour) =>
      Array.from({ length: 10 }, (_, index) =>
        pieceAt(`${colour} group of many words,${index}\n`, [0, colour.length + 20, colour.length + 21, colour.length + 22]),
      ),
    );
    const form = written(rows);
    expect(form).toContain('template for 10 rows:\nred group of many words,{}\n');
    expect(form).toContain('template for 10 rows:\ngreen group of many words,{}\n');
  });

  it('declines a text that could be misread, and one that it cannot make shorter', () => {
    expect(
      written(
        cases(
          names.map((name) => `${name} | x`),
          '\n',
        ),
      ),
    ).toBeUndefined();
    expect(written([plainPiece('template for 3 rows:\n'), ...cases(names, '\n')])).toBeUndefined();
    expect(written(cases(names.slice(0, 3), '\n'))).toBeUndefined();
    expect(written([])).toBeUndefined();
  });

  it('I10: what is offered decodes to the same characters, whatever the pieces hold', () => {
    const value = fc.constantFrom('', 'a', ' ', '|', ' | ', '{}', 'rows:', '\\', 'long value of a cell', '1');
    const part = fc.constantFrom('', '<item key="', '" other="', '"/>', 'template for 4 rows:', '{}', 'rows:', '\\', '|');
    const ending = fc.constantFrom('\n', '\n', '\n', '', '\r\n', '\\\n');
    const record = fc.tuple(part, part, ending).map(([first, second, last]) => [first, second, last] as const);
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(value, value), { minLength: 4, maxLength: 40 }),
        (template, rows) => {
          const pieces = rows.flatMap(([first, second]) => template.map(([a, b, c]) => ({ parts: [a, b, c], values: [first, second] })));
          const form = written(pieces);
          if (form !== undefined) expect(readRecords(form)).toBe(pieces.map(pieceText).join(''));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('takes linear time for forms that nearly repeat', () => {
    const pieces = Array.from({ length: 200_000 }, (_, index) => plainPiece(`${(index * index) % 7}\n`));
    expect(() => written(pieces)).not.toThrow();
  });
});
