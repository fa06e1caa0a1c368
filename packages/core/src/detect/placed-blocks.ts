import { splitFences, type FencedPart, type TextPart } from './fences.ts';

/** Where in a tree the text of a fenced block stands. */
export interface BlockPlace {
  readonly path: string;
  readonly first: number;
  readonly last: number | undefined;
}

/** A fenced block and what its title says. */
export interface TitledBlock {
  readonly block: FencedPart;
  /** The text above it, up to the block before. */
  readonly title: string;
  readonly place: BlockPlace | undefined;
}

const leastBlocks = 5;
const leastShare = 0.9;
const leastFenced = 0.5;
/** What stands over a block and is more than a title is prose, which nobody may take away. */
const longestTitle = 300;
/** `src/a.ts:12-40`, `src/a.ts (lines 12-40)`, `src/a.ts#L12-L40`. */
const place =
  /(?<![\w./@-])((?:[A-Za-z]:[\\/])?[\w.@+~()[\]/\\-]{0,240}[\w)\]]\.\w{1,8}|(?:[\w.@+~-]{1,80}\/){1,20}[\w.@+~-]{1,80})[`*"']{0,3}\s{0,3}(?::|#|,|\(|\[|\s)\s{0,3}(?:lines?:?\s{0,3}|L)?(\d{1,7})(?:\s?(?:-|–|to|:)\s?L?(\d{1,7}))?/i;
/** `12:40:src/a.ts` */
const turned = /^(\d{1,7}):(\d{1,7}):(\S+)$/;

/** All fenced blocks with their titles, and what stands behind the last. */
export function titledBlocks(parts: readonly TextPart[]): { readonly blocks: readonly TitledBlock[]; readonly rest: string } {
  const blocks: TitledBlock[] = [];
  let title = '';
  for (const part of parts) {
    if (part.part === 'plain') title += part.raw;
    else {
      blocks.push({ block: part, title, place: placeOf(part.open, title, blocks.length === 0) });
      title = '';
    }
  }
  return { blocks, rest: title };
}

/** Whether a text is made of fenced blocks with a path and a line over each: the answer of an index of code. */
export function isPlacedBlocks(text: string, parts: readonly TextPart[] = splitFences(text)): boolean {
  const { blocks } = titledBlocks(parts);
  if (blocks.length < leastBlocks) return false;
  const placed = blocks.filter(({ place: found }) => found !== undefined);
  const fenced = placed.reduce((sum, { block }) => sum + block.body.length, 0);
  return placed.length >= blocks.length * leastShare && fenced >= text.length * leastFenced;
}

function placeOf(open: string, title: string, first: boolean): BlockPlace | undefined {
  // One character more than a title may have shows that this is none, however much stands before it.
  const end = title.trim().slice(-longestTitle - 1);
  const lines = end.split('\n').slice(first ? -3 : 0);
  if (lines.join('\n').length > longestTitle) return undefined;
  const word = /^\s*(?:`+|~+)\s*(.*)$/.exec(open.trimEnd().slice(0, longestTitle))?.[1] ?? '';
  const inFence = turned.exec(word);
  if (inFence !== null) return { path: inFence[3]!, first: Number(inFence[1]), last: Number(inFence[2]) };
  for (const line of [word, ...lines.reverse()]) {
    const [, path, from, to] = place.exec(line.slice(0, longestTitle)) ?? [];
    if (path !== undefined && from !== undefined) return { path, first: Number(from), last: to === undefined ? undefined : Number(to) };
  }
  return undefined;
}
