import { describe, expect, it } from 'vitest';
import { readListing } from './listing.ts';
import { markLines } from './line-marks.ts';

const dense = (...lines: string[]): number[] => [...markLines(readListing(lines.join('\n'))).dense];

describe('lines of dumps', () => {
  it('are encoded bytes, unless their bytes are words', () => {
    expect(
      dense(
        '00000150: 0010 0000 0000 0000 0100 0000 0600 0000  ................',
        '00002030: 6865 6c6c 6f20 776f 726c 6420 2564 0a00  hello world %d..',
        '00002040  68 65 6c 6c 6f 20 77 6f  72 6c 64 00 00 00 00 00  |hello world.....|',
        '00002050: 7e21 4028 2a29 5f2b 7b7d 3a22 3c3e 3f2f  ~!@(*)_+{}:"<>?/',
      ),
    ).toEqual([1, 0, 0, 1]);
  });
});
