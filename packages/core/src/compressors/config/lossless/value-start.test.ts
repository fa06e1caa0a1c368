import { describe, expect, it } from 'vitest';
import { charCodes } from '../../../text/char-codes.ts';
import { valueStart } from './value-start.ts';

const before = (line: string): string => {
  const start = valueStart(charCodes(line), 0, line.length);
  return start < 0 ? 'none' : line.slice(0, start);
};

describe('valueStart', () => {
  it.each([
    ['key: value\n', 'key: '],
    ['  - name: "web"\n', '  - name: "'],
    ['"quoted key" : 1,\n', '"quoted key" : '],
    ['net.core.somaxconn = 128\n', 'net.core.somaxconn = '],
    ['list += "item"\n', 'list += "'],
    ['HOME=/root\n', 'HOME='],
    ['- plain item\n', '- '],
    ['parent:\n', 'parent:'],
    ['no value here\n', 'none'],
    ['http://host/path\n', 'none'],
    ['two words=1\n', 'none'],
    ['', 'none'],
  ])('of %j is %j', (line, expected) => expect(before(line)).toBe(expected));
});
