import type { PassageUnits } from './passage-units.ts';

/** A question about something that went wrong. */
const asksForFailure =
  /\b(?:fail\w*|error\w*|crash\w*|wrong|problem\w*|exception\w*|panic\w*|abort\w*|broken?|broke|bug|why|cause[sd]?|refused|denied|unreachable|not (?:reach|work|run)|missing)\b/i;

/** A line that says that something went wrong, in capitals or before a colon: those are verdicts, other mentions are talk. */
const saysFailure =
  /\b(?:ERROR|FAIL(?:ED|URE)?|FATAL|PANIC|CRITICAL)\b|\b(?:error|panic|fatal|exception|failed|failure|traceback|caused by)\b[^a-z]{0,12}:|\b\w+(?:Error|Exception)\b|\bpanicked at\b|exit code:? [1-9]|timed out|[✗✕●]/;

/** A verdict of a tool about the whole, not one of many messages on the way. */
const isVerdict = /##\[error\]|\b(?:ERROR|FATAL|FAILED|FAIL|PANIC):? |\berror\[\w+\]:|\bpanicked at\b|^E {2,}|exit code:? [1-9]/;

/** A question about how many there were, or how it ended. */
const asksForSum =
  /\bhow (?:many|much|long)\b|\bdid (?:it|they|all|the|any)\b|\b(?:total|count|number of|in all|sum(?:mary)?|result|outcome|verdict|pass(?:ed|es)?|succe\w{2,8}|end(?:ed|s)?|finish\w{0,3}|complete[ds]?|tested)\b/i;

/** A line that sums something up. */
const sumsUp =
  /^=+ .{1,200} =+$|\b\d{1,9} (?:\w{1,16} )?(?:passed|passing|failed|failing|skipped|tests?|suites?|specs?|examples?|scenarios|errors?|warnings?|problems?|packages?|files?)\b|^\W{0,4}(?:\w{1,8}\W{1,3})?(?:Tests?|Ran|Found|Total|Summary|Finished|Elapsed|Duration|Results?)\b.{0,60}\d|^(?:ok|FAIL|\?) {1,4}\t\S|\bBUILD [A-Z]{4,10}\b|\b(?:in total|total|elapsed)\b.{0,30}\d/i;

/** For each unit whether it sums something up, where the question asks for a sum or an outcome; undefined where it does not. */
export function sumSignals(text: string, units: PassageUnits, question: string): Uint8Array | undefined {
  if (!asksForSum.test(question.slice(0, 4096))) return undefined;
  const signals = new Uint8Array(units.count);
  for (let unit = 0; unit < units.count; unit += 1)
    if (sumsUp.test(text.slice(units.starts[unit], Math.min(units.ends[unit]!, units.starts[unit]! + 240)))) signals[unit] = 1;
  return signals;
}

/** For each unit 1 if it tells of a failure and 2 if it is a verdict, where the question asks for one; undefined where it does not. */
export function failureSignals(text: string, units: PassageUnits, question: string): Uint8Array | undefined {
  if (!asksForFailure.test(question.slice(0, 4096))) return undefined;
  const signals = new Uint8Array(units.count);
  for (let unit = 0; unit < units.count; unit += 1) {
    const line = text.slice(units.starts[unit], Math.min(units.ends[unit]!, units.starts[unit]! + 600));
    const plain = line.includes('\u001b') ? line.replace(/\u001b\[[\d;]*m/g, '') : line;
    if (isVerdict.test(plain)) signals[unit] = 2;
    else if (saysFailure.test(plain)) signals[unit] = 1;
  }
  return signals;
}

/** A line without what varies most: its numbers. */
export function formOf(text: string, units: PassageUnits, unit: number): string {
  const line = text.slice(units.starts[unit], Math.min(units.ends[unit]!, units.starts[unit]! + 240));
  return line.replace(/[\w:-]*\d[\w:-]*/g, '0');
}
