import { Excerpt, Gap, JsonObject, RawNumber, type JsonValue, type Shape } from '../../model.ts';

/** The identity of a field that is not there. */
export const MISSING = 0;

/**
 * Gives equal values one small number, so that columns are compared, counted and grouped as numbers. Values are equal if their compact JSON is equal
 * (`1` and `1.0` are not). Containers are interned from their members' numbers: the whole document costs one pass.
 */
export class Interner {
  readonly #values: (JsonValue | undefined)[] = [undefined, null, true, false];
  readonly #strings = new Map<string, number>();
  readonly #numbers = new Map<number, number>();
  readonly #spellings = new Map<string, number>();
  readonly #containers = new Map<string, number>();
  readonly #known = new Map<object, number>();
  readonly #shapes = new Map<Shape, number>();

  /** The value behind a number; undefined for `MISSING`. */
  valueOf(identity: number): JsonValue | undefined {
    return this.#values[identity];
  }

  identityOf(value: JsonValue): number {
    if (typeof value === 'string') return this.#of(this.#strings, value, value);
    if (typeof value === 'number') return this.#of(this.#numbers, value, value);
    if (value === null) return 1;
    if (typeof value === 'boolean') return value ? 2 : 3;
    if (value instanceof RawNumber) return this.#of(this.#spellings, value.source, value);
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const identity = this.#container(value);
    this.#known.set(value, identity);
    return identity;
  }

  #container(value: JsonObject | readonly JsonValue[]): number {
    if (value instanceof JsonObject) {
      const shape = this.#of(this.#shapes, value.shape, value);
      return this.#of(this.#containers, `${shape}:${this.#members(value.values)}`, value);
    }
    if (value instanceof Gap || value instanceof Excerpt) return this.#values.push(value) - 1;
    return this.#of(this.#containers, this.#members(value), value);
  }

  #members(values: readonly JsonValue[]): string {
    let key = '';
    for (const value of values) key += `${this.identityOf(value)},`;
    return key;
  }

  #of<K>(map: Map<K, number>, key: K, value: JsonValue): number {
    let identity = map.get(key);
    if (identity === undefined) {
      identity = this.#values.push(value) - 1;
      map.set(key, identity);
    }
    return identity;
  }
}
