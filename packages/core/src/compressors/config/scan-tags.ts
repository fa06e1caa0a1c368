import { createFinder, type Finder } from '../../text/finder.ts';

/** What a tag is: the beginning or the end of an element, both in one, or a comment, a declaration and the like. */
export const tagSort = { other: 0, open: 1, close: 2, empty: 3 } as const;

/** The tags, comments and declarations of XML as places in its text. */
export interface Tags {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Values of {@link tagSort}. */
  readonly sorts: Uint8Array;
  /** Where the name of an element begins and ends; the same place twice for what has none. */
  readonly nameStarts: Int32Array;
  readonly nameEnds: Int32Array;
}

const longestTag = 50_000;
const longestName = 200;
const fewest = 64;

const bang = 0x21;
const quote = 0x22;
const apostrophe = 0x27;
const slash = 0x2f;
const opens = 0x3c;
const closes = 0x3e;
const mark = 0x3f;

const nameStart = 1;
const namePart = 2;
const nameSigns = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z[\]\\^_`:]/.test(character) ? nameStart | namePart : /[\d.-]/.test(character) ? namePart : 0;
});

/** Finds the tags of a text in one pass; what does not end is text. */
export function scanTags(text: string, codes: Uint16Array): Tags {
  const list = new TagList();
  const ends = createFinder(text);
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = readTag({ text, codes, ends }, at, list);
    at = end < 0 ? at + 1 : end;
  }
  return list;
}

class TagList implements Tags {
  count = 0;
  starts = new Int32Array(fewest);
  ends = new Int32Array(fewest);
  sorts = new Uint8Array(fewest);
  nameStarts = new Int32Array(fewest);
  nameEnds = new Int32Array(fewest);

  /** Takes a tag in. @returns where it ends */
  add(start: number, end: number, sort: number, name: { readonly from: number; readonly to: number }): number {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.sorts[this.count] = sort;
    this.nameStarts[this.count] = name.from;
    this.nameEnds[this.count] = name.to;
    this.count += 1;
    return end;
  }

  #grow(): void {
    const room = 2 * this.starts.length;
    const doubled = (full: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(room);
      larger.set(full);
      return larger;
    };
    this.starts = doubled(this.starts);
    this.ends = doubled(this.ends);
    this.nameStarts = doubled(this.nameStarts);
    this.nameEnds = doubled(this.nameEnds);
    const sorts = new Uint8Array(room);
    sorts.set(this.sorts);
    this.sorts = sorts;
  }
}

interface Source {
  readonly text: string;
  readonly codes: Uint16Array;
  readonly ends: Finder;
}

/** Where the tag at a place ends; -1 where there is none. */
function readTag({ text, codes, ends }: Source, start: number, list: TagList): number {
  const next = codes[start + 1];
  if (next === bang) {
    const sign = text.startsWith('<!--', start) ? '-->' : text.startsWith('<![CDATA[', start) ? ']]>' : '>';
    return until(ends, start, sign, list);
  }
  if (next === mark) return until(ends, start, '?>', list);
  const from = next === slash ? start + 2 : start + 1;
  const to = endOfName(codes, from);
  if (to === from) return -1;
  const end = endOfTag(codes, to);
  if (end < 0) return -1;
  return list.add(start, end, next === slash ? tagSort.close : codes[end - 2] === slash ? tagSort.empty : tagSort.open, { from, to });
}

function until(ends: Finder, start: number, sign: string, list: TagList): number {
  const found = ends(sign, start + 2);
  if (found < 0 || found - start > longestTag) return -1;
  return list.add(start, found + sign.length, tagSort.other, { from: start, to: start });
}

function endOfName(codes: Uint16Array, start: number): number {
  if (start >= codes.length || !isNameSign(codes[start]!, nameStart)) return start;
  let at = start + 1;
  while (at < codes.length && at < start + longestName && isNameSign(codes[at]!, namePart)) at += 1;
  return at;
}

function isNameSign(code: number, sign: number): boolean {
  return code >= 0x80 || (nameSigns[code]! & sign) !== 0;
}

/** Behind the `>` that ends a tag; those inside quotes do not. */
function endOfTag(codes: Uint16Array, from: number): number {
  const limit = Math.min(codes.length, from + longestTag);
  for (let at = from; at < limit; at += 1) {
    const code = codes[at]!;
    if (code > closes) continue;
    if (code === closes) return at + 1;
    if (code === opens) return -1;
    if (code !== quote && code !== apostrophe) continue;
    at += 1;
    while (at < limit && codes[at] !== code) at += 1;
  }
  return -1;
}
