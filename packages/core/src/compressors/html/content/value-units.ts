import type { Block } from '../page/page.ts';
import { isByline } from './byline.ts';
import type { PageUnit, StandingBlock } from '../write/page-units.ts';

/** What a block is worth before anything is asked; 1 is what text at the top of the content is worth. */
const priors = {
  leading: 1.5,
  top: 0.9,
  bottom: 0.45,
  heading: 0.5,
  beside: 0.2,
  field: 0.3,
  image: 0.1,
} as const;
/** What stands around the content is shown only where it answers, and better than a stray word would. */
const leastMatchAround = 0.2;
/** What the best answer to the question adds. */
const matchWeight = 2.4;
/** An answer that stands around the content is less likely meant than one in it. */
const besideTrust = 0.8;
const boilerplateTrust = 0.6;
const asksForForm =
  /\b(?:forms?|fields?|inputs?|buttons?|submit|log\s?in|sign\s?(?:in|up)|options?|select|check\s?box|dropdown|placeholder)\b/i;
/** Bylines and dates answer questions that share no word with them. */
const asksForAuthor =
  /\b(?:who (?:wrote|is the author|are the authors|authored|published|posted|reported)|author|authors|written by|byline|writer)\b/i;
const asksForDate = /\b(?:when|date|dated|published|posted|updated|which (?:day|year|month))\b/i;
const dateLike = /\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/;
const longestByline = 140;
/** What a block of the kind that is asked for gains, whatever its words. */
const askedKindBonus = 0.8;

/**
 * The worth of each unit: where it stands, how near the top, and how well it answers.
 *
 * @param match 0 to 1 for each unit; undefined where nothing is asked or found
 * @param rows what rows of tables gain by their values; undefined where no values are asked for
 */
export function valueUnits(
  blocks: readonly StandingBlock[],
  units: readonly PageUnit[],
  {
    match,
    rows,
    question,
  }: { readonly match: Float64Array | undefined; readonly rows: Float64Array | undefined; readonly question: string },
): Float64Array {
  const asked = question.slice(0, 2000);
  const wantsForm = asksForForm.test(asked);
  const wantsAuthor = asksForAuthor.test(asked);
  const wantsDate = asksForDate.test(asked);
  const isAskedKind = ({ kind, text }: Block): boolean => {
    if (kind === 'field') return wantsForm;
    if (text.length > longestByline || kind === 'row' || kind === 'code' || kind === 'metadata') return false;
    return (wantsAuthor && isByline(text)) || (wantsDate && dateLike.test(text));
  };
  let main = 0;
  for (const { standing } of blocks) if (standing === 'main') main += 1;
  let passed = 0;
  let last = -1;
  const worth = new Float64Array(units.length);
  for (let unit = 0; unit < units.length; unit += 1) {
    const index = units[unit]!.block;
    const one = blocks[index]!;
    if (index !== last && one.standing === 'main') passed += 1;
    last = index;
    const found = match?.[unit] ?? 0;
    const isAround = one.standing === 'boilerplate' || (one.block.kind === 'metadata' && one.standing !== 'main');
    const bonus = isAskedKind(one.block) ? askedKindBonus : 0;
    if (isAround && found < leastMatchAround && !(wantsForm && bonus > 0)) continue;
    const prior = priorOf(one, passed / Math.max(1, main)) + bonus;
    worth[unit] = prior + (matchWeight * found + (rows?.[unit] ?? 0)) * trustOf(one);
  }
  return worth;
}

function trustOf({ block, standing }: StandingBlock): number {
  if (standing === 'main' || block.kind === 'metadata') return 1;
  return standing === 'beside' ? besideTrust : boilerplateTrust;
}

function priorOf({ block, standing }: StandingBlock, depth: number): number {
  if (block.kind === 'metadata') return standing === 'main' ? priors.leading : 0;
  if (standing === 'boilerplate') return 0;
  if (block.kind === 'image') return priors.image;
  if (standing === 'beside') return priors.beside;
  if (block.kind === 'heading') return block.level === 1 ? priors.leading : priors.heading;
  if (block.kind === 'field') return priors.field;
  return priors.top + (priors.bottom - priors.top) * depth;
}
