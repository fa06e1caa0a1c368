import type { JsonArray, JsonObject, JsonValue } from '../model.ts';

/** A part of a document that may be left out on its own: a row of a list, an item, an entry of a map. The root is the one that never is. */
export interface Unit {
  readonly index: number;
  readonly parent: Unit | undefined;
  /** The collection that it stands in; undefined for the root. */
  readonly collection: Collection | undefined;
  /** Its place in the collection. */
  readonly position: number;
  readonly depth: number;
}

/** A list or a map whose members are units. The units of one collection follow one another in the outline. */
export interface Collection {
  /** `columns`: lists of equal length side by side in one object (time series), one unit to each index of all of them. */
  readonly kind: 'list' | 'map' | 'columns';
  readonly group: Group;
  readonly owner: Unit;
  /** The index of its first unit. */
  readonly first: number;
  readonly count: number;
}

/** All collections at one path of the document: their units share their statistics. */
export interface Group {
  /** The path in JSONPath notation, such as `$.items[*].labels`. */
  readonly path: string;
  /** What its units are called. */
  readonly unit: 'rows' | 'items' | 'entries';
  readonly columns: Column[];
  /** How many units it has. */
  units: number;
}

/** All values at one path within the units of a group: `values[i]` belongs to the unit `units[i]`. */
export interface Column {
  /** The path within the unit; empty for items that are values themselves. */
  readonly name: string;
  /** The last key of the path. */
  readonly key: string;
  readonly group: Group;
  /** `name`: the keys of a map. `label`: names that stand elsewhere, in a list that runs in parallel. */
  readonly role: 'value' | 'name' | 'label';
  readonly values: JsonValue[];
  readonly units: number[];
  /** Whether `units` never goes back. Keys that stand twice can make it. */
  ordered: boolean;
}

/** A document seen as units and columns. */
export interface Outline {
  readonly units: readonly Unit[];
  readonly columns: readonly Column[];
  readonly groups: readonly Group[];
  /** The collection that a list or a map is; lists that stand side by side share one. */
  readonly collections: ReadonlyMap<JsonArray | JsonObject, Collection>;
}
