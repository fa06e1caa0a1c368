import { readAsked } from '../../relevance/columns/asked.ts';
import { labelTables } from '../../relevance/columns/label-tables.ts';
import { measureColumn } from '../../relevance/columns/measure-column.ts';
import { matchUnits } from '../../relevance/selection/match-units.ts';
import { selectUnits } from '../../relevance/selection/select-units.ts';
import { lineRange, unitHead } from '../../relevance/selection/text-units.ts';
import { charCodes } from '../../text/char-codes.ts';
import { isRecordForm } from '../../text/record-form/index.ts';
import type { Candidate, CompressContext, Compressor, Payload } from '../../types/compressor.ts';
import type { ConfigOutline } from './config-outline.ts';
import { losslessForms } from './lossless/lossless-config.ts';
import { nameFacts } from './name-facts.ts';
import { readConfigLines } from './read-lines.ts';
import { readXml } from './read-xml.ts';
import { scoreEntries } from './score-entries.ts';

/**
 * Makes configuration shorter: YAML, TOML, INI, properties, environment files, XML and property lists.
 *
 * Without loss records of one form are told as a template and rows, and XML as an outline. Beyond that lines (elements, where lines are long) stand whole with the keys, sections and elements on the path to them, or are left out; each gap is stated in its place, in YAML
 * and its like as a comment, at the indentation of what it stands for.
 *
 * @example
 * const candidate = configCompressor().compress({ text: yaml, kind: 'config', question: 'Which port does the service use?' }, context);
 */
export function configCompressor(): Compressor {
  return { name: 'config', kinds: ['config'], compress };
}

function compress({ text, question, toolInput }: Payload, context: CompressContext): Candidate | undefined {
  if (isRecordForm(text)) return undefined;
  const codes = charCodes(text);
  const whole = losslessCandidate({ text, codes }, context, context.fidelity === 'lossless' ? text.length : fittingLength(text, context));
  if (context.fidelity === 'lossless' || (whole?.tokens !== undefined && whole.tokens <= context.tokenBudget)) return whole;
  return selectEntries({ text, codes, question, toolInput }, context) ?? losslessCandidate({ text, codes }, context, text.length);
}

/** A text and its code units. */
interface ReadText {
  readonly text: string;
  readonly codes: Uint16Array;
}

/** A form without loss has at least so many tokens for each character, beside those of the text: what it leaves out is seldom much denser than what it keeps. */
const leastDensity = 0.7;

/** Beside a reversible form the lossless one must fit the budget: longer ones are not even written. */
function fittingLength(text: string, { tokensBefore, tokenBudget }: CompressContext): number {
  return (text.length * tokenBudget) / (leastDensity * Math.max(1, tokensBefore));
}

/** One that would have to be so small a part of the text to fit is not even looked for. */
const hopelessShare = 0.476;

function losslessCandidate({ text, codes }: ReadText, { count, tokensBefore }: CompressContext, most: number): Candidate | undefined {
  if (most < hopelessShare * text.length) return undefined;
  let best: Candidate | undefined;
  for (const form of losslessForms(text, { codes, most })) {
    const tokens = count(form);
    if (tokens < (best?.tokens ?? tokensBefore)) best = { text: form, fidelity: 'lossless', literals: 'folded', omissions: [], tokens };
  }
  return best;
}

function selectEntries(
  { text, codes, question, toolInput }: ReadText & Pick<Payload, 'question' | 'toolInput'>,
  context: CompressContext,
): Candidate | undefined {
  const outline = text.trimStart().startsWith('<') ? readXml(text, codes) : readConfigLines(text, codes);
  const { units, parents } = outline;
  const tables = [...outline.tables, ...labelTables(units, { codes })].map((table) => ({
    table,
    measures: table.columns.map(measureColumn),
  }));
  const match = matchUnits(units, question, toolInput, { parents, codes, neighbourShare: 0.25 });
  return selectUnits(
    {
      units,
      unitName: 'lines',
      parents,
      scores: scoreEntries(outline, { tables, match, asked: readAsked(question), question }),
      question,
      gap: (start, end, detail) => gapLine(outline, start, end, detail === 'facts' ? nameFacts(outline, start, end) : []),
      facts: (shown) => nameFacts(outline, 0, units.count, (unit) => shown[unit] === 0),
    },
    context,
  );
}

/** The statement of a gap, as deep as the first thing that it stands for. */
function gapLine({ units, kinds, commentSign }: ConfigOutline, start: number, end: number, facts: readonly string[]): string {
  let first = start;
  while (first < end - 1 && kinds[first] === 0) first += 1;
  const indent = /^[ \t]*/.exec(unitHead(units, first, 60))![0];
  const detail = facts.length === 0 ? '' : `: ${facts.join(', ')}`;
  return `${indent}${commentSign}[${lineRange(units, start, end)} offloaded${detail}]`;
}
