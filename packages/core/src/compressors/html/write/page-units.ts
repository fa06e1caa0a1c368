import type { Standing } from '../content/judge-blocks.ts';
import type { Block } from '../page/page.ts';
import { spellBlock, type LinkStyle } from './spell-block.ts';
import { splitLines, splitSentences } from './split-text.ts';

/** A block with what it is for its page. */
export interface StandingBlock {
  readonly block: Block;
  readonly standing: Standing;
}

/** What is shown or left out as one: a block, or a piece of a very long one. */
export interface PageUnit {
  /** Index of its block. */
  readonly block: number;
  readonly text: string;
  /** Whether it begins its block. */
  readonly isFirst: boolean;
}

/** Cuts blocks into units, in their order. */
export function pageUnits(blocks: readonly StandingBlock[], linkStyle: (block: StandingBlock) => LinkStyle): readonly PageUnit[] {
  const units: PageUnit[] = [];
  blocks.forEach((one, index) => {
    const spelled = spellBlock(one.block, linkStyle(one));
    piecesOf(one.block, spelled).forEach((text, piece) => units.push({ block: index, text, isFirst: piece === 0 }));
  });
  return units;
}

function piecesOf({ kind }: Block, text: string): readonly string[] {
  if (kind === 'code') return splitLines(text);
  return kind === 'row' || kind === 'heading' || kind === 'metadata' || kind === 'field' ? [text] : splitSentences(text);
}

/**
 * For each unit the one above it that is shown with it, or -1: the heading that it stands under, the headers of its table, the term that it explains.
 */
export function parentsOf(blocks: readonly StandingBlock[], units: readonly PageUnit[]): Int32Array {
  const parents = new Int32Array(units.length).fill(-1);
  const headings: Record<Standing, number> = { main: -1, beside: -1, boilerplate: -1 };
  const headers = new Map<number, number>();
  let term = -1;
  units.forEach(({ block: index }, unit) => {
    const { block, standing } = blocks[index]!;
    const heading = headings[standing];
    if (block.kind === 'metadata') return;
    if (block.kind === 'heading') {
      headings[standing] = unit;
      term = -1;
      return;
    }
    parents[unit] = heading;
    if (block.kind === 'term') term = unit;
    else if (block.kind === 'detail' && term >= 0) parents[unit] = term;
    else if (block.kind === 'row' && block.place !== undefined) {
      const header = headers.get(block.place.table);
      if (header !== undefined) parents[unit] = header;
      else if (block.mark === 'header') headers.set(block.place.table, unit);
    }
  });
  return parents;
}
