import { lineHead, type LogLines } from '../lines/log-lines.ts';
import type { Scan } from '../pattern/scan-lines.ts';
import { isCertainVerdict } from './failing-point.ts';
import type { PythonTraces } from './python-traces.ts';

const worth = { last: 9, beforeLast: 5, first: 5, verdict: 9, thrown: 18 } as const;
/** What began and ended a run is short; a long line there is a dump. */
const longest = 400;
const mostVerdicts = 12;
const mostThrown = 6;
/** A line that only opens or closes what a program wrapped its output in. */
const tagAlone = /^<\/?[A-Za-z][\w:.-]{0,60}>\s*$/;

interface AnchorInput {
  readonly scan: Scan;
  readonly zones: Float32Array;
  readonly traces: PythonTraces;
}

/**
 * Lines that stay whatever is asked: where a log begins, how it ends, each different word of a runner or a build tool that a step failed, and what traces end with; with what they are worth at least.
 */
export function findAnchors(lines: LogLines, { scan, zones, traces }: AnchorInput): ReadonlyMap<number, number> {
  const anchors = new Map<number, number>();
  const anchor = (line: number, least: number): void => {
    if (line >= 0 && zones[line] === 1 && lines.ends[line]! - lines.starts[line]! <= longest)
      anchors.set(line, Math.max(anchors.get(line) ?? 0, least));
  };
  const last = spokenFrom(lines, lines.count - 1, -1);
  anchor(spokenFrom(lines, 0, 1), worth.first);
  anchor(spokenFrom(lines, last - 1, -1), worth.beforeLast);
  anchor(last, worth.last);
  const isVerdict = scan.patterns.map((pattern) => isCertainVerdict(lines, pattern));
  let verdicts = 0;
  for (let line = 0; line < lines.count && verdicts < mostVerdicts; line += 1) {
    if (isVerdict[scan.patternOf[line]!] !== true || scan.repeats[line] !== 0) continue;
    anchor(line, worth.verdict);
    verdicts += 1;
  }
  for (const line of traces.thrown.slice(-mostThrown)) anchor(line, worth.thrown);
  return anchors;
}

/** The next line with a letter or a digit in it that is no tag alone, or -1. */
function spokenFrom(lines: LogLines, from: number, step: 1 | -1): number {
  for (let line = from; line >= 0 && line < lines.count; line += step) {
    const head = lineHead(lines, line, longest);
    if (/[\p{L}\p{N}]/u.test(head) && !tagAlone.test(head)) return line;
  }
  return -1;
}
