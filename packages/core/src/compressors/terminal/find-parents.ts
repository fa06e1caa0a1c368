import { unitHead, type TextUnits } from '../../relevance/selection/text-units.ts';
import type { Block } from './find-headers.ts';
import type { LineDepths } from './line-depths.ts';
import type { Listing } from './listing.ts';
import type { RuledTable } from './ruled-tables.ts';
import { signTable } from './sign-table.ts';

/** What a line belongs to, and which lines begin records. */
export interface Outline {
  /** For each line the one above it that it is not understood without, or -1. */
  readonly parents: Int32Array;
  /** 1 for the first line of each record: a commit, a package, a device, a directory of a listing. */
  readonly heads: Uint8Array;
}

const fewestRecords = 3;
const labelledShare = 0.6;
const versionHead = /^(?:commit|changeset:|revision|r)\s{0,4}[0-9a-f]{4,64}\b|^[*|/\\ ]{1,12}commit [0-9a-f]{7,64}\b/;
const label = /^([A-Za-z][\w ./()-]{0,28}?)\s{0,14}[:=]\s/;
const directory = /^(?:\.{0,2}\/|[A-Za-z]:\\|\w)\S{0,400}:$/;
const messageHead = /^[<>] (?:HTTP\/[\d.]{1,3} \d{3}|[A-Z]{3,8} \S)/;

/** Finds what each line belongs to: the head and title of its record, the branch it hangs on, the heading of its list, the names of its columns. Linear. */
export function findParents(listing: Listing, blocks: readonly Block[], { depths, layout }: LineDepths): Outline {
  const { units } = listing;
  const heads = findHeads(listing);
  const parents = new Int32Array(units.count).fill(-1);
  // Branches beside a history are drawn between its commits, and say nothing of what a line belongs to.
  if (layout === 'tree' && !heads.some((head, line) => head === 1 && versionHead.test(unitHead(units, line, 80)))) hang(depths, parents);
  else if (heads.some((head) => head === 1)) joinRecords(units, { depths, heads, parents });
  else if (layout === 'indented' && blocks.every(({ header }) => header < 0)) hang(depths, parents);
  for (const block of blocks) joinBlock(units, block, parents, heads);
  return { parents, heads };
}

function findHeads(listing: Listing): Uint8Array {
  const { units, codes } = listing;
  const heads = new Uint8Array(units.count);
  const first = firstLabel(units);
  const firstCode = first?.charCodeAt(0);
  let labelled = 0;
  let versions = 0;
  for (let line = 0; line < units.count; line += 1) {
    const start = units.starts[line]!;
    const code = codes[start];
    const isVersioned = mayBeVersion(listing, line);
    if (!isVersioned && code !== firstCode && code !== lessThan && code !== greaterThan) continue;
    const head = unitHead(units, line, 80);
    if (isVersioned && versionHead.test(head)) {
      heads[line] = 1;
      versions += 1;
    } else if (messageHead.test(head)) heads[line] = 1;
    else if (first !== undefined && head.startsWith(first) && label.exec(head)?.[1] === first) {
      heads[line] = 2;
      labelled += 1;
    }
  }
  const records = versions === 0 && labelled >= fewestRecords;
  for (let line = 0; line < units.count; line += 1) if (heads[line] === 2) heads[line] = records ? 1 : 0;
  return heads.includes(1) ? heads : headsWithoutLabel(listing);
}

const lessThan = 0x3c;
const greaterThan = 0x3e;

/** Whether a line begins like the head of a version: most lines are told from one by a few characters. */
function mayBeVersion({ units: { starts, ends }, codes }: Listing, line: number): boolean {
  const end = ends[line]!;
  let at = starts[line]!;
  while (at < end && graphSigns[codes[at]!] === 1) at += 1;
  if (at === end) return false;
  return codes[at] === smallC || (codes[at] === smallR && at === starts[line] && codes[at + 1] !== smallO);
}

const graphSigns = signTable('*|/\\ ');
const smallC = 0x63;
const smallR = 0x72;
const smallO = 0x6f;

/** Records may begin with a line of another form: the only one without a label, over the same label each time. */
function headsWithoutLabel(listing: Listing): Uint8Array {
  const { units } = listing;
  const heads = new Uint8Array(units.count);
  let labelled = 0;
  let found = 0;
  let first: string | undefined;
  let before: string | undefined;
  for (let line = 0; line < units.count; line += 1) {
    const above = before;
    const name = mayHaveLabel(listing, line) ? label.exec(unitHead(units, line, 80))?.[1] : undefined;
    before = name;
    if (name === undefined) continue;
    labelled += 1;
    if (line === 0 || above !== undefined || unitHead(units, line - 1, 80).trim() === '') continue;
    first ??= name;
    if (name !== first) return new Uint8Array(units.count);
    heads[line - 1] = 1;
    found += 1;
  }
  return found >= fewestRecords && labelled >= units.count * labelledShare ? heads : new Uint8Array(units.count);
}

/** Whether a line begins with a letter, and a sign that may end a label stands near. */
function mayHaveLabel({ units: { starts, ends }, codes }: Listing, line: number): boolean {
  const first = codes[starts[line]!]! | 0x20;
  if (first < 0x61 || first > 0x7a) return false;
  const end = Math.min(ends[line]!, starts[line]! + longestLabel);
  for (let at = starts[line]!; at < end; at += 1) {
    const code = codes[at]!;
    if (code === colon || code === equals) return true;
  }
  return false;
}

/** Characters of the longest label with what stands before the sign that ends it. */
const longestLabel = 48;
const colon = 0x3a;
const equals = 0x3d;

/** The label of the first line begins every record, if there are several. */
function firstLabel(units: TextUnits): string | undefined {
  for (let line = 0; line < Math.min(units.count, 5); line += 1) {
    const head = unitHead(units, line, 80);
    if (head.trim() !== '') return label.exec(head)?.[1];
  }
  return undefined;
}

/** Lines of a record belong to its title (the first indented line behind an empty one), and that to its first line. */
function joinRecords(units: TextUnits, { depths, heads, parents }: { depths: Int32Array; heads: Uint8Array; parents: Int32Array }): void {
  let head = -1;
  let title = -1;
  for (let line = 0; line < units.count; line += 1) {
    if (heads[line] === 1) {
      head = line;
      title = -1;
      continue;
    }
    if (head < 0 || depths[line] === -1) continue;
    const isTitle = title < 0 && depths[line]! > 0 && depths[line - 1] === -1;
    parents[line] = title >= 0 ? title : head;
    if (isTitle) title = line;
  }
}

/** The nearest line above that stands less deep: the top of a stack of the lines that are still open. */
function hang(depths: Int32Array, parents: Int32Array): void {
  const open: number[] = [];
  for (let line = 0; line < depths.length; line += 1) {
    if (depths[line]! < 0) continue;
    while (open.length > 0 && depths[open.at(-1)!]! >= depths[line]!) open.pop();
    parents[line] = open.at(-1) ?? -1;
    open.push(line);
  }
}

/** Rows belong to the names of their columns, names to the line that heads the block, names of files to their directory. */
function joinBlock(units: TextUnits, { start, end, header }: Block, parents: Int32Array, heads: Uint8Array): void {
  if (header >= 0) {
    if (header > start && parents[header] === -1) parents[header] = header - 1;
    for (let line = header + 1; line < end; line += 1) if (parents[line] === -1 && heads[line] === 0) parents[line] = header;
    return;
  }
  if (end - start < 2 || parents[start + 1] !== -1 || !directory.test(unitHead(units, start, 500))) return;
  heads[start] = 1;
  for (let line = start + 1; line < end; line += 1) if (parents[line] === -1) parents[line] = start;
}

/** Rows of ruled tables belong to the names over the rule, and these to the statement above that asked for them. */
export function joinRuled(units: TextUnits, ruled: readonly RuledTable[], parents: Int32Array): void {
  for (const { header, table } of ruled) {
    for (const row of table.rows) parents[row] = header;
    if (parents[header] === -1 && header > 0 && unitHead(units, header - 1, 80).trim() !== '') parents[header] = header - 1;
  }
}
