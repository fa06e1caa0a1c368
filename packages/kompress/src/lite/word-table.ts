import { featureTableSize } from '../features/feature-layout.ts';

/** What each feature means to the network: a row of numbers, in 8 bits with one scale for the row. */
export interface WordTable {
  /** Numbers of a row. */
  readonly width: number;
  readonly scales: Float32Array;
  /** Row after row. */
  readonly values: Int8Array;
}

/**
 * Reads the table from a file: the scale of every row as a little-endian 32-bit float, then a signed byte for each number.
 *
 * @throws RangeError if its length is not that of as many rows as there are features: the file is cut off or another one.
 */
export function readWordTable(bytes: Uint8Array): WordTable {
  const width = bytes.byteLength / featureTableSize - Float32Array.BYTES_PER_ELEMENT;
  if (!Number.isInteger(width) || width <= 0)
    throw new RangeError(`The table of words is ${bytes.byteLength} bytes, which is another length.`);
  const scaleBytes = featureTableSize * Float32Array.BYTES_PER_ELEMENT;
  return {
    width,
    scales: new Float32Array(bytes.slice(0, scaleBytes).buffer),
    values: new Int8Array(bytes.buffer, bytes.byteOffset + scaleBytes, featureTableSize * width),
  };
}
