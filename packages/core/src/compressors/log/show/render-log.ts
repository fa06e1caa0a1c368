import { countFact } from '../../../marker/index.ts';
import type { Omission } from '../../../types/compressor.ts';
import type { FoldStatement } from './fold-statements.ts';
import { createLevelCounter, type LevelOf } from './levels.ts';
import { reportsFailure, type LogAnalysis } from '../value/line-values.ts';
import type { LogLines } from '../lines/log-lines.ts';
import { showLine, type LineView } from './show-line.ts';

/** A log with some of its lines left out. */
export interface RenderedLog {
  readonly text: string;
  readonly omissions: readonly Omission[];
}

/** How a log is written. */
export interface RenderLogOptions {
  /** How lines are cut that are too long to be shown whole. */
  readonly view: LineView;
  /** Statements about lines like a shown one. */
  readonly statements: readonly FoldStatement[];
  /** The levels of lines, read once for all renderings. */
  readonly levelOf: LevelOf;
}

/** Writes the shown lines in their order, each gap stated in its place by a line of its own. */
export function renderLog(analysis: LogAnalysis, shown: Uint8Array, options: RenderLogOptions): RenderedLog {
  const { lines } = analysis;
  const statements = new Map(options.statements.map(({ line, text }) => [line, text]));
  const levels = createLevelCounter(options.levelOf);
  const out = preamble(lines);
  let omitted = 0;
  let characters = 0;
  let origin = -1;
  for (let line = 0; line < lines.count;) {
    if (shown[line] === 1) {
      origin = pushOrigin(out, lines, { line, before: origin });
      characters += pushLine(out, lines, { line, view: options.view });
      const statement = statements.get(line);
      if (statement !== undefined) out.push(statement);
      line += 1;
      continue;
    }
    const start = line;
    for (; line < lines.count && shown[line] === 0; line += 1) levels.add(line);
    omitted += line - start;
    out.push(gapLine(analysis, start, line));
  }
  return { text: out.join('\n'), omissions: omissionsOf(omitted, characters, levels.facts()) };
}

/** Says the job and step of a line where they are other than those of the line shown before. @returns the origin of the line */
function pushOrigin(out: string[], { stamps }: LogLines, { line, before }: { line: number; before: number }): number {
  const origin = stamps?.originOf[line] ?? -1;
  if (origin < 0 || origin === before) return before;
  out.push(`[in ${stamps!.origins[origin]!.replace('\t', ' / ')}:]`);
  return origin;
}

/** @returns characters of the line that are missing */
function pushLine(out: string[], lines: LogLines, { line, view }: { line: number; view: LineView }): number {
  const states = lines.terminal.overwritten.get(line);
  if (states !== undefined) out.push(`[line ${line + 1}: ${states} overwritten ${states === 1 ? 'state' : 'states'} offloaded]`);
  const { text, missing } = showLine(lines, line, view);
  out.push(text);
  return missing;
}

/** What was left out of the lines themselves, before the first of them. */
function preamble({ terminal, stamps }: LogLines): string[] {
  const parts: string[] = [];
  if (stamps !== undefined)
    parts.push(
      `${stamps.origins.length > 0 ? 'jobs, steps and times' : 'times'} before ${stamps.lines} lines (${seconds(stamps.first)} to ${seconds(stamps.last)})`,
    );
  if (terminal.codes > 0) parts.push(`${terminal.codes} terminal codes`);
  return parts.length === 0 ? [] : [`[offloaded: ${parts.join(', ')}]`];
}

function seconds(stamp: string): string {
  return stamp.slice(0, 19);
}

function gapLine(analysis: LogAnalysis, start: number, end: number): string {
  let failures = 0;
  for (let line = start; line < end; line += 1) if (reportsFailure(analysis, line)) failures += 1;
  const range = end - start === 1 ? `line ${end}` : `lines ${start + 1}-${end}`;
  return failures === 0 ? `[${range} offloaded]` : `[${range} offloaded: ${countFact(failures, 'error-like')}]`;
}

function omissionsOf(lines: number, characters: number, facts: readonly string[]): Omission[] {
  const omissions: Omission[] = [];
  if (lines > 0) omissions.push({ unit: 'lines', count: lines, where: '', facts });
  if (characters > 0) omissions.push({ unit: 'characters', count: characters, where: '', facts: [] });
  return omissions;
}
