import type { JsonArray } from '../../model.ts';
import type { TypeSketch } from './find-types.ts';
import type { Column, RecordType } from './record-type.ts';

/** A record type while it is planned, with where its records stand. */
export interface Draft extends RecordType {
  readonly sketch: TypeSketch;
  readonly lists: JsonArray[];
  /** How many of its records are entries of maps; and how many stand below one another, in maps or lists. */
  mapped: number;
  listed: number;
}

export function makeDraft(sketch: TypeSketch, columns: readonly Column[]): Draft {
  return {
    sketch,
    name: '',
    node: sketch.node,
    rows: sketch.rows,
    rowOf: sketch.rowOf,
    keys: undefined,
    columns,
    lookups: [],
    key: undefined,
    stepping: undefined,
    silent: undefined,
    lists: [],
    mapped: 0,
    listed: 0,
  };
}
