import { describe, expect, it } from 'vitest';
import { readLogLines } from '../lines/log-lines.ts';
import { blockHeads } from './block-heads.ts';

const dump = [
  '"main" waiting',
  '   state: WAITING',
  '\tat Main.run',
  '',
  '   locks:',
  '\tnone',
  '',
  '"other" running',
  '\tat Other.run',
  'end',
];

describe('blockHeads', () => {
  it('finds the line that each indented line belongs to, over blank lines', () => {
    expect([...blockHeads(readLogLines(dump.join('\n'), 'fold'))]).toEqual([-1, 0, 0, -1, 0, 0, -1, -1, 7, -1]);
  });

  it('gives no head to what is indented far below any, or from the beginning on', () => {
    const far = ['head', ...Array.from({ length: 100 }, (_, index) => `  value ${index}`)].join('\n');
    const farHeads = blockHeads(readLogLines(far, 'fold'));
    expect([farHeads[60], farHeads[61]]).toEqual([0, -1]);
    expect(blockHeads(readLogLines('  a\n  b', 'fold'))).toEqual(Int32Array.of(-1, -1));
  });
});
