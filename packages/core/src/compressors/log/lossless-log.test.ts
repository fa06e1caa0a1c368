import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLosslessLog, isLosslessLog, writeLosslessLog } from './lossless-log.ts';
import { readColourless } from './lines/terminal-text.ts';

const piece = fc.constantFrom(
  'a',
  'waiting for it',
  '\u001b[31mred\u001b[0m',
  '',
  '\r',
  'x\r\n',
  '[×3]',
  '[whole log]',
  '\u001b]0;title\u0007',
  'é',
  '\ud800',
  '\u001b[K',
);
const log = fc
  .array(fc.tuple(fc.array(piece, { maxLength: 3 }), fc.integer({ min: 1, max: 9 })), { maxLength: 12 })
  .map((runs) => runs.map(([pieces, times]) => `${pieces.join('')}\n`.repeat(times)).join(''));

describe('the lossless form of a log', () => {
  it('I10: gives back every character but the colours', () => {
    fc.assert(
      fc.property(log, (text) => {
        const form = writeLosslessLog(text);
        if (form !== undefined) expect(decodeLosslessLog(form.text)).toBe(readColourless(text).text);
      }),
      { numRuns: 500 },
    );
  });

  it('tells runs once and says what its signs mean', () => {
    expect(writeLosslessLog('waiting for the server\n'.repeat(3) + 'done')?.text).toBe(
      '[whole log; [×N]: the line above N times]\nwaiting for the server\n[×3]\ndone',
    );
    expect(writeLosslessLog('\u001b[31mred\u001b[0m')).toEqual({ text: '[whole log; 2 colour codes left out]\nred', literals: 'folded' });
  });

  it('I10: declines a log that holds its own sign for repeats, and one that has nothing to fold', () => {
    expect(writeLosslessLog('waiting for the server\n'.repeat(9) + '[×3]')).toBeUndefined();
    expect(writeLosslessLog('one\ntwo')).toBeUndefined();
  });

  it('I8: knows its own texts, and no others', () => {
    expect(isLosslessLog(writeLosslessLog('waiting for the server\n'.repeat(9))!.text)).toBe(true);
    expect(isLosslessLog('[whole log of yesterday]\nx')).toBe(false);
    expect(isLosslessLog('[whole log]')).toBe(false);
  });
});
