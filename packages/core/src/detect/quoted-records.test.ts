import { describe, expect, it } from 'vitest';
import { detectKind } from './detect-kind.ts';
import { areQuotedRecords } from './quoted-records.ts';

const letter = (row: number): string =>
  `${row},Ann,"It was a long day at the harbour, and nobody came.\nThe boats that we saw were not the ones we had been told about.\n\nYours, ""Ann"" ${row}"`;
const letters = `id,author,text\n${Array.from({ length: 30 }, (_, row) => letter(row)).join('\n')}\n`;

describe('records with breaks in quoted cells', () => {
  it('are a table, though most of their lines are sentences', () => {
    expect(detectKind(letters)).toMatchObject({ kind: 'table' });
    expect(detectKind(letters.replaceAll('\n', '\r\n'))).toMatchObject({ kind: 'table' });
  });

  it('are none without names of columns, with cells missing, or without a break', () => {
    const at = (text: string): boolean => areQuotedRecords(text, 0);
    expect(at(letters)).toBe(true);
    expect(at(letters.slice(letters.indexOf('\n') + 1))).toBe(false);
    expect(at(letters.replaceAll(',Ann', ''))).toBe(false);
    expect(at('id,author,text\n1,Ann,"one"\n2,Bo,"two"\n3,Cy,"three"\n')).toBe(false);
    expect(at('One, two, three\nsaid "nothing\nat all" to me, and left, and came back.\nSo it was.\n')).toBe(false);
  });
});
