import { lineHead, type LogLines } from './log-lines.ts';
import type { Scan } from './scan-lines.ts';
import { signal } from './signal-words.ts';

/** How a log ends: a run that failed at a line, or no verdict (servers, kernels, runs that went well). */
export interface Ending {
  readonly kind: 'failed' | 'open';
  /** The last line that ends a step with an error; the last line of the log where there is none. */
  readonly line: number;
}

const verdict =
  /^##\[error\]|\bexit(?:ed|ing)?(?: with)?(?: (?:code|status|value|a))*:? {0,2}-?[1-9]\d{0,9}\b|^make(?:\[\d{1,3}\])?: \*\*\*|\bELIFECYCLE\b|\bBUILD FAIL(?:ED|URE)\b|\bnpm (?:ERR!|error) |^(?:\[\w{1,8}\] )?(?:=+ )?(?:FAILED|FAIL)\b|\b[1-9]\d{0,6} (?:failed|failing|failures?|errors?|problems?)\b|\b(?:failures|errors|failed)\s?[:=]\s?[1-9]|\bcould not compile\b|\bcompilation (?:failed|terminated)\b|\btest result: FAILED|^error: |\bsignal: \d/i;

/** Servers speak of failures all the time: a verdict stands alone near the end of its log and its lines carry no time of their own. */
const tailShare = 0.4;
const tailLines = 600;

/** Finds the last verdict of a run that failed. */
export function findEnding(lines: LogLines, { patternOf, patterns }: Scan, stampedShare: number): Ending {
  const last = lines.count - 1;
  if (stampedShare > 0.5) return { kind: 'open', line: last };
  const judged = new Int8Array(patterns.length);
  const stop = Math.max(0, Math.min(last - tailLines, Math.floor(last * (1 - tailShare))));
  for (let line = last; line >= stop; line -= 1) {
    const pattern = patternOf[line]!;
    if (judged[pattern] === 0) judged[pattern] = isVerdict(lines, patterns[pattern]!) ? 1 : -1;
    if (judged[pattern] === 1) return { kind: 'failed', line };
  }
  return { kind: 'open', line: last };
}

function isVerdict(lines: LogLines, { line, signals }: Scan['patterns'][number]): boolean {
  if ((signals & (signal.failure | signal.ending | signal.tally)) === 0) return false;
  return verdict.test(lineHead(lines, line, 400));
}
