import { lineHead, type LogLines } from '../lines/log-lines.ts';
import type { Scan } from '../pattern/scan-lines.ts';
import type { Verdicts } from './failing-point.ts';
import type { PythonTraces } from './python-traces.ts';

const worth = { last: 9, beforeLast: 5, first: 5, call: 9, verdict: 9, mark: 5, version: 5, thrown: 18 } as const;
/** What began and ended a run is short; a long line there is a dump. */
const longest = 400;
const mostVerdicts = 12;
/** What was called stands near the top, behind a prompt or in words. */
const callLines = 40;
const call = /^\s{0,4}[$%] \S|^[\w.@~:/-]{1,60}[$#] \S|^(?:command(?: line)?|invoked as|running): \S/i;
/** What ran is said in the first lines, in so many of them: failures hang on versions, and nothing further down tells them. */
const versionLines = 12;
const mostVersions = 3;
const longestVersion = 200;
const version = /\bversions?\b\S{0,2} {0,2}\S{0,24}\d/i;
/** Text that reads like our own statements was put there by somebody: a reader should see it. */
const ownMark = '<<ccr:';
const mostMarks = 8;
const mostThrown = 6;
/** A line that only opens or closes what a program wrapped its output in. */
const tagAlone = /^<\/?[A-Za-z][\w:.-]{0,60}>\s*$/;

interface AnchorInput {
  readonly scan: Scan;
  readonly zones: Float32Array;
  readonly traces: PythonTraces;
  readonly verdicts: Verdicts;
}

/**
 * Lines that stay whatever is asked: where a log begins, what was called, how it ends, each different word of a runner or a build tool that a step failed, and what traces end with; with what they are worth at least.
 */
export function findAnchors(lines: LogLines, { scan, zones, traces, verdicts }: AnchorInput): ReadonlyMap<number, number> {
  const anchors = new Map<number, number>();
  const anchor = (line: number, least: number): void => {
    if (line >= 0 && zones[line] === 1 && lines.ends[line]! - lines.starts[line]! <= longest)
      anchors.set(line, Math.max(anchors.get(line) ?? 0, least));
  };
  const last = spokenFrom(lines, lines.count - 1, -1);
  anchor(spokenFrom(lines, 0, 1), worth.first);
  anchor(spokenFrom(lines, last - 1, -1), worth.beforeLast);
  anchor(last, worth.last);
  anchor(firstCall(lines), worth.call);
  for (const line of versionedLines(lines)) anchor(line, worth.version);
  for (const line of markedLines(lines)) anchor(line, worth.mark);
  let certain = 0;
  for (let line = 0; line < lines.count && certain < mostVerdicts; line += 1) {
    if (verdicts[scan.patternOf[line]!] !== 1 || scan.repeats[line] !== 0) continue;
    anchor(line, worth.verdict);
    certain += 1;
  }
  for (const line of traces.thrown.slice(-mostThrown)) anchor(line, worth.thrown);
  return anchors;
}

function firstCall({ text, count, starts, ends }: LogLines): number {
  for (let line = 0; line < Math.min(count, callLines); line += 1)
    if (call.test(text.slice(starts[line], Math.min(ends[line]!, starts[line]! + longest)))) return line;
  return -1;
}

function versionedLines(lines: LogLines): readonly number[] {
  const found: number[] = [];
  for (let line = 0; line < Math.min(lines.count, versionLines) && found.length < mostVersions; line += 1)
    if (lines.ends[line]! - lines.starts[line]! <= longestVersion && version.test(lineHead(lines, line, longestVersion))) found.push(line);
  return found;
}

/** Lines that hold a marker in our grammar, the first few of them. */
function markedLines({ text, count, ends }: LogLines): readonly number[] {
  const marked: number[] = [];
  let line = 0;
  for (let at = text.indexOf(ownMark); at >= 0 && marked.length < mostMarks; at = text.indexOf(ownMark, at + 1)) {
    while (line < count && ends[line]! < at) line += 1;
    if (marked.at(-1) !== line) marked.push(line);
  }
  return marked;
}

/** The next line with a letter or a digit in it that is no tag alone, or -1. */
function spokenFrom(lines: LogLines, from: number, step: 1 | -1): number {
  for (let line = from; line >= 0 && line < lines.count; line += step) {
    const head = lineHead(lines, line, longest);
    if (/[\p{L}\p{N}]/u.test(head) && !tagAlone.test(head)) return line;
  }
  return -1;
}
