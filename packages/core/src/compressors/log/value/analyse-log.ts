import { beginsWithTime } from '../../../detect/timestamps.ts';
import { askedEnds } from './asked-ends.ts';
import { findAnchors } from './anchor-lines.ts';
import { findEnding, judgeVerdicts } from './failing-point.ts';
import type { LogAnalysis } from './line-values.ts';
import { judgePatterns } from './line-worth.ts';
import { lineHead, readLogLines, type LogLines } from '../lines/log-lines.ts';
import { findFamilies } from '../pattern/message-families.ts';
import { findPythonTraces } from './python-traces.ts';
import { matchQuestion } from './question-match.ts';
import { findOddities } from './slot-oddities.ts';
import { scanLines } from '../pattern/scan-lines.ts';
import { findTemplates } from '../pattern/templates.ts';
import { zoneShares } from './zones.ts';

/** A question about times needs the times that a runner put before the lines. */
const asksForTime = /\b(?:when|what time|timestamps?|how long|duration|slow(?:est|er)?|at which time)\b/i;

/** Reads a log once: its lines, their templates, worth and place, and what the question finds in them. Linear. */
export function analyseLog(text: string, question: string, toolInput: unknown): LogAnalysis {
  const lines = readLogLines(text, asksForTime.test(question.slice(0, 4000)) ? 'keep' : 'fold');
  const scan = scanLines(lines);
  const templates = findTemplates(scan);
  const zones = zoneShares(lines);
  const traces = findPythonTraces(lines, scan);
  const verdicts = judgeVerdicts(lines, scan);
  const ending = findEnding(lines, scan, verdicts, stampedShare(lines));
  return {
    lines,
    scan,
    templates,
    families: findFamilies(scan),
    worth: judgePatterns(lines, scan),
    zones,
    ending,
    traces,
    anchors: findAnchors(lines, { scan, zones, traces, verdicts }),
    oddities: findOddities(lines, scan, templates),
    question: matchQuestion(lines, scan.words, question, { toolInput, ends: askedEnds(lines, scan, templates, question) }),
  };
}

const sampledLines = 200;

/** The share of lines whose programs themselves wrote a time before them, as servers do. */
function stampedShare(lines: LogLines): number {
  const step = Math.max(1, Math.floor(lines.count / sampledLines));
  let seen = 0;
  let stamped = 0;
  for (let line = 0; line < lines.count; line += step, seen += 1) if (beginsWithTime(lineHead(lines, line, 80))) stamped += 1;
  return seen === 0 ? 0 : stamped / seen;
}
