import { featureCount } from '../features/feature-layout.ts';
import { keyCount, readWindowKeys } from './window-keys.ts';

/** The weights of the window model: one for each hashed key. */
export interface WindowWeights {
  readonly bias: number;
  /** What one step of a weight counts. */
  readonly scale: number;
  /** Length is a power of two. */
  readonly table: Int8Array;
}

const headerBytes = 8;

/**
 * Reads the weights from a file: bias and scale as little-endian 32-bit floats, then one signed byte for each weight.
 *
 * @throws RangeError if the number of weights is no power of two: the file is cut off or another one.
 */
export function readWindowWeights(bytes: Uint8Array): WindowWeights {
  const size = bytes.byteLength - headerBytes;
  if (size <= 0 || (size & (size - 1)) !== 0)
    throw new RangeError(`The weights of the window model are ${size} bytes, which is no power of two.`);
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  return {
    bias: header.getFloat32(0, true),
    scale: header.getFloat32(4, true),
    table: new Int8Array(bytes.buffer, bytes.byteOffset + headerBytes, size),
  };
}

/** Writes weights as {@link readWindowWeights} reads them. */
export function writeWindowWeights({ bias, scale, table }: WindowWeights): Uint8Array {
  const bytes = new Uint8Array(headerBytes + table.length);
  const header = new DataView(bytes.buffer);
  header.setFloat32(0, bias, true);
  header.setFloat32(4, scale, true);
  bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.length), headerBytes);
  return bytes;
}

/**
 * Makes the model that stands in where the ONNX runtime is absent: logistic regression over each word's window of five.
 *
 * Linear in the words; plain arithmetic, the same on every machine.
 *
 * @returns from the features of all words (`createFeatureReader`) the probability for each that a reader needs it
 * @example
 * const keep = createWindowModel(readWindowWeights(bytes));
 * keep(readFeatures(text, words)); // Float32Array, one number for each word
 */
export function createWindowModel({ bias, scale, table }: WindowWeights): (features: Int32Array) => Float32Array {
  const keys = new Int32Array(keyCount);
  return (features) => {
    const keep = new Float32Array(features.length / featureCount);
    for (let word = 0; word < keep.length; word += 1) {
      readWindowKeys(features, word, { keys, size: table.length });
      let steps = 0;
      for (let key = 0; key < keyCount; key += 1) steps += table[keys[key]!]!;
      keep[word] = 1 / (1 + Math.exp(-(bias + scale * steps)));
    }
    return keep;
  };
}
