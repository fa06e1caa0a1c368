import { expect, it } from 'vitest';
import { featureTableSize } from '../features/feature-layout.ts';
import { readWordTable } from './word-table.ts';

it('a table is read from anywhere in a buffer, and one that is cut off is refused', () => {
  const bytes = new Uint8Array(1 + featureTableSize * 6);
  new DataView(bytes.buffer).setFloat32(1 + 4, 0.5, true);
  bytes[1 + featureTableSize * 4 + 3] = 0xff;
  const table = readWordTable(bytes.subarray(1));
  expect([table.width, table.scales[1], table.values[3]]).toEqual([2, 0.5, -1]);
  expect(() => readWordTable(bytes)).toThrow(RangeError);
  expect(() => readWordTable(new Uint8Array(featureTableSize * 4))).toThrow(RangeError);
});
