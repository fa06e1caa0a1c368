import { chooseUnits } from '../../relevance/selection/choose-units.ts';
import { matchUnits } from '../../relevance/selection/match-units.ts';
import { createUnitView, type CutText, type UnitView } from '../../relevance/selection/show-unit.ts';
import type { TextUnits } from '../../relevance/selection/text-units.ts';
import type { Candidate, CompressContext, Compressor, Omission, Payload } from '../../types/compressor.ts';
import { scoreTableRows } from './content/score-table-rows.ts';
import { standingBlocks } from './content/standing-blocks.ts';
import { valueUnits } from './content/value-units.ts';
import { readPage } from './page/read-page.ts';
import { readWebArchive } from './source/read-web-archive.ts';
import { splitPreamble } from './source/split-preamble.ts';
import { chooseLinkStyle } from './write/choose-link-style.ts';
import { pageUnits, parentsOf, type PageUnit, type StandingBlock } from './write/page-units.ts';
import { renderPage, type RenderedPage } from './write/render-page.ts';
import { createGapTeller, type GapTeller } from './write/tell-gaps.ts';

/**
 * Makes HTML shorter: pages, fragments of them, and pages saved as web archives.
 *
 * The page becomes Markdown: what it says about itself, and its main content with headings, lists, tables, code and forms. Scripts, styles and what stands around the
 * content are left out and counted, so the form is never lossless. With a question, blocks are ranked by it under their headings and taken until the budget is full.
 *
 * @example
 * const candidate = htmlCompressor().compress({ text: page, kind: 'html', question: 'Who wrote this?' }, context);
 */
export function htmlCompressor(): Compressor {
  return { name: 'html', kinds: ['html'], compress };
}

/** Facts make a marker longer than the one that `handleTokens` was counted from. */
const factTokens = 16;
/** Most of a page's tokens are markup, so what answers a question needs less of the budget than in other texts. */
const askedShare = 0.35;
/** Tokens that even a small page may take. */
const leastAsked = 450;
/** More than texts hold in a token. */
const mostCharactersPerToken = 16;
const longestUnit = 1600;
const shortestUnit = 400;

function compress({ text, question, toolInput }: Payload, context: CompressContext): Candidate | undefined {
  if (context.fidelity === 'lossless') return undefined;
  const archive = readWebArchive(text);
  const { html, preamble } = archive === undefined ? splitPreamble(text) : { html: archive.html, preamble: undefined };
  const page = readPage(html);
  const blocks: StandingBlock[] = preamble === undefined ? [] : [{ block: preamble, standing: 'main' }];
  for (const block of standingBlocks(archive === undefined ? page : { ...page, facts: [...archive.facts, ...page.facts] }))
    blocks.push(block);
  if (!blocks.some(({ block }) => block.kind !== 'metadata' && block !== preamble)) return undefined;

  const links = chooseLinkStyle(blocks, question);
  const units = pageUnits(blocks, links.style);
  const isAsked = question.trim() !== '';
  const allowed = isAsked
    ? Math.min(context.tokenBudget, Math.max(leastAsked, Math.floor(context.tokenBudget * askedShare)))
    : context.tokenBudget;
  const budget = allowed - context.handleTokens - factTokens;
  if (budget <= 0) return undefined;
  const teller = createGapTeller(blocks, units, archive === undefined ? text : undefined);
  const fitted =
    (isAsked ? undefined : wholeContent(blocks, units, { budget, context, teller })) ??
    chosenContent({ blocks, units, question, toolInput, budget, context, teller });
  if (fitted === undefined || fitted.tokens >= context.tokensBefore) return undefined;
  const omissions = omissionsOf(blocks, units, fitted.shown, {
    teller,
    tags: page.tags,
    links: links.hidden,
    characters: fitted.characters,
  });
  // A text without any tag is no page: what made it shorter could not be told.
  if (omissions.length === 0) return undefined;
  return { text: fitted.text, fidelity: 'reversible', tokens: fitted.tokens, omissions };
}

interface Fitted extends RenderedPage {
  readonly tokens: number;
  /** Characters missing from units that are shown in part. */
  readonly characters: number;
}

interface Means {
  readonly budget: number;
  readonly context: CompressContext;
  readonly teller: GapTeller;
}

/** All of the main content, if it fits: what has too many characters is not written first. */
function wholeContent(
  blocks: readonly StandingBlock[],
  units: readonly PageUnit[],
  { budget, context, teller }: Means,
): Fitted | undefined {
  const kept = new Uint8Array(units.length);
  let characters = 0;
  for (let unit = 0; unit < units.length; unit += 1) {
    const { block, text } = units[unit]!;
    const one = blocks[block]!;
    if (one.standing !== 'main' || one.block.kind === 'image') continue;
    kept[unit] = 1;
    characters += text.length;
  }
  if (characters > budget * mostCharactersPerToken) return undefined;
  const rendered = renderPage({ blocks, units, show: (unit) => units[unit]!.text, gap: teller.gap }, kept);
  const tokens = context.count(rendered.text);
  return tokens <= budget && rendered.text !== '' ? { ...rendered, tokens, characters: 0 } : undefined;
}

interface ChooseContent extends Means {
  readonly blocks: readonly StandingBlock[];
  readonly units: readonly PageUnit[];
  readonly question: string;
  readonly toolInput: unknown;
}

/** What answers the question and what a page begins with, as far as the budget goes. */
function chosenContent({ blocks, units, question, toolInput, budget, context, teller }: ChooseContent): Fitted | undefined {
  const parents = parentsOf(blocks, units);
  const texts = textUnits(units.map(({ text }) => text));
  const match = matchUnits(searchable(texts, units), question, toolInput, { parents });
  const scores = valueUnits(blocks, units, { match, rows: scoreTableRows(blocks, units, question), question });
  const show = showOnce(units, Math.max(shortestUnit, Math.min(longestUnit, budget)), question);
  const fitted = chooseUnits({
    units: texts,
    scores,
    parents,
    budget,
    count: context.count,
    tokens: (unit) => context.count(show(unit).text),
    render: (kept) => renderPage({ blocks, units, show: (unit) => show(unit).text, gap: teller.gap }, kept),
  });
  if (fitted === undefined) return undefined;
  const { text, shown } = fitted.rendered;
  let characters = 0;
  for (let unit = 0; unit < units.length; unit += 1) if (shown[unit] === 1) characters += show(unit).missing;
  return { text, shown, tokens: fitted.tokens, characters };
}

/** Shows units; one of more than `longest` characters is searched for what is asked once, though its tokens are counted first and it is rendered several times. */
function showOnce(units: readonly PageUnit[], longest: number, question: string): (unit: number) => CutText {
  const known: CutText[] = [];
  let view: UnitView | undefined;
  return (unit) => {
    const { text } = units[unit]!;
    if (text.length <= longest) return { text, missing: 0 };
    view ??= createUnitView(longest, question);
    return (known[unit] ??= view.cut(text));
  };
}

/** What units are found by: signs that are asked for by a word say it. */
function searchable(texts: TextUnits, units: readonly PageUnit[]): TextUnits {
  return texts.text.includes('©') ? textUnits(units.map(({ text }) => text.replaceAll('©', '© copyright '))) : texts;
}

/** Texts as ranges of one. */
function textUnits(texts: readonly string[]): TextUnits {
  const count = texts.length;
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const numbers = new Int32Array(count);
  let at = 0;
  for (let unit = 0; unit < count; unit += 1) {
    starts[unit] = at;
    at += texts[unit]!.length;
    ends[unit] = at;
    at += 1;
    numbers[unit] = unit + 1;
  }
  return { text: texts.join('\n'), count, starts, ends, firstLines: numbers, lastLines: numbers };
}

interface LeftOut {
  readonly teller: GapTeller;
  readonly tags: number;
  readonly links: number;
  readonly characters: number;
}

function omissionsOf(
  blocks: readonly StandingBlock[],
  units: readonly PageUnit[],
  shown: Uint8Array,
  { teller, tags, links, characters }: LeftOut,
): readonly Omission[] {
  const inView = new Uint8Array(blocks.length);
  units.forEach(({ block }, unit) => {
    if (shown[unit] === 1) inView[block] = 1;
  });
  const missing = inView.reduce((count, one) => count + 1 - one, 0);
  const sentences = units.reduce((count, { block }, unit) => count + (shown[unit] === 0 && inView[block] === 1 ? 1 : 0), 0);
  const omission = (unit: string, count: number, facts: readonly string[] = []): readonly Omission[] =>
    count === 0 ? [] : [{ unit, count, where: '', facts }];
  return [
    ...omission('blocks', missing, teller.kinds((block) => inView[block] === 0).slice(0, 4)),
    ...omission('sentences', sentences),
    ...omission('characters', characters),
    ...omission('link_targets', links),
    ...omission('tags', tags),
  ];
}
