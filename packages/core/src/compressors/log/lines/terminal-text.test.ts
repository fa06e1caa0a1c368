import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readColourless, readTerminalText } from './terminal-text.ts';

const breaks = (text: string): number => text.split('\n').length;

describe('terminal text', () => {
  it.each([
    ['\u001b[31;1mFAIL\u001b[0m x', 'FAIL x', 2],
    ['^[[36mnox > ^[[31mfailed', 'nox > failed', 2],
    ['\u001b]8;;http://a\u0007link\u001b]8;;\u001b\\', 'link', 2],
    ['\u001b(Bplain\u001b=', 'plain', 2],
    ['a ^[ b and \u001b', 'a ^[ b and \u001b', 0],
    ['\u001b[31', '\u001b[31', 0],
  ])('reads %j', (source, text, codes) => {
    expect(readTerminalText(source)).toMatchObject({ text, codes });
  });

  it('shows the last state of a line that was overwritten, and says how many went before', () => {
    const { text, overwritten } = readTerminalText('start\n 10 %\r 50 %\r100 %\r\nend\r\n\rx\n');
    expect(text).toBe('start\n100 %\nend\r\nx\n');
    expect([...overwritten]).toEqual([[1, 2]]);
  });

  it('leaves out colours alone where nothing may go', () => {
    expect(readColourless('\u001b[1ma\u001b[K\u001b[2J10\r20\u001b]0;t\u0007')).toEqual({
      text: 'a\u001b[2J10\r20\u001b]0;t\u0007',
      codes: 2,
    });
  });

  it('keeps the number of lines, whatever the text', () => {
    const piece = fc.constantFrom('\u001b', '[', ']', '31', 'm', 'a', '\r', '\n', '\u0007', '^[', '\\', '(', 'B', ';');
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (source) => {
        expect(breaks(readTerminalText(source).text)).toBe(breaks(source));
      }),
      { numRuns: 500 },
    );
  });
});
