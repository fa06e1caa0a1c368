import type { Candidate, CompressContext } from '../../types/compressor.ts';
import { chooseUnits } from './choose-units.ts';
import { renderUnits } from './render-units.ts';
import { createUnitView } from './show-unit.ts';
import { unitText, type TextUnits } from './text-units.ts';

/** All that decides which units of a text stay in view, and how the rest is told. */
export interface Selection {
  readonly units: TextUnits;
  /** What the units are called where many of them are left out: `lines`, `rows`, `elements`. */
  readonly unitName: string;
  readonly scores: Float64Array;
  /** For each unit the one above it that must be shown with it, or -1; always an earlier one. */
  readonly parents: Int32Array;
  readonly question: string;
  /** The line that stands for the units from `start` to before `end`; `detail` says whether this gap may say more than its place. */
  readonly gap: (start: number, end: number, detail: 'facts' | 'place') => string;
  /** Facts about all that is not shown. */
  readonly facts: (shown: Uint8Array) => readonly string[];
  /** What a unit is shown as; its own text by default. */
  readonly spell?: (unit: number) => string;
  readonly preamble?: readonly string[];
}

/** Facts make a marker longer than the one that `handleTokens` was counted from. */
const factTokens = 16;
const mostFacts = 4;
const longestUnit = 900;
const shortestUnit = 400;
/** Gaps that say more than their place, the largest first, and the tokens of the budget that call for one. */
const mostTellingGaps = 12;
const tokensPerTellingGap = 300;

/** Takes the units that are worth most within the budget; undefined where nothing is left out or nothing fits. */
export function selectUnits(selection: Selection, context: CompressContext): Candidate | undefined {
  const { units, scores, parents, question } = selection;
  const budget = context.tokenBudget - context.handleTokens - factTokens;
  if (budget <= 0 || units.count === 0) return undefined;
  const view = createUnitView(Math.max(shortestUnit, Math.min(longestUnit, budget)), question);
  const spell = selection.spell ?? ((unit: number) => unitText(units, unit));
  const show = (unit: number): string => view.show(spell(unit));
  const fitted = chooseUnits({
    units,
    scores,
    parents,
    budget,
    count: context.count,
    show,
    render: (kept) => renderUnits(units, kept, { show, gap: tellGaps(selection, kept, budget), preamble: selection.preamble ?? [] }),
  });
  if (fitted === undefined || fitted.tokens >= context.tokensBefore) return undefined;
  const { text, shown, omitted } = fitted.rendered;
  const characters = cutCharacters(shown, (unit) => view.missing(spell(unit)));
  if (omitted === 0 && characters === 0) return undefined;
  return {
    text,
    fidelity: 'reversible',
    tokens: fitted.tokens,
    omissions: [
      ...(omitted === 0
        ? []
        : [{ unit: selection.unitName, count: omitted, where: '', facts: selection.facts(shown).slice(0, mostFacts) }]),
      ...(characters === 0 ? [] : [{ unit: 'characters', count: characters, where: '', facts: [] }]),
    ],
  };
}

/** The largest gaps say what they hold, as many as the budget bears. */
function tellGaps({ units, gap }: Selection, kept: Uint8Array, budget: number): (start: number, end: number) => string {
  const sizes: number[] = [];
  for (let unit = 0; unit < units.count;) {
    const start = unit;
    while (unit < units.count && kept[unit] === 0) unit += 1;
    if (unit > start) sizes.push(unit - start);
    else unit += 1;
  }
  const telling = Math.min(mostTellingGaps, Math.ceil(budget / tokensPerTellingGap));
  const least = sizes.sort((a, b) => b - a)[telling - 1] ?? 0;
  return (start, end) => gap(start, end, end - start >= least ? 'facts' : 'place');
}

function cutCharacters(shown: Uint8Array, missing: (unit: number) => number): number {
  let characters = 0;
  for (let unit = 0; unit < shown.length; unit += 1) if (shown[unit] === 1) characters += missing(unit);
  return characters;
}
