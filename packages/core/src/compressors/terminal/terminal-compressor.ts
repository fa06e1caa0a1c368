import { readAsked } from '../../relevance/columns/asked.ts';
import { gapFacts, omittedFacts } from '../../relevance/columns/gap-facts.ts';
import { labelTables } from '../../relevance/columns/label-tables.ts';
import { measureColumn } from '../../relevance/columns/measure-column.ts';
import { createRowFacts } from '../../relevance/columns/row-facts.ts';
import { matchUnits } from '../../relevance/selection/match-units.ts';
import { selectUnits } from '../../relevance/selection/select-units.ts';
import { lineRange, type TextUnits } from '../../relevance/selection/text-units.ts';
import type { Candidate, CompressContext, Compressor, Payload } from '../../types/compressor.ts';
import { findBlocks, type Block } from './find-headers.ts';
import { findParents, joinRuled } from './find-parents.ts';
import { readDepths } from './line-depths.ts';
import { readListing, type Listing } from './listing.ts';
import { markLines, type LineMarks } from './line-marks.ts';
import { readCells } from './read-cells.ts';
import { shareMatch } from './share-match.ts';
import { scoreLines, type ListingAnalysis } from './score-lines.ts';
import { squeezedOpening, squeezePadding, type SqueezedLines } from './squeeze-padding.ts';
import { findRuledTables } from './ruled-tables.ts';

/**
 * Makes the output of commands shorter: tables in fixed columns, listings, trees, records, histories, and other lines that no other kind claims.
 *
 * Without loss the padding between columns goes. Beyond that whole lines stand or are left out, each gap stated in its place; names of columns, first and last lines,
 * totals, what is rare or far off in its column, and what the question asks for stay.
 *
 * @example
 * const candidate = terminalCompressor().compress({ text: listing, kind: 'terminal', question: 'What is the largest file?' }, context);
 */
export function terminalCompressor(): Compressor {
  return { name: 'terminal', kinds: ['terminal', 'text'], compress };
}

/** Padding is left out only where that saves this share of the text; otherwise lines stand as they came. */
const leastSaving = 0.12;

function compress(payload: Payload, context: CompressContext): Candidate | undefined {
  const { text, question, toolInput } = payload;
  if (text.startsWith(squeezedOpening)) return undefined;
  const listing = readListing(text);
  const { units } = listing;
  const blocks = findBlocks(listing);
  const squeezed = squeezePadding(listing, blocks);
  const whole = losslessCandidate(units, squeezed, context);
  if (context.fidelity === 'lossless' || (whole?.tokens !== undefined && whole.tokens <= context.tokenBudget)) return whole;
  const analysis = analyse(listing, { blocks, question, toolInput });
  const told = analysis.tables.map(({ table, measures }) => ({ table, facts: createRowFacts(measures, analysis.asked) }));
  const squeezes = squeezed.saved >= text.length * leastSaving;
  const reduced = selectUnits(
    {
      units,
      unitName: 'lines',
      scores: scoreLines(analysis),
      parents: analysis.outline.parents,
      question,
      gap: (start, end, detail) =>
        gapLine(units, start, end, detail === 'facts' ? factsIn(analysis, start, end, gapFacts(told, start, end)) : []),
      facts: (shown) => (isMostlyDense(analysis) ? ['encoded bytes'] : omittedFacts(told, shown)),
      ...(squeezes ? { spell: (line: number) => squeezed.spell(line), preamble: [squeezedOpening] } : {}),
    },
    context,
  );
  return reduced ?? whole;
}

/** The lossless form where it is smaller. It is not even counted where it could not be chosen: beside a reversible form it must fit the budget. */
function losslessCandidate(units: TextUnits, { saved, spell }: SqueezedLines, context: CompressContext): Candidate | undefined {
  if (saved < units.text.length * 0.02 || saved < 2 * squeezedOpening.length) return undefined;
  if (context.fidelity === 'reversible' && (1 - saved / units.text.length) * context.tokensBefore > 2.5 * context.tokenBudget)
    return undefined;
  const lines = [squeezedOpening];
  for (let line = 0; line < units.count; line += 1) lines.push(spell(line));
  const text = lines.join('\n') + (units.text.endsWith('\n') ? '\n' : '');
  const tokens = context.count(text);
  return tokens < context.tokensBefore ? { text, fidelity: 'lossless', omissions: [], tokens } : undefined;
}

interface AnalysisRequest {
  readonly blocks: readonly Block[];
  readonly question: string;
  readonly toolInput: unknown;
}

function analyse(listing: Listing, { blocks, question, toolInput }: AnalysisRequest): ListingAnalysis {
  const { units } = listing;
  const depths = readDepths(units);
  const outline = findParents(listing, blocks, depths);
  const known = new Set(blocks.map(({ header }) => header));
  const ruled = findRuledTables(units).filter(({ header }) => !known.has(header));
  joinRuled(units, ruled, outline.parents);
  const recorded = outline.heads.includes(1) || depths.layout !== 'flat';
  const tabled = new Uint8Array(units.count);
  for (const { header, table } of ruled) tabled.fill(1, header, table.rows.at(-1)! + 1);
  const tables = blocks.flatMap((block) => {
    if (block.header < 0 && (recorded || tabled.subarray(block.start, block.end).includes(1))) return [];
    const table = readCells(listing, block);
    if (table === undefined) return [];
    // A long listing without names has its columns; its lines are no labels.
    if (block.header >= 0 || table.rows.length >= fewestListed) tabled.fill(1, Math.max(block.start, block.header), block.end);
    return table;
  });
  const match = matchUnits(units, question, toolInput, {
    parents: outline.parents,
    neighbourShare: recorded ? 0.3 : 0.1,
    codes: listing.codes,
  });
  if (match !== undefined) shareMatch(match, { units, blocks, outline, depths });
  return {
    count: units.count,
    blocks,
    depths,
    outline,
    marks: markLines(listing),
    tables: [...tables, ...ruled.map(({ table }) => table), ...labelTables(units, { skip: tabled, codes: listing.codes })].map((table) => ({
      table,
      measures: table.columns.map(measureColumn),
    })),
    match,
    asked: readAsked(question),
    question,
  };
}

/** Blocks of fewer lines without names may be labels and values. */
const fewestListed = 400;

function isMostlyDense({ marks, count }: ListingAnalysis): boolean {
  return countDense(marks, 0, count) * 2 > count;
}

function factsIn({ marks }: ListingAnalysis, start: number, end: number, facts: readonly string[]): readonly string[] {
  const dense = countDense(marks, start, end);
  return dense * 2 > end - start ? [`${dense} of encoded bytes`] : facts;
}

function countDense({ dense }: LineMarks, start: number, end: number): number {
  let count = 0;
  for (let line = start; line < end; line += 1) count += dense[line]!;
  return count;
}

function gapLine(units: TextUnits, start: number, end: number, facts: readonly string[]): string {
  const range = lineRange(units, start, end);
  return facts.length === 0 ? `[${range} offloaded]` : `[${range} offloaded: ${facts.join('; ')}]`;
}
