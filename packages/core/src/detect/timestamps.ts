import type { Line } from './line.ts';
import { anyPattern, type LinePattern } from './line-pattern.ts';

const clock = String.raw`\d{1,2}:\d{2}:\d{2}`;
const day = String.raw`\d{4}-\d{2}-\d{2}`;

/*
 * Times that have a clock somewhere, by what they begin with: few lines need more than one of these tried.
 */
const afterDigits = [
  String.raw`\d{4}[-/.]\d{2}[-/.]\d{2}(?:[T _-]{1,2}|, )${clock}`,
  String.raw`\d{1,7}:[A-Z] \d{1,2} [A-Z][a-z]{2} (?:\d{4} )?${clock}`,
  String.raw`\d{1,2}[-/.](?:\d{1,2}|[A-Z][a-z]{2})[-/.]\d{2,4}[ T:,]{1,2}${clock}`,
  String.raw`\d{2}-\d{2} ${clock}`,
  String.raw`\d{8}[-T ]${clock}`,
  clock,
  // A process before the time, as tracers of system calls write it.
  String.raw`\d{1,8} ${clock}\.\d{3,9} `,
];
const afterLetters = [
  // Who wrote it stands before the time: `web-1  | 2024-…`, `update-tool 2024-… 10:11:12: …`, `[pod/web-1/app] 2024-…`.
  String.raw`[A-Za-z][\w.@-]{1,60} {0,20}[|:] {1,3}${day}[T ]${clock}`,
  String.raw`[A-Za-z][\w.@-]{1,60} ${day}[T ]${clock}(?:[.,]\d{1,9})?:`,
  String.raw`(?:[A-Za-z][\w.@/-]{1,60} ){1,2}${day}T${clock}`,
  String.raw`[A-Z], \[${day}T${clock}`,
  // Fields with names before them, as structured loggers write them to a terminal.
  String.raw`(?:time|ts|t|timestamp|datetime)[=:]["']?${day}[T ]${clock}`,
  String.raw`(?:[A-Z][a-z]{2},? )?[A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?${clock}`,
  String.raw`[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} ${clock}`,
  String.raw`[IWEF]\d{4} ${clock}`,
];
const afterPlace = [String.raw`[\w./@:-]{2,80}\] ${day}[T ]${clock}`];
// The log of a CI run as its command line tool prints it: job, step and line, separated by tabs.
const afterTabs = [String.raw`[^\t]{1,80}\t[^\t]{1,120}\t\uFEFF?\d{4}-\d{2}-\d{2}T${clock}`];

/** Times that are told by another sign. */
const others = [
  String.raw`\d{6} \d{6} `,
  // The uptime of a virtual machine.
  String.raw`\[\d+(?:\.\d+)?m?s\]\[`,
  String.raw`(?:\[\d+\.\d+\]|\[ +\d+\.\d+\])`,
  String.raw`1[4-9]\d{8}(?:\.\d+|\d{3})?[ \]|]`,
  String.raw`<\d{1,3}>\d? ?(?:\d{4}-\d{2}-\d{2}T|[A-Z][a-z]{2} )`,
];

const beginning = (forms: readonly string[]): RegExp => new RegExp(String.raw`^[\uFEFF\s[("'<=*>|-]{0,6}(?:${forms.join('|')})`);
const hasClock = /\d:\d{2}:\d{2}/;
const clockFirst = beginning([...afterDigits, ...afterLetters, ...afterPlace, ...afterTabs]);
const otherFirst = beginning(others);

/**
 * Whether a time stands at the beginning of a line, after a bracket or another short sign. It is never a path with a line number.
 *
 * Nine lines in ten have no clock at all, which is seen much faster than that none of the many forms with one stands there.
 */
export function beginsWithTime(line: string): boolean {
  return (hasClock.test(line) && clockFirst.test(line)) || otherFirst.test(line);
}

const signsBefore = `[("'<=*>|-`;
const hasTimeFirst = anyPattern(
  [beginning(afterDigits), { opens: `0-9${signsBefore}`, is: ['clock'] }],
  [beginning(afterLetters), { opens: `A-Za-z${signsBefore}`, is: ['clock'] }],
  [beginning(afterPlace), { has: ']-', is: ['clock'] }],
  [beginning(afterTabs), { has: '\t-', is: ['clock'] }],
  [otherFirst, { opens: `0-9${signsBefore}`, has: '0' }],
);

/** Whether a time stands at the beginning of a line that was read. Several detectors ask, and the forms with a clock are many: a line remembers the answer. */
export function isTimedLine(line: Line): boolean {
  line.timed ??= hasTimeFirst(line);
  return line.timed;
}

/** A time in an access log, after the address and the user. */
export const accessLogPattern: LinePattern = [
  /^\S{1,80} \S{1,80} \S{1,80} \[\d{2}\/[A-Z][a-z]{2}\/\d{4}[: ]\d{2}:\d{2}:\d{2}\b/,
  { is: ['margin', 'colon digit'], has: ' [/0A' },
];
