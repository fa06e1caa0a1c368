/*
 * Writes the few messages of ONNX that a small model needs (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto), so that no model file of somebody else's lies here.
 */
type Field = readonly [number: number, value: number | string | Uint8Array];

/** Element types of tensors. */
export const float = 1;
export const int64 = 7;

export interface Value {
  readonly name: string;
  readonly type: typeof float | typeof int64;
  readonly dims: readonly string[];
}

export interface Node {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, number>>;
}

/** A model: its nodes, one table of weights for each name, what goes in and what comes out. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly weights: Readonly<Record<string, Float32Array>>;
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
}

/** The bytes of an ONNX file, opset 17. */
export function onnxBytes({ nodes, weights, inputs, outputs }: Graph): Uint8Array {
  const graph = message([
    ...nodes.map((node): Field => [1, nodeBytes(node)]),
    [2, 'graph'],
    ...Object.entries(weights).map(([name, data]): Field => [5, tensorBytes(name, data)]),
    ...inputs.map((value): Field => [11, valueBytes(value)]),
    ...outputs.map((value): Field => [12, valueBytes(value)]),
  ]);
  const opset = message([
    [1, ''],
    [2, 17],
  ]);
  return message([
    [1, 8],
    [7, graph],
    [8, opset],
  ]);
}

function nodeBytes({ operator, inputs, output, attributes = {} }: Node): Uint8Array {
  return message([
    ...inputs.map((input): Field => [1, input]),
    [2, output],
    [3, output],
    [4, operator],
    ...Object.entries(attributes).map(([name, value]): Field => [5, message([[1, name], [3, value], [20, 2]])]),
  ]);
}

function tensorBytes(name: string, data: Float32Array): Uint8Array {
  return message([
    [1, data.length],
    [2, float],
    [8, name],
    [9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)],
  ]);
}

function valueBytes({ name, type, dims }: Value): Uint8Array {
  const shape = message(dims.map((dim): Field => [1, message([[2, dim]])]));
  const tensor = message([
    [1, type],
    [2, shape],
  ]);
  return message([
    [1, name],
    [2, message([[1, tensor]])],
  ]);
}

function message(fields: readonly Field[]): Uint8Array {
  return join(
    fields.flatMap(([number, value]) => {
      if (typeof value === 'number') return [varint(number << 3), varint(value)];
      const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
      return [varint((number << 3) | 2), varint(bytes.length), bytes];
    }),
  );
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return Uint8Array.from([...bytes, rest]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
