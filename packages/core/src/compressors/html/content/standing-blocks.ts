import type { StandingBlock } from '../write/page-units.ts';
import type { Block, Fact, Page } from '../page/page.ts';
import { joinRows } from '../page/join-rows.ts';
import { judgeBlocks } from './judge-blocks.ts';

/** What every reader wants to know of a page first. */
const leading = new Set(['title', 'author', 'date', 'description', 'site']);
/** Blocks above the main region that may belong to it: title, byline, date. */
const mostAbove = 10;
const longestAbove = 240;

/** The blocks of a page with their standing: what it says about itself first, then what it shows. */
export function standingBlocks(page: Page): readonly StandingBlock[] {
  const blocks = joinRows(page);
  const standing = [...judgeBlocks(page, blocks)];
  raiseOpening(blocks, standing);
  return [...page.facts.map(factBlock), ...blocks.map((block, index) => ({ block, standing: standing[index]! }))];
}

function factBlock({ label, value, start }: Fact): StandingBlock {
  const block: Block = { kind: 'metadata', text: value, mark: label, level: 0, region: 0, start, end: start, links: [] };
  return { block, standing: leading.has(label) ? 'main' : 'beside' };
}

/** The title of the content with what stands between it and the content: from the heading of the highest level that is near. */
function raiseOpening(blocks: readonly Block[], standing: StandingBlock['standing'][]): void {
  const first = standing.findIndex((one, index) => one === 'main' && blocks[index]!.kind !== 'image');
  let title = -1;
  for (let index = first - 1, passed = 0; index >= 0 && passed < mostAbove; index -= 1) {
    if (standing[index] === 'boilerplate') continue;
    passed += 1;
    const { kind, level } = blocks[index]!;
    if (kind === 'heading' && level <= 2 && (title < 0 || level < blocks[title]!.level)) title = index;
  }
  if (title < 0) return;
  for (let raised = title; raised < first; raised += 1) {
    if (standing[raised] === 'beside' && blocks[raised]!.text.length <= longestAbove) standing[raised] = 'main';
  }
}
