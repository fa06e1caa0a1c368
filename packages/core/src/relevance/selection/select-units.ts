import type { Candidate, CompressContext } from '../../types/compressor.ts';
import { chooseRuns } from './choose-runs.ts';
import { chooseUnits } from './choose-units.ts';
import { renderUnits } from './render-units.ts';
import { createUnitView, type CutText } from './show-unit.ts';
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

type SelectedUnits = Candidate & { readonly tokens: number };

/** Facts make a marker longer than the one that `handleTokens` was counted from. */
const factTokens = 16;
const mostFacts = 4;
const longestUnit = 900;
const shortestUnit = 400;
/** Where a view takes less of its budget than this, its few long lines are shown longer. */
const unusedShare = 0.7;
/** Minified text holds about so many characters in a token; encoded bytes and other scripts hold fewer, and are cut shorter where the first does not fit. */
const longCharactersPerToken = [2.8, 1.4] as const;
/** Gaps that say more than their place, the largest first, and the tokens of the budget that call for one. */
const mostTellingGaps = 12;
const tokensPerTellingGap = 300;

/** Takes the units that are worth most within the budget; undefined where nothing is left out or nothing fits. */
export function selectUnits(selection: Selection, context: CompressContext): Candidate | undefined {
  const budget = context.tokenBudget - context.handleTokens - factTokens;
  if (budget <= 0 || selection.units.count === 0) return undefined;
  const usual = Math.max(shortestUnit, Math.min(longestUnit, budget));
  const selected = select(selection, context, { budget, longest: usual });
  if (selected === undefined || selected.tokens >= budget * unusedShare) return selected;
  return longer(selection, context, { budget, usual, left: leftOut(selection, selected) }) ?? selected;
}

interface Longer {
  readonly budget: number;
  readonly usual: number;
  /** Units that are left out where long lines are cut as usual: no others make room for longer ones. */
  readonly left: number;
}

/** Shows more of the long lines than is usual, as much as fits beside all that is shown without. */
function longer(selection: Selection, context: CompressContext, { budget, usual, left }: Longer): Candidate | undefined {
  for (const charactersPerToken of longCharactersPerToken) {
    const longest = longestShown(selection.units, usual, budget * charactersPerToken);
    if (longest === usual) return undefined;
    const selected = select(selection, context, { budget, longest });
    if (selected !== undefined && leftOut(selection, selected) <= left) return selected;
  }
  return undefined;
}

function leftOut({ unitName }: Selection, { omissions }: Candidate): number {
  return omissions.find(({ unit }) => unit === unitName)?.count ?? 0;
}

function select(
  selection: Selection,
  context: CompressContext,
  { budget, longest }: { budget: number; longest: number },
): SelectedUnits | undefined {
  const { units, scores, parents, question } = selection;
  const view = createUnitView(longest, question);
  const spell = selection.spell ?? ((unit: number) => unitText(units, unit));
  // A long unit is searched for what is asked: once, though its tokens are counted first and it is rendered several times.
  const known = new Map<number, CutText>();
  const cut = (unit: number): CutText => {
    let shown = known.get(unit);
    if (shown === undefined) known.set(unit, (shown = view.cut(spell(unit))));
    return shown;
  };
  const isVerbatim = (unit: number): boolean => selection.spell === undefined && units.ends[unit]! - units.starts[unit]! <= longest;
  const show = (unit: number): string => (isVerbatim(unit) ? unitText(units, unit) : cut(unit).text);
  const request = {
    units,
    scores,
    parents,
    budget,
    count: context.count,
    render: (kept: Uint8Array) =>
      renderUnits(units, kept, { show, isVerbatim, gap: tellGaps(selection, kept, budget), preamble: selection.preamble ?? [] }),
  };
  // Lines of one text are alike: what each takes by itself is not worth counting, since the whole is counted in any case.
  const tokensPerCharacter = context.tokensBefore / units.text.length;
  const tokens = (unit: number): number => tokensPerCharacter * Math.min(longest, units.ends[unit]! - units.starts[unit]!);
  const fitted = question.trim() === '' ? chooseRuns(request) : chooseUnits({ ...request, tokens });
  if (fitted === undefined || fitted.tokens >= context.tokensBefore) return undefined;
  const { text, shown, omitted } = fitted.rendered;
  const characters = cutCharacters(shown, (unit) => (isVerbatim(unit) ? 0 : cut(unit).missing));
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

/** Where the text is a few long lines (minified code, one dumped document), they share the budget: a view of a few hundred characters each would leave it unused. */
function longestShown({ count, starts, ends }: TextUnits, usual: number, characters: number): number {
  let long = 0;
  let short = 0;
  for (let unit = 0; unit < count; unit += 1) {
    const length = ends[unit]! - starts[unit]!;
    if (length > usual) long += 1;
    else short += length;
  }
  return long === 0 ? usual : Math.max(usual, Math.floor((characters - short) / long));
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
