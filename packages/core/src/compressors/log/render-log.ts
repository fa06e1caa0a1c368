import { countFact } from '../../marker/index.ts';
import type { Omission } from '../../types/compressor.ts';
import { createLevelCounter } from './levels.ts';
import { reportsFailure, type LogAnalysis } from './line-values.ts';
import type { LogLines } from './log-lines.ts';
import { showLine } from './shown-line.ts';

/** A log with some of its lines left out. */
export interface RenderedLog {
  readonly text: string;
  readonly omissions: readonly Omission[];
}

/** A gap shorter than what would tell of it is shown. */
const smallGapLines = 3;
const smallGapCharacters = 28;
const singleLineCharacters = 40;

/** Writes the kept lines in their order, each gap stated in its place by a line of its own. */
export function renderLog(analysis: LogAnalysis, kept: Uint8Array, longestLine: number): RenderedLog {
  const { lines, scan } = analysis;
  const out = [...preamble(lines)];
  const levels = createLevelCounter(lines, scan);
  let omitted = 0;
  let characters = 0;
  const show = (line: number): void => {
    const states = lines.terminal.overwritten.get(line);
    if (states !== undefined) out.push(`[line ${line + 1}: ${states} overwritten ${states === 1 ? 'state' : 'states'} offloaded]`);
    const { text, missing } = showLine(lines, line, longestLine);
    characters += missing;
    out.push(text);
  };
  for (let line = 0; line < lines.count; ) {
    if (kept[line] === 1) {
      show(line);
      line += 1;
      continue;
    }
    const start = line;
    while (line < lines.count && kept[line] === 0) line += 1;
    if (isSmallGap(lines, start, line)) {
      for (let inside = start; inside < line; inside += 1) show(inside);
      continue;
    }
    for (let inside = start; inside < line; inside += 1) levels.add(inside);
    omitted += line - start;
    out.push(gapLine(analysis, start, line));
  }
  return { text: out.join('\n'), omissions: omissionsOf(omitted, characters, levels.facts()) };
}

/** What was left out of the lines themselves, before the first of them. */
function preamble({ terminal, stamps }: LogLines): string[] {
  const parts: string[] = [];
  if (stamps !== undefined) parts.push(`times before ${stamps.lines} lines (${seconds(stamps.first)} to ${seconds(stamps.last)})`);
  if (terminal.codes > 0) parts.push(`${terminal.codes} terminal codes`);
  return parts.length === 0 ? [] : [`[offloaded: ${parts.join(', ')}]`];
}

function seconds(stamp: string): string {
  return stamp.slice(0, 19);
}

function isSmallGap({ starts, ends }: LogLines, start: number, end: number): boolean {
  if (end - start > smallGapLines) return false;
  let characters = 0;
  for (let line = start; line < end; line += 1) characters += ends[line]! - starts[line]!;
  return characters <= (end - start === 1 ? singleLineCharacters : smallGapCharacters);
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
