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
  /** Where the blocks of some units begin and end in the source, metadata apart: it stands in the head, whatever is left out behind it. */
  const extentOf = (start: number, end: number): readonly [first: number, last: number] => {
    let [first, last] = [Number.POSITIVE_INFINITY, -1];
    const [from, to] = [units[start]?.block ?? 0, units[end - 1]?.block ?? -1];
    for (let index = from; index <= to; index += 1) {
      const { block } = blocks[index]!;
      if (block.kind === 'metadata') continue;
      first = Math.min(first, block.start);
      last = Math.max(last, block.end - 1, block.start);
    }
    return [first, last];
  };
  /** The lines of a gap; none where they hold what is shown beside it too, as in a page that is one line. */
  const placeOf = (start: number, end: number): string => {
    const [begin, finish] = extentOf(start, end);
    if (finish < 0) return '';
    const [first, last] = [lines!.at(begin), lines!.at(finish)];
    const [, before] = extentOf(start - 1, start);
    const [behind] = extentOf(end, end + 1);
    const isShared = (before >= 0 && lines!.at(before) >= first) || (Number.isFinite(behind) && lines!.at(behind) <= last);
    return isShared ? '' : lineRange(first + 1, last + 1);
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
