import { Excerpt, Gap, JsonObject, RawNumber, type JsonValue, type Shape } from '../../model.ts';
import { isOpened } from './kinds.ts';
import { SequenceTable } from './sequence-table.ts';

/** The identity of a field that is not there. */
export const MISSING = 0;

/** What a list begins with among sequences; an object begins with its shape, an opened string with a number below this. */
const LIST = -1;

/**
 * Gives equal values one small number, so that columns are compared, counted and grouped as numbers. Values are equal if their compact JSON is equal
 * (`1` and `1.0` are not). Containers are interned from their members' numbers: the whole document costs one pass.
 */
export class Interner {
  /** 0 to 3 are missing, null, true and false. */
  #count = 4;
  readonly #strings = new Map<string, number>();
  readonly #numbers = new Map<number, number>();
  readonly #spellings = new Map<string, number>();
  readonly #sequences = new SequenceTable();
  readonly #openings = new Map<string, number>();
  readonly #known = new Map<object, number>();
  readonly #shapes = new Map<Shape, number>();

  /** A number that no value has, for one that is compared with nothing. */
  anonymous(): number {
    return this.#count++;
  }

  identityOf(value: JsonValue): number {
    if (typeof value === 'string') return this.#of(this.#strings, value);
    if (typeof value === 'number') return this.#of(this.#numbers, value);
    if (value === null) return 1;
    if (typeof value === 'boolean') return value ? 2 : 3;
    if (value instanceof RawNumber) return this.#of(this.#spellings, value.source);
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const identity = this.#container(value);
    this.#known.set(value, identity);
    return identity;
  }

  #container(value: JsonObject | readonly JsonValue[]): number {
    if (value instanceof JsonObject) return this.#sequence(this.#of(this.#shapes, value.shape), value.values);
    if (isOpened(value)) {
      const spelled = `${JSON.stringify(value.spelling)}${value.tail}`;
      let opening = this.#openings.get(spelled);
      if (opening === undefined) this.#openings.set(spelled, (opening = LIST - 1 - this.#openings.size));
      return this.#sequence(opening, [value.value]);
    }
    if (value instanceof Gap || value instanceof Excerpt) return this.#count++;
    return this.#sequence(LIST, value);
  }

  /** Members are interned before what holds them, so that the numbers of one container stand together. */
  #sequence(head: number, values: readonly JsonValue[]): number {
    const sequences = this.#sequences;
    const from = sequences.begin(head);
    for (let index = 0; index < values.length; index++) sequences.push(this.identityOf(values[index] as JsonValue));
    const known = sequences.close(from, this.#count);
    if (known === this.#count) this.#count++;
    return known;
  }

  #of<K>(map: Map<K, number>, key: K): number {
    let identity = map.get(key);
    if (identity === undefined) {
      identity = this.#count++;
      map.set(key, identity);
    }
    return identity;
  }
}
