import { codeTable } from '../../../text/code-table.ts';
import { worthOf, type LogAnalysis } from './line-values.ts';
import { lineHead } from '../lines/log-lines.ts';

/** A line worth so much is not understood without what stands around it. */
const strong = 4;
const mostAfter = 14;
const mostFrames = 40;
const mostBefore = 5;
/** Above what a trace ends with stand its innermost frames, which tell where it was thrown. */
const innermostShare = 0.8;
const introducedShare = 0.9;

/** Frames, excerpts of sources, values compared, indented detail: they belong to the line above. */
const detail =
  /^\s{1,16}(?:at |#\d|File "|in |\.\.\.|\^|\||\d{1,5} [|│]|>|~|from )|^\s{0,4}(?:>|\||[+-]{1,2} |E {2}|-->|=|\d{1,3}: |#\d{1,3} (?: |0x))|^\s{2,}\S|^\t/;
/** Carets under a part of the line above say nothing alone. */
const underline = /^[\s^~]+$/;
const longestUnderline = 200;
/** Lines under which a report stands. */
const heading = /^\s{0,4}(?:_{3,}|={3,}|-{3,}|\*{3,}|#{3,}|failures:|RUNS|● )|^##\[group\]|^\$ |^\+ |^> \S|^(?:=== RUN|--- )/;

/**
 * Lifts what stands after a strong line (traces, differences, excerpts: slowly falling) and a little of what leads to it.
 *
 * @returns new values; a line keeps its own where that is higher
 */
export function liftContext(analysis: LogAnalysis, values: Float32Array): Float32Array {
  const { lines, scan, ending, traces } = analysis;
  const thrown = new Set(traces.thrown);
  const lifted = values.slice();
  const blank = (line: number): boolean => lines.ends[line] === lines.starts[line];
  const shareOf = (line: number): number => (scan.repeats[line]! > 1 ? 0.35 : 1);
  const raise = (line: number, value: number): void => {
    const share = value * shareOf(line);
    if (share > lifted[line]!) lifted[line] = share;
  };
  // What follows the verdict of a runner is cleaning up.
  const afterLine = ending.certainty === 'certain' ? ending.line : lines.count - 1;
  for (let line = 0; line < lines.count; line += 1) {
    const value = values[line]!;
    if (value < strong) continue;
    let share = 0.68;
    let blanks = 0;
    let ordinary = 0;
    for (
      let next = line + 1;
      !traces.headers.has(line) && next <= afterLine && next <= line + mostFrames && ordinary < mostAfter;
      next += 1
    ) {
      if (blank(next)) {
        blanks += 1;
        if (blanks > 1) break;
        share *= 0.85;
        continue;
      }
      const head = lineHead(lines, next, 40);
      if (head.startsWith('##[group]') || head.startsWith('##[endgroup]')) break;
      const belongs = detail.test(head);
      if (!belongs) ordinary += 1;
      share = next === line + 1 + blanks && introduces(lines, line) ? introducedShare : share * (belongs ? 0.93 : 0.7);
      if (value * share < 0.2) break;
      raise(next, value * share);
    }
    share = thrown.has(line) ? innermostShare : 0.5;
    for (let before = line - 1; before >= 0 && before >= line - mostBefore; before -= 1) {
      if (blank(before)) {
        share *= 0.7;
        continue;
      }
      if (underline.test(lineHead(lines, before, longestUnderline))) continue;
      raise(before, value * share * (heading.test(lineHead(lines, before, 40)) ? 1.3 : 1));
      share *= 0.72;
    }
  }
  if (ending.kind === 'failed') liftCommand(ending.line, { lines, lifted });
  liftSteps(analysis, lifted);
  return lifted;
}

/** What a line says of the next one (`Differing items:`) is worth little without it. */
function introduces({ text, starts, ends }: LogAnalysis['lines'], line: number): boolean {
  let end = ends[line]!;
  while (end > starts[line]! && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return end > starts[line]! && text.charCodeAt(end - 1) === 0x3a;
}

const command = /^##\[group\]Run |^\[command\]|^(?:\$|\+|>) \S|^\S{1,60}[$#%] \S/;
const commandSigns = codeTable((code) => ('#[$+>'.includes(String.fromCharCode(code)) ? 1 : 0));
const promptEnds = codeTable((code) => ('$#%'.includes(String.fromCharCode(code)) ? 1 : 0));
const commandWorth = 7;
const farthestCommand = 20_000;

/** The command whose step failed: the last one before the verdict. */
function liftCommand(end: number, { lines, lifted }: { lines: LogAnalysis['lines']; lifted: Float32Array }): void {
  for (let line = end - 1; line >= 0 && line > end - farthestCommand; line -= 1) {
    if (!mayBeCommand(lines, line) || !command.test(lineHead(lines, line, 80))) continue;
    lifted[line] = Math.max(lifted[line]!, commandWorth);
    return;
  }
}

/** A quick look at what a command may begin with, or its prompt end with. */
function mayBeCommand({ codes, starts, ends }: LogAnalysis['lines'], line: number): boolean {
  const start = starts[line]!;
  const end = Math.min(ends[line]!, start + 80);
  if (commandSigns[codes[start]!] === 1) return true;
  let at = start;
  while (at < end && codes[at] !== 0x20) at += 1;
  return at > start && promptEnds[codes[at - 1]!] === 1;
}

/** The name of a step and its command, as BuildKit writes them: `#12 [build 3/7] RUN make`; what the step says follows as `#12 0.8 …`. */
const stepName = /^#(\d{1,5}) \[/;
const stepLine = /^#(\d{1,5}) /;
const failedStepWorth = 7;

/** The command of each step of a container's build that failed: lines of parallel steps stand between it and what it said. */
function liftSteps(analysis: LogAnalysis, lifted: Float32Array): void {
  const { lines } = analysis;
  const names = new Map<string, number>();
  for (let line = 0; line < lines.count; line += 1) {
    if (lines.codes[lines.starts[line]!] !== 0x23) continue;
    const head = lineHead(lines, line, 24);
    const named = stepName.exec(head)?.[1];
    if (named !== undefined) {
      names.set(named, line);
      continue;
    }
    const step = stepLine.exec(head)?.[1];
    const name = step === undefined ? undefined : names.get(step);
    if (name !== undefined && worthOf(analysis, line) >= failedStepWorth) lifted[name] = Math.max(lifted[name]!, commandWorth);
  }
}
