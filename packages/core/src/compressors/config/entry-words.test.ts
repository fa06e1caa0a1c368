import { describe, expect, it } from 'vitest';
import { charCodes } from '../../text/char-codes.ts';
import { holdsEncoded } from './encoded-run.ts';
import { readEntryWords, said } from './entry-words.ts';

const read = (line: string): number => readEntryWords(charCodes(line), 0, line.length, line.length - line.trimStart().length);
const encoded = (line: string): boolean => holdsEncoded(line, charCodes(line), 0, line.length);

describe('readEntryWords', () => {
  it.each([
    ['  name: web', said.telling],
    ['app_version: 2', said.telling],
    ['versions: 2', 0],
    ['last_status: failed', said.telling | said.trouble],
    ['failures: 0 failed', said.trouble],
    ['result: 0 failed', 0],
    ['result: not found', said.trouble],
    ['on_error_2: run', 0],
    [`key: ${'x'.repeat(40)} status`, 0],
    ['', 0],
  ])('of %j', (line, expected) => expect(read(line)).toBe(expected));
});

describe('holdsEncoded', () => {
  it.each([
    [`checksum = "${'0123456789abcdef'.repeat(4)}"`, true],
    [`data: ${'QUJDREVG'.repeat(8)}==`, true],
    [`sum ${'0123456789abcdef'.repeat(2)} file`, true],
    [`path: ${'directory/'.repeat(9)} of files`, false],
    ['port: 8080', false],
  ])('of %j is %s', (line, expected) => expect(encoded(line)).toBe(expected));
});
