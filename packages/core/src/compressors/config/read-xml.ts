import { unitsAt, type TextUnits } from '../../relevance/selection/text-units.ts';
import { charCodes } from '../../text/char-codes.ts';
import { isTitle, unitKind, type ConfigOutline } from './config-outline.ts';
import { attributeTables } from './read-attributes.ts';
import { scanTags, tagSort, type Tags } from './scan-tags.ts';

/** Lines longer than this are cut before their elements. */
const longLine = 400;
/** A tag longer than this is cut at its lines. */
const longestTag = 2000;

/** Reads XML: lines are units, long lines are cut before their elements, and a key of a property list stands with its value. Linear; it need not be well formed. */
export function readXml(text: string, codes: Uint16Array = charCodes(text)): ConfigOutline {
  const tags = scanTags(text, codes);
  const units = unitsAt(text, cuts(text, codes, tags));
  const parents = new Int32Array(units.count).fill(-1);
  const depths = new Int32Array(units.count);
  const firstTags = joinElements({ units, codes, tags }, { parents, depths });
  const kinds = new Uint8Array(units.count);
  const nameStarts = new Int32Array(units.count);
  const nameEnds = new Int32Array(units.count);
  for (let unit = 0; unit < units.count; unit += 1) {
    const tag = firstTags[unit]!;
    kinds[unit] = kindOf(codes, units, unit, tag < 0 ? -1 : tags.sorts[tag]!);
    if (tag < 0) continue;
    nameStarts[unit] = tags.nameStarts[tag]!;
    nameEnds[unit] = tags.nameEnds[tag]!;
  }
  return {
    units,
    codes,
    parents,
    depths,
    kinds,
    tables: attributeTables(units, codes, tags),
    commentSign: '',
    nameStarts,
    nameEnds,
  };
}

function cuts(text: string, codes: Uint16Array, tags: Tags): readonly number[] {
  const starts: number[] = [];
  let next = 0;
  let tag = 0;
  while (next < text.length) {
    const start = next;
    const feed = text.indexOf('\n', start);
    next = feed < 0 ? text.length : feed + 1;
    while (tag < tags.count && tags.ends[tag]! <= start) tag += 1;
    if (isInside(tags, tag, start)) continue;
    if (!(starts.length > 0 && isValueOfKey({ text, codes }, starts.at(-1)!, start, next))) starts.push(start);
    if (next - start <= longLine) continue;
    for (; tag < tags.count && tags.starts[tag]! < next; tag += 1) {
      const at = tags.starts[tag]!;
      const sort = tags.sorts[tag];
      if (at > starts.at(-1)! && (sort === tagSort.open || sort === tagSort.empty) && text.slice(starts.at(-1), at).trim() !== '')
        starts.push(at);
    }
  }
  return starts.length === 0 ? [0] : starts;
}

/** A tag over several lines is not cut, unless it is a long comment. */
function isInside({ count, starts, ends, sorts }: Tags, tag: number, at: number): boolean {
  return tag < count && starts[tag]! < at && sorts[tag] !== tagSort.other && ends[tag]! - starts[tag]! <= longestTag;
}

interface Source {
  readonly text: string;
  readonly codes: Uint16Array;
}

const keyTag = '<key>';

/** Whether a line is the plain value behind a key of a property list: `<key>a</key>` and `<string>b</string>`. */
function isValueOfKey({ text, codes }: Source, before: number, start: number, end: number): boolean {
  if (start - before > longLine || end - start > longLine) return false;
  let at = before;
  while (at < start && codes[at]! <= blank) at += 1;
  if (codes[at + 1] !== 0x6b || !text.startsWith(keyTag, at)) return false;
  if (!/^<key>[^<]*<\/key>\s*$/.test(text.slice(at, start))) return false;
  return /^\s*<(?:string|integer|real|date|data)>[^<]*<\/|^\s*<(?:true|false)\s?\//.test(text.slice(start, end));
}

interface Document {
  readonly units: TextUnits;
  readonly codes: Uint16Array;
  readonly tags: Tags;
}

interface Open {
  readonly tag: number;
  readonly unit: number;
  /** The unit that says what the element is (its name, its key), once it was seen; -1 before. */
  title: number;
}

/** Says for each unit in which element it stands. @returns the first tag of each unit, -1 for none */
function joinElements({ units, codes, tags }: Document, { parents, depths }: { parents: Int32Array; depths: Int32Array }): Int32Array {
  const { count, starts, sorts, nameStarts, nameEnds } = tags;
  const firstTags = new Int32Array(units.count).fill(-1);
  const open: Open[] = [];
  let tag = 0;
  for (let unit = 0; unit < units.count; unit += 1) {
    const end = unit + 1 < units.count ? units.starts[unit + 1]! : units.text.length;
    const above = open.at(-1);
    parents[unit] = above === undefined ? -1 : above.title >= 0 ? above.title : above.unit;
    depths[unit] = open.length;
    if (tag < count && starts[tag]! < end) firstTags[unit] = tag;
    for (; tag < count && starts[tag]! < end; tag += 1) {
      if (sorts[tag] === tagSort.open) open.push({ tag, unit, title: -1 });
      else if (sorts[tag] === tagSort.close) close(open, codes, tags, tag);
    }
    // What the unit says of the element that it stands in.
    const inside = open.at(-1);
    const first = firstTags[unit]!;
    if (inside === undefined || first < 0 || inside.unit === unit || sorts[first] !== tagSort.open) continue;
    const isKey = nameEnds[first] === nameStarts[first]! + 3 && units.text.startsWith(keyTag.slice(1, -1), nameStarts[first]);
    if (isKey || (inside.title < 0 && isTitle(units.text, nameStarts[first]!, nameEnds[first]!))) inside.title = unit;
    if (isKey) parents[unit] = inside.unit;
  }
  return firstTags;
}

const farthest = 64;

/** Closes the nearest open element of the name; a name that is not open closes nothing. */
function close(open: Open[], codes: Uint16Array, { nameStarts, nameEnds }: Tags, closing: number): void {
  const from = nameStarts[closing]!;
  const length = nameEnds[closing]! - from;
  for (let at = open.length - 1; at >= 0 && at >= open.length - farthest; at -= 1) {
    const name = nameStarts[open[at]!.tag]!;
    if (nameEnds[open[at]!.tag] !== name + length) continue;
    let same = 0;
    while (same < length && codes[name + same] === codes[from + same]) same += 1;
    if (same < length) continue;
    open.length = at;
    return;
  }
}

const tab = 0x09;
const carriageReturn = 0x0d;
const blank = 0x20;
const opens = 0x3c;
const readForKind = 8;

/** @param sort that of the unit's first tag, -1 for none */
function kindOf(codes: Uint16Array, { text, starts, ends }: TextUnits, unit: number, sort: number): number {
  const start = starts[unit]!;
  const end = ends[unit]!;
  let at = start;
  while (at < end && (codes[at] === blank || codes[at] === tab || codes[at] === carriageReturn)) at += 1;
  if (at === end) return unitKind.blank;
  if (codes[at] !== opens || at >= start + readForKind) return unitKind.text;
  if (at + 4 <= start + readForKind && text.startsWith('<!--', at)) return unitKind.comment;
  if (sort < 0) return unitKind.text;
  return sort === tagSort.close ? unitKind.closing : unitKind.entry;
}
