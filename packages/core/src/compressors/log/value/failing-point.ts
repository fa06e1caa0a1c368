import { lineHead, type LogLines } from '../lines/log-lines.ts';
import type { Scan } from '../pattern/scan-lines.ts';
import { signal } from '../pattern/signal-words.ts';

/** How a log ends: a run that failed at a line, or no verdict (servers, kernels, runs that went well). */
export interface Ending {
  readonly kind: 'failed' | 'open';
  /** The last line that ends a step with an error; the last line of the log where there is none. */
  readonly line: number;
  /** Whether the runner or build tool itself said so: what follows is cleaning up. */
  readonly certainty: 'certain' | 'likely' | 'none';
}

/** A runner's or a build tool's own word that a step failed: it holds wherever it stands. */
const certain = /^##\[error\]|^make(?:\[\d{1,3}\])?: \*\*\*|\bELIFECYCLE\b|\bBUILD FAIL(?:ED|URE)\b|\bnpm ERR!/;
/** What failing programs end with, if it stands near the end. */
const likely =
  /\bexit(?:ed|ing)?(?: with)?(?: (?:code|status|value|a))*:? {0,2}-?[1-9]\d{0,9}\b|\bnpm error |\b[1-9]\d{0,6} (?:failed|failing|failures?|errors?|problems?)\b|\b(?:failures|errors|failed)\s?[:=]\s?[1-9]|\bcould not compile\b|\bcompilation (?:failed|terminated)\b|\btest result: FAILED|^error: |\bsignal: \d/i;

const failedWord = /^(?:\[\w{1,8}\] )?(?:=+ )?(?:FAILED|FAIL)\b/;

/** Servers speak of failures all the time: a verdict stands alone near the end of its log and its lines carry no time of their own. */
const tailShare = 0.4;
const tailLines = 600;

/** What the lines of each pattern are: 1 a certain verdict, 2 a likely one, -1 none. */
export type Verdicts = Int8Array;

/** Judges the lines of all patterns. */
export function judgeVerdicts(lines: LogLines, { patterns }: Scan): Verdicts {
  return Int8Array.from(patterns, (pattern) => judge(lines, pattern));
}

/** Finds the last verdict of a run that failed. */
export function findEnding(lines: LogLines, { patternOf }: Scan, verdicts: Verdicts, stampedShare: number): Ending {
  const last = lines.count - 1;
  if (stampedShare > 0.5) return { kind: 'open', line: last, certainty: 'none' };
  const near = Math.max(0, Math.min(last - tailLines, Math.floor(last * (1 - tailShare))));
  let latest = -1;
  for (let line = last; line >= 0; line -= 1) {
    const verdict = verdicts[patternOf[line]!];
    if (verdict === 1) return { kind: 'failed', line, certainty: 'certain' };
    if (verdict === 2 && line >= near && latest < 0) latest = line;
  }
  return latest < 0 ? { kind: 'open', line: last, certainty: 'none' } : { kind: 'failed', line: latest, certainty: 'likely' };
}

function judge(lines: LogLines, { line, signals }: Scan['patterns'][number]): 1 | 2 | -1 {
  if ((signals & (signal.failure | signal.ending | signal.tally)) === 0) return -1;
  const head = lineHead(lines, line, 400);
  if (certain.test(head)) return 1;
  return likely.test(head) || failedWord.test(head) ? 2 : -1;
}
