import { Gap, gapKey, JsonObject, type Excerpt, type JsonArray, type JsonValue, type Shape } from '../model.ts';
import { mentionsOwnMarks, spellString } from '../spell/spell-string.ts';
import { isArray } from './collection-shape.ts';
import { shortestCut, type Dispensable } from './cost.ts';
import { charactersLeftOut, excerptOf, type ExcerptOptions } from './excerpt.ts';
import { isBlob, isOpaque } from './opaque.ts';
import type { Collection, Outline } from './outline.ts';
import type { Plan } from './plan.ts';
import { rowsOf, sideBySideKey } from './side-by-side.ts';

/** What pruning left out besides units. */
export interface Cuts {
  texts: number;
  characters: number;
  values: number;
}

/** What pruning needs. */
export interface PruneInput {
  readonly outline: Outline;
  readonly plan: Plan;
  readonly dispensable: Dispensable;
  /** How long texts are cut, but for their limits. */
  readonly excerpts: Omit<ExcerptOptions, 'limit'>;
  /** Facts told in the last gap of a collection. */
  readonly factsOf: (collection: Collection) => readonly string[];
  /** Makes the shape of an object whose keys changed. */
  readonly shapeOf: (keys: readonly string[]) => Shape;
}

/** A copy of the document without what the plan leaves out, each absence stated in its place (I11). What is whole is shared, not copied. */
export function prune(value: JsonValue, input: PruneInput): { readonly value: JsonValue; readonly cuts: Cuts } {
  const pruner = new Pruner(input);
  return { value: pruner.visit(value, 0), cuts: pruner.cuts };
}

class Pruner {
  readonly cuts: Cuts = { texts: 0, characters: 0, values: 0 };
  readonly #input: PruneInput;
  readonly #places = new Map<Shape, readonly number[]>();
  readonly #valueGaps = new Map<string, Gap>();
  #level = 0;

  constructor(input: PruneInput) {
    this.#input = input;
  }

  visit(value: JsonValue, unit: number): JsonValue {
    if (typeof value === 'string') return this.#text(value, unit);
    if (value === null || typeof value !== 'object' || this.#level > 100) return value;
    this.#level++;
    const result = isArray(value) ? this.#list(value, unit) : value instanceof JsonObject ? this.#object(value, unit) : value;
    this.#level--;
    return result;
  }

  #text(text: string, unit: number): JsonValue {
    const limit = isBlob(text) ? shortestCut : this.#input.plan.limitOf(unit);
    if (text.length <= limit) return text;
    const shown = excerptOf(text, { ...this.#input.excerpts, limit });
    if (typeof shown === 'string') return shown;
    this.cuts.texts++;
    this.cuts.characters += charactersLeftOut(shown);
    return asValue(shown);
  }

  #list(list: JsonArray, unit: number): JsonValue {
    const collection = this.#input.outline.collections.get(list);
    if (collection === undefined) return this.#each(list, (value) => this.visit(value, unit));
    const shown: JsonValue[] = [];
    let changed = false;
    let left = 0;
    let all = 0;
    for (let position = 0; position < list.length; position++) {
      const member = collection.first + position;
      if (this.#input.plan.kept[member] === 0) {
        left++;
        all++;
        continue;
      }
      if (left > 0) shown.push(asValue(new Gap(left, collection.group.unit)));
      if (left > 0) changed = true;
      left = 0;
      const value = list[position] as JsonValue;
      const copy = this.visit(value, member);
      changed ||= copy !== value;
      shown.push(copy);
    }
    if (left > 0) shown.push(asValue(new Gap(left, collection.group.unit)));
    if (!changed && left === 0) return list;
    return this.#withFacts(shown, collection, all);
  }

  /** The facts about all that a collection leaves out stand in its last gap. */
  #withFacts(shown: JsonValue[], collection: Collection, all: number): JsonValue[] {
    for (let at = shown.length - 1; at >= 0; at--) {
      const gap: unknown = shown[at];
      if (!(gap instanceof Gap)) continue;
      const facts = this.#input.factsOf(collection);
      if (facts.length > 0) shown[at] = asValue(new Gap(gap.count, gap.unit, facts, all));
      break;
    }
    return shown;
  }

  #each(list: JsonArray, visit: (value: JsonValue) => JsonValue): JsonArray {
    let copy: JsonValue[] | undefined;
    for (let index = 0; index < list.length; index++) {
      const value = list[index] as JsonValue;
      const shown = visit(value);
      if (copy === undefined && shown !== value) copy = list.slice(0, index);
      copy?.push(shown);
    }
    return copy ?? list;
  }

  #object(object: JsonObject, unit: number): JsonValue {
    const collection = this.#input.outline.collections.get(object);
    if (collection !== undefined) return this.#map(object, collection);
    const { keys } = object.shape;
    const away = this.#input.plan.projection === 'none' ? none : this.#away(object, unit);
    const parallel = this.#parallel(object);
    if (parallel !== undefined) return this.#transposed(object, unit, parallel);
    const values = this.#values(object, unit);
    if (away.length === 0) return values === object.values ? object : new JsonObject(object.shape, values);
    const gone = new Set(away);
    this.cuts.values += gone.size;
    const stay = keys.map((_, index) => index).filter((index) => !gone.has(index));
    const gap = this.#valueGap(away.map((index) => keys[index] as string));
    return new JsonObject(this.#input.shapeOf([...stay.map((index) => keys[index] as string), gapKey]), [
      ...stay.map((index) => values[index] as JsonValue),
      gap,
    ]);
  }

  #values(object: JsonObject, unit: number): readonly JsonValue[] {
    let copy: JsonValue[] | undefined;
    for (let index = 0; index < object.values.length; index++) {
      const value = object.values[index] as JsonValue;
      const shown = this.visit(value, unit);
      if (copy === undefined && shown !== value) copy = object.values.slice(0, index);
      copy?.push(shown);
    }
    return copy ?? object.values;
  }

  /** The collection of lists side by side in an object, where it loses something. */
  #parallel(object: JsonObject): Collection | undefined {
    const { outline, plan } = this.#input;
    for (const value of object.values) {
      const collection = isArray(value) ? outline.collections.get(value) : undefined;
      if (collection?.kind !== 'columns') continue;
      const kept = plan.kept.subarray(collection.first, collection.first + collection.count);
      // Where no row stays, nothing would name the columns: the lists stay lists.
      if (kept.includes(0) && kept.includes(1)) return collection;
    }
    return undefined;
  }

  #transposed(object: JsonObject, unit: number, collection: Collection): JsonValue {
    const { outline, plan, shapeOf, factsOf } = this.#input;
    const isIn = (value: JsonValue): value is JsonArray => isArray(value) && outline.collections.get(value) === collection;
    const columns = object.shape.keys.filter((_, index) => isIn(object.values[index] as JsonValue));
    const rows = rowsOf({
      lists: object.values.filter(isIn),
      collection,
      kept: plan.kept,
      shape: shapeOf(columns),
      facts: factsOf(collection),
      show: (value, member) => this.visit(value, member),
    });
    const keys: string[] = [];
    const values: JsonValue[] = [];
    object.shape.keys.forEach((key, index) => {
      const value = object.values[index] as JsonValue;
      if (isIn(value) && key !== columns[0]) return;
      keys.push(isIn(value) ? sideBySideKey : key);
      values.push(isIn(value) ? rows : this.visit(value, unit));
    });
    return new JsonObject(shapeOf(keys), values);
  }

  #map(object: JsonObject, collection: Collection): JsonValue {
    const { kept } = this.#input.plan;
    const keys: string[] = [];
    const values: JsonValue[] = [];
    const left: string[] = [];
    let changed = false;
    object.values.forEach((value, position) => {
      const member = collection.first + position;
      const key = object.shape.keys[position] as string;
      if (kept[member] === 0) {
        left.push(key);
        return;
      }
      const shown = this.visit(value, member);
      changed ||= shown !== value;
      keys.push(key);
      values.push(shown);
    });
    if (left.length === 0) return changed ? new JsonObject(object.shape, values) : object;
    const gap = new Gap(left.length, collection.group.unit, [namesOf(left), ...this.#input.factsOf(collection)]);
    return new JsonObject(this.#input.shapeOf([...keys, gapKey]), [...values, asValue(gap)]);
  }

  /** The places of an object whose values go. */
  #away(object: JsonObject, unit: number): readonly number[] {
    const { keys } = object.shape;
    const { dispensable, plan } = this.#input;
    let places = this.#places.get(object.shape);
    if (places === undefined) {
      places = [...keys.keys()].filter(
        (index) => dispensable.opaque.has(keys[index] as string) || dispensable.repeats.has(keys[index] as string),
      );
      this.#places.set(object.shape, places);
    }
    if (places.length === 0) return none;
    // By the number of a trace or of a call one goes on from an answer: where that is all that would go, it stays there.
    const handles = plan.isBest(unit) && places.every((index) => isHandle(object.values[index]));
    const withOpaque = plan.projection === 'opaque' && !handles;
    return places.filter((index) => {
      const value = object.values[index];
      if (typeof value !== 'string') return false;
      const base = dispensable.repeats.get(keys[index] as string);
      if (base !== undefined) return value.length > shortestCut && keys.includes(base);
      return withOpaque && isOpaque(value);
    });
  }

  /** One gap for each list of keys, so that a form can tell it once for all rows. */
  #valueGap(keys: readonly string[]): JsonValue {
    const name = keys.join(', ');
    const known = this.#valueGaps.get(name) ?? new Gap(keys.length, 'values', [name]);
    this.#valueGaps.set(name, known);
    return asValue(known);
  }
}

/** A number or hash by which something else is found, short enough to stand in a row. */
const isHandle = (value: JsonValue | undefined): boolean =>
  typeof value !== 'string' || (value.length <= longestHandle && !value.includes('/'));
const longestHandle = 40;

/** Keys of entries in their order; one that could be read as two, or as a fact, stands in quotes. */
const namesOf = (keys: readonly string[]): string =>
  keys
    .map((key) => (/^[^\s,;"`…<](?:[^,;"\u0000-\u001f]*[^\s,;"])?$/.test(key) && !mentionsOwnMarks(key) ? key : spellString(key)))
    .join(', ');

const none: readonly number[] = [];

/** Gaps and excerpts stand where values stand; only the form and the spelling know them. */
const asValue = (node: Gap | Excerpt): JsonValue => node as unknown as JsonValue;
