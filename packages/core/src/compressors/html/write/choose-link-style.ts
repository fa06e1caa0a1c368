import type { StandingBlock } from './page-units.ts';
import { isTarget, type LinkStyle } from './spell-block.ts';

/** How links are written. */
export interface LinkChoice {
  readonly style: (block: StandingBlock) => LinkStyle;
  /** Links whose targets are not written anywhere. */
  readonly hidden: number;
}

/** A question about where something leads. */
const asksForLinks =
  /\b(?:links?|linked|linking|urls?|hrefs?|address(?:es)?|web\s?sites?|home\s?page|downloads?|repo(?:sitor(?:y|ies))?|points? to|goes? to|leads? to|redirects?|src|domain)\b/i;
/** Without a question, targets in the content are written where they are not longer than this share of its text. */
const unaskedShare = 0.1;

/** Decides which links are written with their targets: those that are asked for, or, where nothing is asked, those of the content if they take little room. */
export function chooseLinkStyle(blocks: readonly StandingBlock[], question: string): LinkChoice {
  const isAsked = question.trim() !== '';
  const wanted = isAsked ? asksForLinks.test(question.slice(0, 4000)) : takesLittle(blocks);
  let hidden = 0;
  for (const { block, standing } of blocks) {
    if (wanted && (isAsked || standing === 'main')) continue;
    hidden += block.links.length;
  }
  return { style: ({ standing }) => (wanted && (isAsked || standing === 'main') ? 'target' : 'text'), hidden };
}

function takesLittle(blocks: readonly StandingBlock[]): boolean {
  let text = 0;
  let targets = 0;
  for (const { block, standing } of blocks) {
    if (standing !== 'main') continue;
    text += block.text.length;
    for (const { href } of block.links) if (isTarget(href)) targets += href.length + 4;
  }
  return targets <= unaskedShare * text;
}
