import { indexLines } from '../../../text/lines.ts';
import type { BlockKind } from '../page/page.ts';
import type { PageUnit, StandingBlock } from './page-units.ts';

const plurals: Record<BlockKind, readonly [string, string]> = {
  heading: ['heading', 'headings'],
  paragraph: ['paragraph', 'paragraphs'],
  item: ['list item', 'list items'],
  term: ['term', 'terms'],
  detail: ['definition', 'definitions'],
  caption: ['caption', 'captions'],
  quote: ['quoted paragraph', 'quoted paragraphs'],
  code: ['code block', 'code blocks'],
  row: ['table row', 'table rows'],
  field: ['form field', 'form fields'],
  image: ['image text', 'image texts'],
  metadata: ['metadata entry', 'metadata entries'],
};
const boilerplate = ['boilerplate block', 'boilerplate blocks'] as const;
/** Fewer lines than this for each block tell no place. */
const fewestLinesPerBlock = 0.25;
const tellingGap = 4;

/** Says what stands in gaps of a page. */
export interface GapTeller {
  /** The statement of one gap: its lines in the original where they tell a place, and what it holds where that is much. */
  gap(start: number, end: number): string;
  /** Blocks by kind, most first, for those that `isCounted`. */
  kinds(isCounted: (block: number) => boolean): readonly string[];
}

/** @param source the text that line numbers refer to; undefined where blocks do not lie in the original as it was given */
export function createGapTeller(blocks: readonly StandingBlock[], units: readonly PageUnit[], source: string | undefined): GapTeller {
  const lines = source === undefined ? undefined : indexLines(source);
  const tellsLines = lines !== undefined && lines.count >= blocks.length * fewestLinesPerBlock && lines.count > 20;
  const count = (from: number, to: number, isCounted: (block: number) => boolean): readonly string[] => {
    const counts = new Map<readonly [string, string], number>();
    for (let index = from; index < to; index += 1) {
      if (!isCounted(index)) continue;
      const { block, standing } = blocks[index]!;
      const words = standing === 'boilerplate' ? boilerplate : plurals[block.kind];
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1]).map(([[one, many], number]) => `${number} ${number === 1 ? one : many}`);
  };
  /** The lines of a block in the source; undefined for metadata, which stands in the head, whatever is left out behind it. */
  const linesOf = (index: number | undefined): readonly [first: number, last: number] | undefined => {
    const block = index === undefined ? undefined : blocks[index]?.block;
    if (block === undefined || block.kind === 'metadata') return undefined;
    return [lines!.at(block.start) + 1, lines!.at(Math.max(block.end - 1, block.start)) + 1];
  };
  /** The lines of a gap; none where they hold what is shown beside it too, as in a page that is one line. */
  const placeOf = (start: number, end: number): string => {
    let [first, last] = [Number.POSITIVE_INFINITY, -1];
    for (let index = units[start]!.block; index <= units[end - 1]!.block; index += 1) {
      const [from, to] = linesOf(index) ?? [Number.POSITIVE_INFINITY, -1];
      [first, last] = [Math.min(first, from), Math.max(last, to)];
    }
    const [before, behind] = [linesOf(units[start - 1]?.block), linesOf(units[end]?.block)];
    const isShared = (before !== undefined && before[1] >= first) || (behind !== undefined && behind[0] <= last);
    return last < 0 || isShared ? '' : lineRange(first, last);
  };
  return {
    gap(start, end) {
      const first = units[start]!.isFirst ? units[start]!.block : units[start]!.block + 1;
      const last = units[end - 1]!.block;
      const place = tellsLines ? placeOf(start, end) : '';
      const held = count(first, last + 1, () => true)
        .slice(0, 3)
        .join(', ');
      if (place === '') return `${held === '' ? 'text' : held} offloaded`;
      return end - start < tellingGap || held === '' ? `${place} offloaded` : `${place} offloaded: ${held}`;
    },
    kinds: (isCounted) => count(0, blocks.length, isCounted),
  };
}

function lineRange(first: number, last: number): string {
  return first >= last ? `line ${first}` : `lines ${first}-${last}`;
}
