import type { Line } from './line.ts';
import { anyPattern, type LinePattern } from './line-pattern.ts';
import { accessLogPattern, isTimedLine } from './timestamps.ts';
import { toolPatterns } from './tool-lines.ts';

/*
 * Of each kind what stands at the beginning of a line is apart from what may stand anywhere in it: a pattern of both would try all of it at every character.
 */
const levels: readonly LinePattern[] = [
  [
    /^\W{0,4}(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE|PANIC)\b\]?(?:[:|\s[(-]|$)/,
    { opens: `!-/:-@TDINWEFCSP[-^\`{-~é`, is: ['capitals'] },
  ],
  [/^\d+ (?:silly|verbose|http|info|timing|notice|warn|error)\s/, { opens: '0-9', has: ' a', is: ['margin'] }],
  [/^(?:npm|yarn|pnpm) (?:WARN|warn|http|error|ERR!|info|notice|verb|timing)\b/, { opens: 'nyp', has: ' ', is: ['margin'] }],
  [
    /\b(?:level|lvl|severity)=["']?(?:trace|debug|info|notice|warn|warning|error|fatal|critical|TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b/,
    { has: '=a' },
  ],
];

const diagnostics: readonly LinePattern[] = [
  [/^(?:fatal )?(?:error|warning|note|help|info|hint)(?:\[[\w-]+\])?(?: [A-Z]+\d+)?: /, { opens: 'fewnhi', is: ['margin', 'colon space'] }],
  [
    /^\S[^:]{0,200}(?::\d+){1,2}: (?:fatal |internal )?(?:error|warning|note|remark|info)\b/,
    { has: 'a', is: ['margin', 'colon digit', 'digit colon', 'colon space'] },
  ],
  [/^\S{1,200}:\d+:\d+:? (?:[A-Z]{1,4}\d{2,5}:?|- (?:error|warning)) /, { has: ' ', is: ['margin', 'colon digit', 'digit colon'] }],
  [/^\S{1,200}\(\d+(?:,\d+)?\): (?:error|warning|message) /, { has: '(0)a', is: ['margin', 'colon space'] }],
  [/^\s+\d+:\d+ {1,4}(?:error|warning)\b/, { opens: '0-9', is: ['indented', 'colon digit'] }],
  [/^\s*-->\s\S{1,200}:\d+:\d+/, { opens: '-', has: '>', is: ['colon digit'] }],
  [/^\s*\d* \| (?!.*\|\s*$)/, { opens: '0-9|', has: '| ' }],
  [/^\s*(?:\d+ )?\|? *\^[~^-]*$/, { opens: '0-9|^', closes: '~^-' }],
  [/^In file included from/, { opens: 'I', is: ['margin'] }],
  [/^\s+from \S+:\d+[:,]$/, { opens: 'f', closes: ':,', is: ['indented', 'colon digit'] }],
];

const stackFrames: readonly LinePattern[] = [
  [/^\s+at \S/, { opens: 'a', has: ' ', is: ['indented'] }],
  [/^\s*File "[^"]{1,200}", line \d+/, { opens: 'F', has: '",0' }],
  [/^\s*#\d{1,3}\s+(?:0x)?[0-9a-f]{4,}/, { opens: '#', has: '0' }],
  [/^\s*\d{1,3}: +(?:0x[0-9a-f]+|\S+::)/, { opens: '0-9', has: ' ', is: ['digit colon'] }],
  [/^Traceback \(most recent/, { opens: 'T', has: '(', is: ['margin'] }],
  [/^\s*Caused by:/, { opens: 'C', has: ':' }],
  [/^\s*\.\.\. \d+ (?:more|common)/, { opens: '.', has: '0' }],
  [/^goroutine \d+ \[/, { opens: 'g', has: '0[', is: ['margin'] }],
  [/^\s+\S+\.go:\d+(?: \+0x|$)/, { has: '.', is: ['indented', 'colon digit'] }],
  [/^Exception in thread/, { opens: 'E', is: ['margin'] }],
  [/^\w*(?:Error|Exception): /, { opens: 'A-Za-z0-9_', has: 'Aa', is: ['margin', 'colon space'] }],
  [/^[0-9a-f]{8}`[0-9a-f]{8} /, { opens: '0-9a-f', holds: '`', is: ['margin'] }],
  [/^[0-9a-f]{16} [0-9a-f]{16} /, { opens: '0-9a-f', has: ' ', is: ['margin'] }],
  [/^[\w.]+(?:Error|Exception)\b.{0,40}:/, { opens: 'A-Za-z0-9_.', has: 'Aa:', is: ['margin'] }],
  [/panicked at /, { holds: 'panicked at ' }],
];

const testRuns: readonly LinePattern[] = [
  [/^(?:=|-|_|\*){3,}.{0,160}(?:=|-|_|\*){3,}$/, { opens: '=_*-', closes: '=_*-', is: ['margin'] }],
  [/^\s*[✓✔✕✗✘√×●○↓❯]\s/, { opens: 'é' }],
  [/^\s*(?:ok|not ok) \d+/, { opens: 'on', has: ' 0' }],
  [/^\s*(?:---|===) (?:RUN|PASS|FAIL|SKIP|CONT|PAUSE)/, { opens: '=-', is: ['capitals'] }],
  [/^test .{1,200} \.\.\. /, { opens: 't', holds: ' ... ', is: ['margin'] }],
  [/^(?:PASS|FAIL|ok|RUNS)\s+\S/, { opens: 'PFoR', is: ['margin'] }],
  [/^\s*\d+ (?:passing|failing|pending|passed|failed|tests?|specs?)\b/, { opens: '0-9', has: ' a' }],
  [/^Tests?(?: run| Suites)?:\s/, { opens: 'T', has: ':', is: ['margin'] }],
  [/^running \d+ tests?/, { opens: 'r', has: '0', is: ['margin'] }],
  [/^[.sFEx]{5,}(?:\s*\[ *\d+%\])?$/, { opens: '.sFEx', closes: '.sFEx]', is: ['margin'] }],
  [/^E {2,}\S/, { opens: 'E', is: ['margin', 'wide'] }],
  [/^>? {3,}assert /, { opens: '>a', has: 'a', is: ['wide'] }],
  [/\b(?:PASSED|FAILED|SKIPPED|XFAIL|XPASS)\b/, { is: ['capitals'] }],
  [/\.\.\. (?:ok|FAIL|ERROR|skipped)\b/, { holds: '... ' }],
];

const builds: readonly LinePattern[] = [
  [/^\s*\[ *\d+(?:%|\/\d+)\]/, { opens: '[', has: '0]' }],
  [
    /^\s*(?:Compiling|Checking|Downloading|Downloaded|Finished|Running|Installing|Collecting|Building|Updating|Fetching|Linking|Scanning|Generating|Resolving|Cloning|Requirement already|Successfully|Using cached|Preparing|Processing|Unpacking|Setting up|Selecting|Get:\d+|Hit:\d+|Created|Uninstalling|Copying|Deleting|Entering|Leaving|Executing|Applied|Applying|Pulling|Pushed|Loading|Loaded|Starting|Started|Stopping|Stopped)\b/i,
    { opens: 'abcdefghilprsuABCDEFGHILPRSU' },
  ],
  [/^-- \S/, { opens: '-', has: ' ', is: ['margin'] }],
  [/^config(?:ure|\.status):\d+: /i, { opens: 'cC', is: ['margin', 'colon digit', 'digit colon'] }],
  [/^g?make(?:\[\d+\])?: /i, { opens: 'gmGM', has: ': ', is: ['margin'] }],
  [/^\++ \S/, { opens: '+', has: ' ', is: ['margin'] }],
  [/^\$ \S/, { opens: '$', has: ' ', is: ['margin'] }],
  [/^#\d+ (?:\[|DONE|CACHED|\d+\.\d+ |sha256|extracting|transferring|resolve|exporting|ERROR)/i, { opens: '#', has: '0 ', is: ['margin'] }],
  [/^Step \d+\/\d+/i, { opens: 'sS', has: ' 0/', is: ['margin'] }],
  [/^> \S+@\S+ \S/, { opens: '>', has: '@ ', is: ['margin'] }],
  [/^\/?\S*\/?(?:gcc|cc|c\+\+|g\+\+|clang|clang\+\+|ld|ar|cmake|javac) -/i, { holds: ' -', is: ['margin'] }],
  [/^\s*\[(?=[^\]]*[A-Za-z])[\w.:/@+-]{2,40}\](?:\s|$)/, { opens: '[', has: ']' }],
  [/^-{0,2}(?:[IWEF]-)?[A-Z]{2,8}-\d{3,5}: /i, { opens: 'A-Za-z-', has: '-: ', is: ['margin', 'digit colon'] }],
  [/^npm /i, { opens: 'nN', has: ' ', is: ['margin'] }],
  [/^\[\d+:\d+:\d+/, { opens: '[', is: ['margin', 'colon digit', 'digit colon'] }],
  [/^==+\d+==+/, { opens: '=', has: '0', is: ['margin'] }],
  [/^[VDIWEF]\/[\w.]+ ?\(/i, { opens: 'VDIWEFvdiwef', has: '/(', is: ['margin'] }],
  [/^BUILD /i, { opens: 'bB', has: ' ', is: ['margin'] }],
  [/^\[(?:info|warn|error|debug)\]/i, { opens: '[', has: ']', is: ['margin'] }],
  [/##\[\w+\]/, { has: '[]', holds: '##[' }],
];

/** What a test runner prints around the source that it quotes, and a database around slow statements: no program has such lines at its margin. */
const reports: readonly LinePattern[] = [
  [/^(?:FAILED|PASSED|ERROR) \S/, { opens: 'FPE', has: ' ', is: ['margin', 'capitals'] }],
  [/^E {2,}\S/, { opens: 'E', is: ['margin', 'wide'] }],
  [/^[.sxFEX]{5,} *\[ *\d{1,3}%\]$/, { opens: '.sxFEX', closes: ']', has: '[0', is: ['margin'] }],
  [/^={3,} .{1,120} ={3,}$/, { opens: '=', closes: '=', has: ' ', is: ['margin'] }],
  [/^_{3,} .{1,120} _{3,}$/, { opens: '_', closes: '_', has: ' ', is: ['margin'] }],
  [/^# (?:Time|User@Host|Query_time): /, { opens: '#', has: ': ', is: ['margin'] }],
];

const isEventLine = anyPattern(...levels, accessLogPattern, ...diagnostics, ...stackFrames, ...testRuns, ...builds, ...toolPatterns);
const isLevelLine = anyPattern(...levels, accessLogPattern);

/** Whether a line is of a kind that only logs have: a time, a level, a diagnostic, a stack frame, a test's verdict or a build's step. */
export function isLogLine(line: Line): boolean {
  return isTimedLine(line) || isEventLine(line);
}

/** Whether a line begins with a time or a level: the mark that code and prose hardly ever carry. */
export function isStampedLine(line: Line): boolean {
  return isTimedLine(line) || isLevelLine(line);
}

/** A compiler's or linter's message, or the source excerpt that belongs to it. */
export const isDiagnosticLine = anyPattern(...diagnostics);

/** Whether a line is a verdict, a title or an assertion of such a report. */
export const isReportLine = anyPattern(...reports);
