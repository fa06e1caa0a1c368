import { signal } from '../pattern/signal-words.ts';

/** A form of words that says how much a line matters to whoever reads the log. */
export interface WorthRule {
  /** Signals of which a line must have one for the rule to be tried; 0 where the line's first sign decides. */
  readonly needs: number;
  readonly pattern: RegExp;
  readonly worth: number;
}

const trouble = signal.failure | signal.trouble;

/** What refuses, lacks or does not fit says so in these words. */
const complaints = [
  String.raw`can(?:no|')t|could(?:n't| not)|unable to|no such|not (?:found|exist|allowed|permitted|installed|available|supported|defined|a |an |be |been |valid|recogni[sz]ed|used)`,
  String.raw`does(?:n't| not)|did(?:n't| not)|is(?:n't| not)|are(?:n't| not)|was(?:n't| not)|won't|denied|refused|reject(?:ed)?`,
  String.raw`timed? ?out|unreachable|undefined (?:symbols?|variable|identifier|method|name|function|property|constant|local|class|type|is)`,
  String.raw`(?:is|of|reading) undefined|unresolved|unsupported|unexpected|unknown|unrecognized|missing|mismatch(?:ed)?|invalid`,
  String.raw`illegal|malformed|forbidden|unauthorized|incompatible|conflicts?|broken|duplicate|ambiguous|has no|found no|not met`,
  String.raw`but (?:got|found|was|were|is|version|it)|too (?:many|few|long|short|large|small|old|new)|(?:is|are|argument|field|property|parameter) required`,
  String.raw`missing required|required (?:by|but|argument|field|property|parameter)|requires(?!-)|already (?:exists|defined|in use|loaded)`,
  String.raw`no (?:module|rule|package|matching|tests?|space|route|longer|suitable|usable)|please (?:add|check|install|make|provide|remove|run|set|specify|try|update|upgrade|use)`,
  String.raw`gave up|give up|exceed(?:s|ed)|unavailable|insufficient|lacks?|unused|untyped|wrong|bad`,
];

/**
 * What failing programs say, from the strongest down: verdicts and typed errors, causes, failed tests, values that differ, complaints, warnings.
 * Every repetition is bounded, so that no line costs more than its length.
 */
export const worthRules: readonly WorthRule[] = [
  {
    needs: signal.failure,
    worth: 11,
    pattern: /\bpanicked at|\bpanic: |\bkernel panic|\bfatal error\b|\bFATAL EXCEPTION\b|\bGuru Meditation/i,
  },
  {
    needs: trouble,
    worth: 10,
    pattern:
      /\b(?:segmentation fault|core dumped|double free|use.after.free|stack.overflow|buffer.overflow|out of memory|deadlock|kernel BUG|oops:|unable to handle kernel|uncaught exception|unhandled (?:promise )?(?:rejection|exception))|Sanitizer: |\bOOM\b|\bOutOfMemory/i,
  },
  {
    needs: signal.failure,
    worth: 9,
    pattern:
      /^##\[error\]|^\s{0,12}(?:--- )?FAIL:|\bBUILD FAIL(?:ED|URE)\b|\bCompilation (?:failed|error)|\b(?:Failed|ERROR) (?:to compile|in \.?\/)|\.{3,}\s{0,4}(?:FAILED|Failed|failed|FAIL|ERROR)$|\bundefined reference\b|\bld returned\b/,
  },
  { needs: trouble, worth: 9, pattern: /^\s{0,8}Caused by\b|\b(?:root )?cause(?:d by)?:\s|^\s{0,8}(?:Because|due to)\b/i },
  {
    needs: signal.failure,
    worth: 8,
    pattern:
      /\b(?:error|fatal|failure)(?:\[[\w-]{1,24}\])?(?: [A-Z]{1,8}-?\d{1,6})?: |\berror (?:CS|TS|MSB|NU|C|LNK|E)\d{2,6}\b|\b(?:error|ERROR)\s{1,4}[-–] /,
  },
  {
    needs: signal.failure,
    worth: 8,
    pattern: /(?:^|[\s"'([:.])[A-Za-z_][\w$]{0,79}(?:Error|Exception|Failure|Fault)\b(?::|$| -| \(|\s\[)/,
  },
  { needs: signal.failure, worth: 8, pattern: /^(?:\[?\s{0,8}(?:ERROR|FATAL|SEVERE|CRITICAL|FAIL(?:ED)?|error|fatal)\b\]?)/ },
  {
    needs: signal.failure,
    worth: 7,
    pattern:
      /\b(?:ERROR|FATAL|SEVERE|CRITICAL|CRIT|EMERG|PANIC|FAILED|FAIL|FAILURE)\b|\blevel=(?:error|fatal|panic)\b|\[(?:error|fatal|crit|alert|emerg)\]/,
  },
  {
    needs: signal.failure | signal.tally,
    worth: 8,
    pattern:
      /(?:^|[^\d.])[1-9]\d{0,6} (?:\w{1,16} )?(?:failed|failing|failures?|errors?|problems?|crash(?:es|ed)?|leak(?:s|ed)?)\b|\b(?:failures|errors|failed|problems)\s?[:=]\s{0,4}[1-9]/i,
  },
  {
    needs: signal.ending,
    worth: 8,
    pattern:
      /\bexit(?:ed|ing|s)?(?: with)?(?: (?:code|status|value|a))*:? {0,2}(?:-?[1-9]\d{0,9}|0x[0-9a-f]{1,8})\b|\bnon-zero\b|\breturned? (?:code|status|with)?:? ?[1-9]\d{0,2}\b|\bELIFECYCLE\b|^make(?:\[\d{1,3}\])?: \*\*\*|\bsignal \d{1,2}\b/i,
  },
  {
    needs: trouble,
    worth: 6,
    pattern:
      /^[\s>|E]{0,12}(?:[Ee]xpected|EXPECTED|[Rr]eceived|[Aa]ctual|ACTUAL|[Ww]anted|[Ww]ant|[Gg]ot|left|right)\b(?: \w{1,12})? ?[:(]|\bexpected .{1,120}\b(?:to|but|got|found|received)\b|^[\s>|E]{0,12}\S{1,60} (?:!=|!==|≠) \S/,
  },
  {
    needs: signal.failure,
    worth: 6,
    pattern:
      /(?<![-/\w.])(?:fail(?:ed|ing|ure|ures|s)?|crash(?:ed)?|abort(?:ed)?|killed|terminated|corrupt(?:ed|ion)?|leak(?:ed)?|traceback|violation)\b(?![-/])/i,
  },
  { needs: signal.failure, worth: 5, pattern: /(?<![-/\w.])(?:errors?|exceptions?|assertions?|critical|severe|alert|crit|err)\b(?![-/])/i },
  {
    needs: trouble,
    worth: 4,
    pattern: new RegExp(String.raw`\b(?:${complaints.join('|')})\b`, 'i'),
  },
  {
    needs: trouble | signal.ending,
    worth: 5,
    pattern:
      /\b[45]\d\d (?:Bad|Not|Gone|Forbidden|Unauthorized|Conflict|Internal|Service|Gateway|Too)\b|\b(?:status|HTTP\/[\d.]{1,3})(?: code)?[ :=]{1,2}[45]\d\d\b/,
  },
  { needs: signal.warning, worth: 3, pattern: /\bwarn(?:ing|ings)?\b|Warning\b/i },
  { needs: trouble, worth: 1.5, pattern: /\b(?:retry(?:ing)?|deprecated|skipp(?:ed|ing)|ignor(?:ed|ing)|reset|closed|lost|dropped)\b/i },
];

/** Signs at the beginning of a line that need no word: pytest's `E  `, a failed test's cross, TAP's `not ok`. */
export const openingRules: readonly WorthRule[] = [
  { needs: 0, worth: 8, pattern: /^E {2,8}\S/ },
  { needs: 0, worth: 8, pattern: /^\s{0,12}(?:✕|✗|✘|×|❌|●) \S/ },
  { needs: 0, worth: 7, pattern: /^\s{0,8}not ok \d/ },
  { needs: 0, worth: 6, pattern: /^Traceback \(most recent call last\)/ },
  { needs: 0, worth: 6, pattern: /^E: \S/ },
  { needs: 0, worth: 4, pattern: /^> {2,8}\S/ },
  { needs: 0, worth: 3, pattern: /^\s{1,8}\d{1,4}\) \S/ },
  { needs: 0, worth: 2.5, pattern: /^\s{0,12}(?:-->|\|) \S/ },
];

/** Lines that name failure without reporting one: nothing failed, a passing test's name, an option, a script that would say so. */
export const calm =
  /(?:^|[^\d.,])0 (?:\w{1,16} )?(?:errors?|failures?|failed|failing|problems?|warnings?|vulnerabilities|leaks?)\b|\bno (?:errors?|failures?|problems?|warnings?|issues)\b|\b(?:errors?|failures?|failed|failing)\s?[:=]\s?0\b|\.\.\. ?ok\b|^\s{0,8}(?:✓|✔|√|ok )|\|\| true\b|--[\w-]{0,24}(?:error|fail)|\bxfail(?:ed)?\b|\bxpassed\b|\berror[-_]?(?:handling|handler|prone|page|log)\b|\bfail-?fast\b|\bexit(?:ed)? (?:with )?(?:code |status )?0\b|\bsucce(?:ss|eded)\b/i;

/** Verdicts and levels in capitals, names of tests without a verdict, and a sanitizer's legend: no complaint whatever words they hold. */
export const calmCapitals =
  /\b(?:PASS|PASSED|XFAIL)\b|^\W{0,4}(?:DEBUG|TRACE|VERBOSE)\b|^ {2}[A-Z][a-z][\w -]{2,40}: {2,30}[0-9a-f]{2}$|^(?!FAILED|ERROR)\S{1,160}\.\w{1,5}::\S(?!.*\b(?:FAILED|ERROR|FAIL)\s*$)/;

/** A line that sums a run up. */
export const summary =
  /^=+ .{1,200} =+$|\b\d{1,9} (?:\w{1,16} )?(?:passed|passing|failed|failing|skipped|pending|errors?|warnings?|problems?|tests?|suites?|specs?|examples?|scenarios|assertions?|failures?|packages?|files?|modules)\b|\btests? (?:run|result|suites?)\b|^\s{0,4}(?:Tests?|Test (?:Suites|Files)|Ran|Found|Total|TOTAL|Summary|SUMMARY|OK|FAILED|FAIL|added|Results?)\b|\bBUILD [A-Z]{4,10}\b|\bin total\b|^(?:ok|FAIL|\?) {1,4}\t\S|\btotal\b/i;

/** A place in a source: `file.ext:12`, `line 12`, a frame of a stack. */
export function namesPlace(text: string): boolean {
  return frame.test(text) || lineOfFile.test(text) || (text.includes('line ') && lineNumber.test(text));
}

/** Each by itself, since a pattern of all three is tried at every character. */
const frame = /^\s{0,12}(?:--> |at \S)|^\s{0,8}#\d{1,3} /;
const lineOfFile = /[\w)\]-]\.[A-Za-z]{1,6}[:(]\d/;
const lineNumber = /\bline \d{1,6}\b/;
