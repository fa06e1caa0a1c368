import { describe, expect, it } from 'vitest';
import { readLogLines } from '../lines/log-lines.ts';
import { blockHeads, keepBlockHeads } from './block-heads.ts';

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
  const heads = blockHeads(readLogLines(dump.join('\n'), 'fold'));

  it('finds the line that each indented line belongs to, over blank lines', () => {
    expect([...heads]).toEqual([-1, 0, 0, -1, 0, 0, -1, -1, 7, -1]);
  });

  it('keeps the heads of kept lines and no others', () => {
    const kept = Uint8Array.from(dump, (line) => (line === '\tnone' || line === 'end' ? 1 : 0));
    keepBlockHeads(heads, kept);
    expect(dump.filter((_, line) => kept[line] === 1)).toEqual(['"main" waiting', '\tnone', 'end']);
  });

  it('gives no head to what is indented far below any, or from the beginning on', () => {
    const far = ['head', ...Array.from({ length: 100 }, (_, index) => `  value ${index}`)].join('\n');
    const farHeads = blockHeads(readLogLines(far, 'fold'));
    expect([farHeads[60], farHeads[61]]).toEqual([0, -1]);
    expect(blockHeads(readLogLines('  a\n  b', 'fold'))).toEqual(Int32Array.of(-1, -1));
  });
});
