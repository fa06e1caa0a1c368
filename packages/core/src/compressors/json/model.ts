/**
 * JSON as it was spelled: key order, duplicate keys and the spelling of numbers are kept, which native objects cannot do.
 */
export type JsonValue = null | boolean | number | string | RawNumber | JsonObject | JsonArray;

export type JsonArray = readonly JsonValue[];

/** A number whose spelling JavaScript would change (`1.0`, `1e2`, `-0`, beyond 2^53). Any other number is a native one. */
export class RawNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** The keys of an object in their order, shared by all objects of the document that have the same ones in the same order. Duplicate keys stand twice. */
export interface Shape {
  readonly id: number;
  readonly keys: readonly string[];
}

/** An object: `values[i]` belongs to `shape.keys[i]`. */
export class JsonObject {
  readonly shape: Shape;
  readonly values: readonly JsonValue[];

  constructor(shape: Shape, values: readonly JsonValue[]) {
    this.shape = shape;
    this.values = values;
  }
}

/** Stands in an array (or as the last value of an object) for neighbours that were left out; made by selection, understood by the form. */
export class Gap {
  readonly count: number;
  /** `rows`, `items`, `keys`. */
  readonly unit: string;
  readonly facts: readonly string[];
  /** How many the facts are about: those of all gaps of a list stand in its last one. */
  readonly told: number;

  constructor(count: number, unit: string, facts: readonly string[] = [], told: number = count) {
    this.count = count;
    this.unit = unit;
    this.facts = facts;
    this.told = told;
  }
}

/** The key under which an object states what it leaves out. */
export const gapKey = '…';

/** Stands for a long string of which only pieces are shown; `pieces` alternate with stated cuts: a number is how many characters were left out there. */
export class Excerpt {
  readonly pieces: readonly (string | number)[];

  constructor(pieces: readonly (string | number)[]) {
    this.pieces = pieces;
  }
}
