import { accessLogLine, beginsWithTime } from './timestamps.ts';
import { isToolLine } from './tool-lines.ts';

/*
 * Of each kind what stands at the beginning of a line is apart from what may stand anywhere in it: a pattern of both would try all of it at every character.
 */
const level =
  /^\W{0,4}(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE|PANIC)\b\]?(?:[:|\s[(-]|$)|^\d+ (?:silly|verbose|http|info|timing|notice|warn|error)\s|^(?:npm|yarn|pnpm) (?:WARN|warn|http|error|ERR!|info|notice|verb|timing)\b/;
const levelAnywhere =
  /\b(?:level|lvl|severity)=["']?(?:trace|debug|info|notice|warn|warning|error|fatal|critical|TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b/;
const diagnostic =
  /^(?:fatal )?(?:error|warning|note|help|info|hint)(?:\[[\w-]+\])?(?: [A-Z]+\d+)?: |^\S[^:]{0,200}(?::\d+){1,2}: (?:fatal |internal )?(?:error|warning|note|remark|info)\b|^\S{1,200}:\d+:\d+:? (?:[A-Z]{1,4}\d{2,5}:?|- (?:error|warning)) |^\S{1,200}\(\d+(?:,\d+)?\): (?:error|warning|message) |^\s+\d+:\d+ {1,4}(?:error|warning)\b|^\s*-->\s\S{1,200}:\d+:\d+|^\s*\d* \| (?!.*\|\s*$)|^\s*(?:\d+ )?\|? *\^[~^-]*$|^In file included from|^\s+from \S+:\d+[:,]$/;
const stackFrame =
  /^\s+at \S|^\s*File "[^"]{1,200}", line \d+|^\s*#\d{1,3}\s+(?:0x)?[0-9a-f]{4,}|^\s*\d{1,3}: +(?:0x[0-9a-f]+|\S+::)|^Traceback \(most recent|^\s*Caused by:|^\s*\.\.\. \d+ (?:more|common)|^goroutine \d+ \[|^\s+\S+\.go:\d+(?: \+0x|$)|^Exception in thread|^\w*(?:Error|Exception): |^[0-9a-f]{8}`[0-9a-f]{8} |^[0-9a-f]{16} [0-9a-f]{16} |^[\w.]+(?:Error|Exception)\b.{0,40}:/;
const panic = 'panicked at ';
const testRun =
  /^(?:=|-|_|\*){3,}.{0,160}(?:=|-|_|\*){3,}$|^\s*[✓✔✕✗✘√×●○↓❯]\s|^\s*(?:ok|not ok) \d+|^\s*(?:---|===) (?:RUN|PASS|FAIL|SKIP|CONT|PAUSE)|^test .{1,200} \.\.\. |^(?:PASS|FAIL|ok|RUNS)\s+\S|^\s*\d+ (?:passing|failing|pending|passed|failed|tests?|specs?)\b|^Tests?(?: run| Suites)?:\s|^running \d+ tests?|^[.sFEx]{5,}(?:\s*\[ *\d+%\])?$|^E {2,}\S|^>? {3,}assert /;
const testRunAnywhere = /\b(?:PASSED|FAILED|SKIPPED|XFAIL|XPASS)\b|\.\.\. (?:ok|FAIL|ERROR|skipped)\b/;
const build =
  /^\s*\[ *\d+(?:%|\/\d+)\]|^\s*(?:Compiling|Checking|Downloading|Downloaded|Finished|Running|Installing|Collecting|Building|Updating|Fetching|Linking|Scanning|Generating|Resolving|Cloning|Requirement already|Successfully|Using cached|Preparing|Processing|Unpacking|Setting up|Selecting|Get:\d+|Hit:\d+|Created|Uninstalling|Copying|Deleting|Entering|Leaving|Executing|Applied|Applying|Pulling|Pushed|Loading|Loaded|Starting|Started|Stopping|Stopped)\b|^-- \S|^config(?:ure|\.status):\d+: |^g?make(?:\[\d+\])?: |^\++ \S|^\$ \S|^#\d+ (?:\[|DONE|CACHED|\d+\.\d+ |sha256|extracting|transferring|resolve|exporting|ERROR)|^Step \d+\/\d+|^> \S+@\S+ \S|^\/?\S*\/?(?:gcc|cc|c\+\+|g\+\+|clang|clang\+\+|ld|ar|cmake|javac) -|^\s*\[(?=[^\]]*[A-Za-z])[\w.:/@+-]{2,40}\](?:\s|$)|^-{0,2}(?:[IWEF]-)?[A-Z]{2,8}-\d{3,5}: |^npm |^\[\d+:\d+:\d+|^==+\d+==+|^[VDIWEF]\/[\w.]+ ?\(|^BUILD |^\[(?:info|warn|error|debug)\]/i;
const buildAnywhere = /##\[\w+\]/i;

/** What a test runner prints around the source that it quotes, and a database around slow statements. */
const report =
  /^(?:FAILED|PASSED|ERROR) \S|^E {2,}\S|^[.sxFEX]{5,} *\[ *\d{1,3}%\]$|^={3,} .{1,120} ={3,}$|^_{3,} .{1,120} _{3,}$|^# (?:Time|User@Host|Query_time): /;

/** Whether a line is of a kind that only logs have: a time, a level, a diagnostic, a stack frame, a test's verdict or a build's step. */
export function isLogLine(line: string): boolean {
  return beginsWithTime(line) || namesLevel(line) || isEventLine(line);
}

/** Whether a line begins with a time or a level: the mark that code and prose hardly ever carry. */
export function isStampedLine(line: string): boolean {
  return beginsWithTime(line) || namesLevel(line) || accessLogLine.test(line);
}

function namesLevel(line: string): boolean {
  return level.test(line) || levelAnywhere.test(line);
}

/** A compiler's or linter's message, or the source excerpt that belongs to it. */
export function isDiagnosticLine(line: string): boolean {
  return diagnostic.test(line);
}

/** Whether a line is a verdict, a title or an assertion of such a report: no program has them at its margin. */
export function isReportLine(line: string): boolean {
  return report.test(line);
}

function isEventLine(line: string): boolean {
  return (
    accessLogLine.test(line) ||
    diagnostic.test(line) ||
    stackFrame.test(line) ||
    line.includes(panic) ||
    testRun.test(line) ||
    testRunAnywhere.test(line) ||
    build.test(line) ||
    buildAnywhere.test(line) ||
    isToolLine(line)
  );
}
