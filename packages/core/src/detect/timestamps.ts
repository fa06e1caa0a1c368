const clock = String.raw`\d{1,2}:\d{2}:\d{2}`;
const day = String.raw`\d{4}-\d{2}-\d{2}`;

const forms = [
  String.raw`\d{4}[-/.]\d{2}[-/.]\d{2}(?:[T _-]{1,2}|, )${clock}`,
  // The log of a CI run as its command line tool prints it: job, step and line, separated by tabs.
  String.raw`[^\t]{1,80}\t[^\t]{1,120}\t\uFEFF?\d{4}-\d{2}-\d{2}T${clock}`,
  // Who wrote it stands before the time: `web-1  | 2024-…`, `update-tool 2024-… 10:11:12: …`, `[pod/web-1/app] 2024-…`.
  String.raw`[A-Za-z][\w.@-]{1,60} {0,20}[|:] {1,3}${day}[T ]${clock}`,
  String.raw`[A-Za-z][\w.@-]{1,60} ${day}[T ]${clock}(?:[.,]\d{1,9})?:`,
  String.raw`[\w./@:-]{2,80}\] ${day}[T ]${clock}`,
  String.raw`\d{1,2}[-/.](?:\d{1,2}|[A-Z][a-z]{2})[-/.]\d{2,4}[ T:,]{1,2}${clock}`,
  String.raw`\d{2}-\d{2} ${clock}`,
  String.raw`\d{8}[-T ]${clock}`,
  String.raw`\d{6} \d{6} `,
  clock,
  String.raw`(?:[A-Z][a-z]{2},? )?[A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?${clock}`,
  String.raw`[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} ${clock}`,
  String.raw`[IWEF]\d{4} ${clock}`,
  // A process before the time, as tracers of system calls write it; the uptime of a virtual machine.
  String.raw`\d{1,8} ${clock}\.\d{3,9} `,
  String.raw`\[\d+(?:\.\d+)?m?s\]\[`,
  String.raw`(?:\[\d+\.\d+\]|\[ +\d+\.\d+\])`,
  String.raw`1[4-9]\d{8}(?:\.\d+|\d{3})?[ \]|]`,
  String.raw`<\d{1,3}>\d? ?(?:\d{4}-\d{2}-\d{2}T|[A-Z][a-z]{2} )`,
];

const before = String.raw`^[\uFEFF\s[("'<=*>|-]{0,6}`;
const timestampPrefix = new RegExp(String.raw`${before}(?:${forms.join('|')})`);
/** What every form has somewhere: a clock, or one of the signs that stand without. Nine lines in ten fail this, which is much faster than failing all forms. */
const needed = new RegExp(String.raw`\d:\d{2}:\d{2}|${before}(?:\d{6} \d{6} |\[ *\d+\.\d+m?s?\]|\[\d+m?s\]|1[4-9]\d{8}|<\d{1,3}>)`);

/** Whether a time stands at the beginning of a line, after a bracket or another short sign. It is never a path with a line number. */
export function beginsWithTime(line: string): boolean {
  return needed.test(line) && timestampPrefix.test(line);
}

/** A time in an access log, after the address and the user. */
export const accessLogLine = /^\S{1,80} \S{1,80} \S{1,80} \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} /;
