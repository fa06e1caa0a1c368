import type { Block, Link, Page, Table } from './page.ts';

/** Cells that hold more than this on average, or one that holds that much, are columns of a layout. */
const usualCell = 160;
const largestCell = 1500;
const mostBlocksInCell = 4;

interface TableContents {
  characters: number;
  largest: number;
  blocks: number;
  filled: number;
  hasParts: boolean;
}

/** Makes one block of each row of the tables that hold data; tables that only lay out a page leave their blocks as they are. Linear. */
export function joinRows({ blocks, tables }: Page): readonly Block[] {
  if (tables.length === 0) return blocks;
  const contents = measureTables(blocks, tables.length);
  const holdsData = tables.map((table, index) => isData(table, contents[index]!));
  const joined: Block[] = [];
  for (let at = 0; at < blocks.length;) {
    const { place } = blocks[at]!;
    if (place === undefined || !holdsData[place.table]!) {
      joined.push(blocks[at]!);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < blocks.length && (isSameRow(blocks[end]!, blocks[at]!) || isPictureInside(blocks, end, blocks[at]!))) end += 1;
    const table = tables[place.table]!;
    const parts = blocks.slice(at, end).filter((block) => block.place !== undefined);
    joined.push(rowOf(parts, { cells: table.rows[place.row] ?? 1, isHeader: table.headers[place.row] === true }));
    at = end;
  }
  return joined;
}

function isSameRow({ place }: Block, { place: first }: Block): boolean {
  return place !== undefined && place.table === first!.table && place.row === first!.row;
}

/** A picture between two blocks of one row (its cell is not known) goes with the row. */
function isPictureInside(blocks: readonly Block[], at: number, first: Block): boolean {
  const next = blocks[at + 1];
  return blocks[at]!.kind === 'image' && next !== undefined && isSameRow(next, first);
}

function measureTables(blocks: readonly Block[], count: number): TableContents[] {
  const contents = Array.from({ length: count }, () => ({ characters: 0, largest: 0, blocks: 0, filled: 0, hasParts: false }));
  let last: Block | undefined;
  let inCell = 0;
  for (const block of blocks) {
    if (block.place === undefined) continue;
    const table = contents[block.place.table]!;
    const isSameCell = last !== undefined && isSameRow(last, block) && last.place!.cell === block.place.cell;
    inCell = isSameCell ? inCell + block.text.length : block.text.length;
    table.characters += block.text.length;
    table.blocks += 1;
    if (!isSameCell) table.filled += 1;
    table.largest = Math.max(table.largest, inCell);
    if (block.kind === 'heading' || (block.kind === 'code' && block.text.length > 300)) table.hasParts = true;
    last = block;
  }
  return contents;
}

function isData(
  { rows, headers, hasCaption, holdsTable, isLayout }: Table,
  { characters, largest, blocks, filled, hasParts }: TableContents,
): boolean {
  if (isLayout || holdsTable || hasParts || filled === 0 || rows.length < 2) return false;
  const columns = rows.reduce((most, cells) => Math.max(most, cells), 0);
  if (columns < 2) return false;
  const isMarked = hasCaption || headers.some(Boolean);
  const share = isMarked ? 2 : 1;
  return largest <= largestCell * share && characters <= usualCell * share * filled && blocks <= mostBlocksInCell * filled;
}

const widest = 400;

function rowOf(parts: readonly Block[], { cells, isHeader }: { readonly cells: number; readonly isHeader: boolean }): Block {
  const first = parts[0]!;
  const texts: string[] = Array.from({ length: Math.min(widest, cells) }, () => '');
  for (const { place, text, kind, mark } of parts) {
    const cell = Math.min(texts.length - 1, place!.cell);
    const said = (kind === 'item' && mark.trim() !== '-' ? mark + text : text).replace(/\s*\n\s*/g, ' ');
    texts[cell] = texts[cell] === '' ? said : `${texts[cell]!} ${said}`;
  }
  const links: Link[] = parts.flatMap((part) => part.links.map(({ href }) => ({ start: 0, end: 0, href })));
  return {
    ...first,
    kind: 'row',
    text: texts.join(' | '),
    level: 0,
    mark: isHeader ? 'header' : '',
    end: parts.at(-1)!.end,
    links,
    cells: texts,
  };
}
