import type { JsonObject, JsonValue } from '../../model.ts';
import { Interner } from '../infer/interner.ts';
import { isGap, isList, isObject } from '../infer/kinds.ts';
import { mergeSimilarNodes } from '../infer/merge-nodes.ts';
import { allNodes, buildNode, settled, type Node } from '../infer/node.ts';
import { collectColumns, makeColumn } from './collect-columns.ts';
import { makeDraft, type Draft } from './draft.ts';
import { findEchoes } from './find-echoes.ts';
import { findTypes } from './find-types.ts';
import { KEY_HOLE } from './holes.ts';
import { inOrderOfNeed, needsItself } from './needs.ts';
import { planColumns, planPlainColumns, planSteppingColumns } from './plan-columns.ts';
import { chooseKey } from './record-key.ts';
import type { Annotation, Column, RecordType } from './record-type.ts';
import { findRepeatedTexts } from './repeated-texts.ts';
import { findStepping } from './stepping.ts';
import { nameTypes } from './type-names.ts';
import { pays } from './worth.ts';

/** How all values of a document are told. */
export interface DocumentPlan {
  /** The types in use, each behind those that its records need where that is possible. */
  readonly types: readonly RecordType[];
  readonly typeOf: ReadonlyMap<JsonObject, RecordType>;
  /** Objects that are told as maps of records, and the type of their entries. */
  readonly mapOf: ReadonlyMap<JsonObject, RecordType>;
  /** Long texts that the legend defines, by number. */
  readonly texts: ReadonlyMap<string, number>;
}

/** `folded`: what rows have in common is said once. `plain`: every row has all its cells, which is shorter for very small tables, since fewer signs need a word. */
export type FormStyle = 'folded' | 'plain';

/** Plans a document: which records share a header, and how each of their fields is told. */
export function planDocument(root: JsonValue, style: FormStyle = 'folded'): DocumentPlan {
  const interner = new Interner();
  const top = buildNode([root], 'record');
  mergeSimilarNodes(top);
  const nodes = allNodes(top);
  const { types: sketches, flat } = findTypes(top, interner);
  const drafts = new Map<Node, Draft>();
  for (const sketch of sketches.values()) drafts.set(sketch.node, makeDraft(sketch, collectColumns(sketch, flat, interner)));
  findHolders(nodes, drafts);
  for (const [node, draft] of drafts) if (!pays(draft)) drafts.delete(node);
  const typeOf = new Map<JsonObject, RecordType>();
  for (const draft of drafts.values()) for (const object of draft.rowOf.keys()) typeOf.set(object, draft);
  for (const draft of drafts.values())
    if (draft.sketch.repeats === 'keyed' && !needsItself(draft, drafts)) draft.key = chooseKey(draft, draft.mapped);
  const mapOf = findMaps(nodes, drafts, typeOf);
  for (const draft of drafts.values()) for (const column of draft.columns) column.annotation = annotate(column, typeOf, mapOf);
  for (const draft of drafts.values()) planDraft(draft, nodes, interner, style);
  const types = inOrderOfNeed(drafts);
  nameTypes(types);
  for (const type of types) findEchoes(type.columns);
  return { types, typeOf, mapOf, texts: findRepeatedTexts(types, numberRecords(types)) };
}

/** Numbers the records that are referred to by number, through all types; answers the next number. */
function numberRecords(types: readonly RecordType[]): number {
  let next = 1;
  for (const { key, rows } of types) {
    if (key?.kind !== 'number') continue;
    key.first = next;
    next += rows.length;
  }
  return next;
}

/** Tells each type the lists that hold its records, and how many records stand below one another. */
function findHolders(nodes: ReadonlySet<Node>, drafts: ReadonlyMap<Node, Draft>): void {
  for (const node of nodes) {
    const ofList = node.element === undefined ? undefined : drafts.get(settled(node.element));
    if (ofList !== undefined) ofList.lists.push(...node.lists);
    const ofMap = node.kind === 'map' && node.entry !== undefined ? drafts.get(settled(node.entry)) : undefined;
    if (ofMap !== undefined) ofMap.mapped += node.objects.reduce((sum, object) => sum + object.values.length, 0);
  }
  for (const draft of drafts.values()) draft.listed = draft.mapped + draft.lists.reduce((sum, list) => sum + list.length, 0);
}

function findMaps(
  nodes: ReadonlySet<Node>,
  drafts: ReadonlyMap<Node, Draft>,
  typeOf: ReadonlyMap<JsonObject, RecordType>,
): Map<JsonObject, RecordType> {
  const mapOf = new Map<JsonObject, RecordType>();
  for (const node of nodes) {
    const entry = node.kind === 'map' && node.entry !== undefined ? drafts.get(settled(node.entry)) : undefined;
    if (entry === undefined) continue;
    for (const object of node.objects) if (isMapOf(object, entry, typeOf)) mapOf.set(object, entry);
  }
  return mapOf;
}

/** The keys of the map entries that a type's records are, as a column that templates may take. */
function keysOf(draft: Draft, nodes: ReadonlySet<Node>, interner: Interner): Column {
  const keys: (string | undefined)[] = draft.rows.map(() => undefined);
  for (const node of nodes) {
    if (node.kind !== 'map' || node.entry === undefined || settled(node.entry) !== draft.node) continue;
    for (const object of node.objects) {
      object.values.forEach((value, index) => {
        const row = isObject(value) ? draft.rowOf.get(value) : undefined;
        if (row !== undefined) keys[row] = object.shape.keys[index];
      });
    }
  }
  return { ...makeColumn([KEY_HOLE], keys, interner), name: KEY_HOLE, mode: { kind: 'cell' } };
}

function planDraft(draft: Draft, nodes: ReadonlySet<Node>, interner: Interner, style: FormStyle): void {
  if (style === 'plain' && draft.key === undefined) {
    planPlainColumns(draft.columns);
    return;
  }
  const stepped = draft.key === undefined && draft.mapped === 0 ? findStepping(draft.columns, draft.lists, draft.rowOf) : undefined;
  if (stepped !== undefined) {
    draft.stepping = stepped.stepping;
    draft.silent = stepped.silent;
    planSteppingColumns(draft.columns, stepped.stepping.column, stepped.silent);
    return;
  }
  const key = draft.key?.kind === 'column' ? draft.key.column : undefined;
  const setting = draft.key !== undefined || draft.listed * 2 >= draft.rows.length ? 'rows' : 'nested';
  draft.keys =
    draft.key === undefined && draft.mapped > 0 && draft.mapped === draft.rows.length ? keysOf(draft, nodes, interner) : undefined;
  draft.lookups = planColumns(draft.columns, setting, key, draft.keys);
}

const isMapOf = (object: JsonObject, type: RecordType, typeOf: ReadonlyMap<JsonObject, RecordType>): boolean =>
  object.values.length > 0 && elementType(object.values, typeOf) === type;

/** So many elements of a list or map must be of one type; the others are written as they are between its rows. */
const MINIMUM_TYPED_SHARE = 0.6;

/**
 * The type of the elements of a list (or the values of a map); undefined where too many are of none. Gaps stand for rows. Records that are referred
 * to by key must be alone.
 */
export function elementType(elements: readonly JsonValue[], typeOf: ReadonlyMap<JsonObject, RecordType>): RecordType | undefined {
  let type: RecordType | undefined;
  let typed = 0;
  let others = 0;
  for (const element of elements) {
    if (isGap(element)) continue;
    const own = isObject(element) ? typeOf.get(element) : undefined;
    type ??= own;
    if (own === type && own !== undefined) typed++;
    else others++;
  }
  if (type === undefined || (others > 0 && type.key !== undefined)) return undefined;
  return typed >= MINIMUM_TYPED_SHARE * (typed + others) ? type : undefined;
}

/** What the header says about a column's values, if all that are no null are records, lists or maps of one type. */
function annotate(
  column: Column,
  typeOf: ReadonlyMap<JsonObject, RecordType>,
  mapOf: ReadonlyMap<JsonObject, RecordType>,
): Annotation | undefined {
  let found: Annotation | undefined;
  for (const value of column.values) {
    if (value === undefined || value === null || (isList(value) && value.length === 0)) continue;
    const own = annotationOf(value, typeOf, mapOf);
    if (own === undefined || (found !== undefined && (found.type !== own.type || found.form !== own.form))) return undefined;
    found ??= own;
  }
  return found;
}

function annotationOf(
  value: JsonValue,
  typeOf: ReadonlyMap<JsonObject, RecordType>,
  mapOf: ReadonlyMap<JsonObject, RecordType>,
): Annotation | undefined {
  if (isList(value)) {
    const type = elementType(value, typeOf);
    return type === undefined ? undefined : { type, form: 'list' };
  }
  if (!isObject(value)) return undefined;
  const map = mapOf.get(value);
  if (map !== undefined) return { type: map, form: 'map' };
  const type = typeOf.get(value);
  return type === undefined ? undefined : { type, form: 'record' };
}
