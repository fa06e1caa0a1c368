import type { CellTable } from '../../relevance/columns/cell-table.ts';
import { isBlankUnit, unitHead, unitsAt, type TextUnits } from '../../relevance/selection/text-units.ts';
import { titleName, unitKind, type ConfigOutline } from './config-outline.ts';
import { scanTags, type Tag } from './scan-tags.ts';

/** Lines longer than this are cut before their elements. */
const longLine = 400;
/** A table of attributes needs so many elements of one name. */
const fewestElements = 4;
/** A tag longer than this is cut at its lines. */
const longestTag = 2000;
const mostElementNames = 60;
const mostAttributes = 24;
const attribute = /([\w:.-]{1,60})=(?:"([^"]{0,200})"|'([^']{0,200})')/g;

/** Reads XML: lines are units, long lines are cut before their elements, and a key of a property list stands with its value. Linear; it need not be well formed. */
export function readXml(text: string): ConfigOutline {
  const tags: Tag[] = [];
  scanTags(text, (tag) => tags.push(tag));
  const units = unitsAt(text, cuts(text, tags));
  const parents = new Int32Array(units.count).fill(-1);
  const depths = new Int32Array(units.count);
  const firstTags = joinElements(units, tags, { parents, depths });
  const kinds = Uint8Array.from(firstTags, (tag, unit) => kindOf(units, unit, tag));
  return {
    units,
    parents,
    depths,
    kinds,
    tables: attributeTables(text, units, tags),
    commentSign: '',
    name: (unit) => firstTags[unit]?.name ?? '',
  };
}

function cuts(text: string, tags: readonly Tag[]): readonly number[] {
  const starts: number[] = [];
  let next = 0;
  let tag = 0;
  while (next < text.length) {
    const start = next;
    const feed = text.indexOf('\n', start);
    next = feed < 0 ? text.length : feed + 1;
    while (tag < tags.length && tags[tag]!.end <= start) tag += 1;
    if (isInside(tags[tag], start)) continue;
    if (!(starts.length > 0 && isValueOfKey(text, starts.at(-1)!, start, next))) starts.push(start);
    if (next - start <= longLine) continue;
    for (; tag < tags.length && tags[tag]!.start < next; tag += 1) {
      const { sort, start: at } = tags[tag]!;
      if (at > starts.at(-1)! && (sort === 'open' || sort === 'empty') && text.slice(starts.at(-1), at).trim() !== '') starts.push(at);
    }
  }
  return starts.length === 0 ? [0] : starts;
}

/** A tag over several lines is not cut, unless it is a long comment. */
function isInside(tag: Tag | undefined, at: number): boolean {
  return tag !== undefined && tag.start < at && tag.sort !== 'other' && tag.end - tag.start <= longestTag;
}

/** Whether a line is the plain value behind a key of a property list: `<key>a</key>` and `<string>b</string>`. */
function isValueOfKey(text: string, before: number, start: number, end: number): boolean {
  if (start - before > longLine || end - start > longLine) return false;
  if (!/^\s*<key>[^<]*<\/key>\s*$/.test(text.slice(before, start))) return false;
  return /^\s*<(?:string|integer|real|date|data)>[^<]*<\/|^\s*<(?:true|false)\s?\//.test(text.slice(start, end));
}

interface Open {
  readonly name: string;
  readonly unit: number;
  /** The unit that says what the element is (its name, its key), once it was seen; -1 before. */
  title: number;
}

/** Says for each unit in which element it stands, and which tag it begins with. */
function joinElements(
  units: TextUnits,
  tags: readonly Tag[],
  { parents, depths }: { parents: Int32Array; depths: Int32Array },
): readonly (Tag | undefined)[] {
  const firstTags = new Array<Tag | undefined>(units.count).fill(undefined);
  const open: Open[] = [];
  let tag = 0;
  for (let unit = 0; unit < units.count; unit += 1) {
    const end = unit + 1 < units.count ? units.starts[unit + 1]! : units.text.length;
    const above = open.at(-1);
    parents[unit] = above === undefined ? -1 : above.title >= 0 ? above.title : above.unit;
    depths[unit] = open.length;
    for (; tag < tags.length && tags[tag]!.start < end; tag += 1) {
      const { sort, name } = tags[tag]!;
      firstTags[unit] ??= tags[tag];
      if (sort === 'open') open.push({ name, unit, title: -1 });
      else if (sort === 'close') close(open, name);
    }
    // What the unit says of the element that it stands in.
    const inside = open.at(-1);
    const first = firstTags[unit];
    if (inside === undefined || first === undefined || inside.unit === unit || first.sort !== 'open') continue;
    if (first.name === 'key' || (inside.title < 0 && titleName.test(first.name))) inside.title = unit;
    if (first.name === 'key') parents[unit] = inside.unit;
  }
  return firstTags;
}

/** Closes the nearest open element of the name; a name that is not open closes nothing. */
function close(open: Open[], name: string): void {
  for (let at = open.length - 1; at >= 0 && at > open.length - 65; at -= 1) {
    if (open[at]!.name !== name) continue;
    open.length = at;
    return;
  }
}

function kindOf(units: TextUnits, unit: number, tag: Tag | undefined): number {
  if (isBlankUnit(units, unit)) return unitKind.blank;
  const head = unitHead(units, unit, 8).trimStart();
  if (head.startsWith('<!--')) return unitKind.comment;
  if (tag === undefined || !head.startsWith('<')) return unitKind.text;
  return tag.sort === 'close' ? unitKind.closing : unitKind.entry;
}

/** The attributes of elements of one name as columns; of several elements in one unit the first counts. */
function attributeTables(text: string, units: TextUnits, tags: readonly Tag[]): readonly CellTable[] {
  const byName = new Map<string, { rows: number[]; cells: ReadonlyMap<string, string>[] }>();
  let unit = 0;
  for (const { start, end, sort, name } of tags) {
    while (unit + 1 < units.count && units.starts[unit + 1]! <= start) unit += 1;
    if ((sort !== 'open' && sort !== 'empty') || end - start < name.length + 6) continue;
    let table = byName.get(name);
    if (table === undefined) {
      if (byName.size >= mostElementNames) continue;
      byName.set(name, (table = { rows: [], cells: [] }));
    }
    if (table.rows.at(-1) === unit) continue;
    table.rows.push(unit);
    table.cells.push(attributesOf(text.slice(start, Math.min(end, start + 4000))));
  }
  return [...byName.values()]
    .filter(({ rows }) => rows.length >= fewestElements)
    .map(({ rows, cells }) => ({ rows, columns: columnsOf(cells) }));
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name, double, single] of tag.matchAll(attribute)) if (found.size < mostAttributes) found.set(name!, double ?? single ?? '');
  return found;
}

function columnsOf(cells: readonly ReadonlyMap<string, string>[]): CellTable['columns'] {
  const names = new Set<string>();
  for (const row of cells) for (const name of row.keys()) if (names.size < mostAttributes) names.add(name);
  return [...names].map((name) => ({ name, cells: cells.map((row) => row.get(name) ?? '') }));
}
