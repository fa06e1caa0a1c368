import { noCharacter, readLines, type Line } from './line.ts';
import { anyPattern, type LinePattern } from './line-pattern.ts';
import { shareOf } from './sample.ts';

const directoryHeading: LinePattern = [/^\S{1,200}:$/, { closes: ':', lacks: ' ', is: ['margin'] }];
const listingTotal: LinePattern = [/^total \d+/, { opens: 't', has: ' 0', is: ['margin'] }];
const bareName: LinePattern = [/^[\w@.+~#%,=()[\]-]{1,40}[/*@=|]?$/, { lacks: ` "':;<>{}\té`, is: ['margin'] }];
const folders = String.raw`(?:[\w@.+~#%,=\-[\]()$]+[\\/])+[\w@.+~#%,=\-[\]()$ ]*$`;
const paths: readonly LinePattern[] = [
  [new RegExp(String.raw`^(?:\.{0,2}\/)?${folders}`), { some: '/\\', lacks: `:"';<>{}|*!\té`, is: ['margin'] }],
  [new RegExp(String.raw`^[A-Za-z]:\\${folders}`), { opens: 'A-Za-z', has: ':\\', is: ['margin'] }],
];
const knownHeader: LinePattern = [
  /^(?:Filesystem\s|Proto\s|Netid\s|Package\s+Version|USER\s|UNIT\s|NAME\s|CONTAINER ID|REPOSITORY\s|COMMAND\s|TARGET\s|Chain \w+ \(|Active |Desired=|top - |\s*PID\s|\s*total\s+used|Mem:|Kernel (?:IP|Interface)|procs -|Linux \d)/,
  { opens: 'FPNUCRTADtMKpL' },
];
const capitals: LinePattern = [/^\s*(?:[A-Z%#][A-Z0-9%/_()#:-]*(?:\s+|$)){3,}/, { opens: 'A-Z%#' }];
const loose: LinePattern = [/\S(?: {2,}|\t+)\S/, { is: ['wide'] }];
const fileStatistics: readonly LinePattern[] = [
  [/^ \S.{0,200} \| +(?:\d+ ?[-+]*|Bin\b)/, { has: '|', is: ['indented'] }],
  [/^ \d+ files? changed/, { opens: '0-9', is: ['indented'] }],
];
const commits: readonly LinePattern[] = [
  [/^\s*(?:[*|\\/] ?)*commit [0-9a-f]{7,40}\b/, { opens: '*|\\/c', has: 'a ' }],
  [/^(?:Author|AuthorDate|Commit|CommitDate|Date|Merge):\s/, { opens: 'ACDM', has: ':', is: ['margin'] }],
];

const permissions: LinePattern = [
  /^[-dlbcpsD?][-r][-w][-xsStT][-r][-w][-xsStT][-r][-w][-xsStT][.+@]?\s/,
  { opens: 'dlbcpsD?-', is: ['margin'] },
];
const isListedFile = anyPattern(permissions, directoryHeading, listingTotal);
const branch: LinePattern = [/^[\s│|]*(?:[├└]─*┬?|[+`|\\]--+)\s*\S/, { opens: 'é|+`\\' }];
const isBranch = anyPattern(branch);
const isCommit = anyPattern(...commits);
const isHistory = anyPattern(...commits, ...fileStatistics, [/^ {4}/, { has: ' ', is: ['wide'] }]);
/** The lines that `git log --graph` draws before those of the history. */
const graphLines = /^(?:[*|\\/_] ?)+/;
const isGraphCommit = anyPattern([/^(?:[*|\\/] ?)*\* commit [0-9a-f]{7,40}\b/, { opens: '*|\\/', has: '* a', is: ['margin'] }]);
const isShortCommit = anyPattern([/^(?:[*|\\/ ]+)?[0-9a-f]{7,12} \S/, { opens: '*|\\/0-9a-f', has: ' ' }]);
const annotation: LinePattern = [
  /^\^?[0-9a-f]{7,40} .{0,80}\(.{1,80} \d{4}-\d{2}-\d{2} .{0,40}\d+\)/,
  { opens: '^0-9a-f', has: '(0-) ', is: ['margin'] },
];
const isAnnotated = anyPattern(annotation);
const size: LinePattern = [/^\s*\d+(?:[.,]\d+)?[KMGTB]?\s+(?:\S*[/.]\S*|total)$/, { opens: '0-9', some: '/.a' }];
const isSized = anyPattern(size);
const isPath = anyPattern(...paths);
const isCertainPath = anyPattern([/^\.{0,2}\//, { opens: './', is: ['margin'] }], [/\.\w{1,6}$/, { closes: 'A-Za-z0-9_', has: '.' }]);
const isName = anyPattern(bareName, directoryHeading, listingTotal, ...paths);
const isLettered = anyPattern([/[A-Za-z]{2}/, { some: 'aA' }]);
const alignment: LinePattern = [/\S(?: {2,}|\t+)\S.{0,120}?\S(?: {2,}|\t+)\S/, { is: ['wide'] }];
const isAligned = anyPattern(alignment);
const isLoose = anyPattern(loose);
const isKnownHeader = anyPattern(knownHeader);
const isRule = anyPattern([/^[-=+ ]{8,}$/, { lacks: `aA0"':|.,é` }]);
const isCapitals = anyPattern(capitals);
const isLooseOrCapitals = anyPattern(loose, capitals);
const isMount = anyPattern([/^\S{1,200} on \S{1,200} type \w/, { holds: ' type ', is: ['margin'] }]);
const isTraced = anyPattern(
  [/^[<>*{}] |^[<>*]\r?$|^[{}] \[\d+ bytes/, { opens: '<>*{}', is: ['margin'] }],
  [/^[\w-]{2,40}: \S/, { opens: 'A-Za-z0-9_-', is: ['margin', 'colon space'] }],
  [/^HTTP\/[\d.]+ \d{3}/, { opens: 'H', has: '/0', is: ['margin'] }],
);
const isExchange = anyPattern(
  [/^[<>] (?:HTTP\/|[A-Z]{3,8} \S|[\w-]{2,40}: )/, { opens: '<>', is: ['margin'] }],
  [/^HTTP\/[\d.]+ \d{3}/, { opens: 'H', has: '/0', is: ['margin'] }],
);
const isCounter = anyPattern([/^\s+\w[\w ():]*\s+\d+$/, { opens: 'A-Za-z0-9_', closes: '0-9', is: ['indented'] }]);
const isLabelled = anyPattern([
  /^\s*[A-Za-z][\w /().-]{0,40}?\s*:\s{1,}\S|^\s*[A-Za-z][\w ()/.-]{0,40} {2,}\S+.*$|^\s+[a-z_]+ \d+$/,
  { opens: 'A-Za-z_' },
]);
const mayBePadded = anyPattern([/ {2,}\S/, { is: ['wide'] }], [/\s:\s/, { has: ':' }]);

/** Share of lines that are the output of a program that lists things, and what explains most of them. */
export interface TerminalEvidence {
  readonly share: number;
  readonly layout: string;
}

/** Lines that a listing alone prints, each by itself: permissions, branches of a tree, commits, sizes, paths, names of directories, columns. */
export const listingLines: readonly LinePattern[] = [
  permissions,
  branch,
  ...commits,
  ...fileStatistics,
  annotation,
  size,
  ...paths,
  directoryHeading,
  listingTotal,
  alignment,
];

/** Whether most cells are numbers: then a time at the beginning of a row is a cell of a measurement, not the stamp of a message. */
export function isMeasurement(lines: readonly Line[]): boolean {
  if (firstIsKnownHeader(lines) && alignedShare(lines) >= 0.6) return true;
  let cells = 0;
  let numbers = 0;
  for (const line of lines) {
    if (!isAligned(line)) continue;
    for (const cell of line.text.trim().split(/\s+/)) {
      cells++;
      if (/^[-+]?[\d.,:%]+[KMGT%]?$/.test(cell)) numbers++;
    }
  }
  return cells >= lines.length * 4 && numbers >= cells * 0.6;
}

function firstIsKnownHeader([first]: readonly Line[]): boolean {
  return first !== undefined && isKnownHeader(first);
}

/** Listings, process tables, version control logs, trees and other columns aligned with blanks. */
export function terminalEvidence(lines: readonly Line[]): TerminalEvidence {
  const layouts: readonly TerminalEvidence[] = [
    { layout: 'a listing of files', share: shareOf(lines, isListedFile) },
    { layout: 'a tree', share: shareOf(lines, isBranch) },
    { layout: 'a version history', share: historyShare(lines) },
    { layout: 'annotated lines', share: shareOf(lines, isAnnotated) },
    { layout: 'sizes and paths', share: shareOf(lines, isSized) },
    { layout: 'paths', share: pathsShare(lines) },
    { layout: 'names', share: namesShare(lines) },
    { layout: 'aligned columns', share: alignedShare(lines) },
    { layout: 'mounts', share: shareOf(lines, isMount) },
    { layout: 'a protocol trace', share: traceShare(lines) },
    { layout: 'labelled values', share: labelledShare(lines) },
  ];
  return layouts.reduce((best, next) => (next.share > best.share ? next : best));
}

function historyShare(lines: readonly Line[]): number {
  const short = shareOf(lines, isShortCommit);
  if (short >= 0.9) return short;
  if (!lines.slice(0, 12).some(isCommit)) return 0;
  const plain = lines.slice(0, 12).some(isGraphCommit) ? readLines(lines.map(({ text }) => text.replace(graphLines, ''))) : lines;
  return shareOf(plain, (line) => line.opens === noCharacter || isHistory(line));
}

/** Wrapped base64 has slashes too, but neither file extensions nor a beginning at the root or here. */
function pathsShare(lines: readonly Line[]): number {
  const paths = shareOf(lines, isPath);
  const certain = shareOf(lines, isCertainPath);
  return sameLength(lines) && certain < 0.5 ? 0 : paths;
}

/** Many short names, one per line; identifiers of one length (UUIDs, hashes) are no listing. */
function namesShare(lines: readonly Line[]): number {
  if (lines.length < 5) return 0;
  if (sameLength(lines)) return 0;
  const names = shareOf(lines, isName);
  const lettered = shareOf(lines, isLettered);
  return names >= 0.9 && lettered >= 0.8 ? names * 0.9 : 0;
}

/** Lines of one length are wrapped data (base64) or identifiers, not names. */
function sameLength(lines: readonly Line[]): boolean {
  const lengths = new Set(lines.map(({ text }) => text.length));
  return lengths.size < Math.min(4, lines.length / 2);
}

function alignedShare(lines: readonly Line[]): number {
  if (lines.length < 2) return 0;
  const header = lines.slice(0, 8).some((line) => isKnownHeader(line) || (isLoose(line) && isCapitals(line)) || isRule(line));
  const first = lines.slice(0, 12);
  if (firstIsKnownHeader(lines) && shareOf(first, isLoose) >= 0.6) return 0.8;
  const columns = shareOf(lines, isAligned);
  const two = shareOf(lines, isLooseOrCapitals);
  if (header && two >= 0.6) return Math.max(0.75, columns);
  if (columns >= 0.7) return columns;
  return two >= 0.8 && agreeingColumns(lines) >= 0.5 ? two * 0.8 : 0;
}

/** Share of lines whose second column starts where that of most lines starts. */
function agreeingColumns(lines: readonly Line[]): number {
  const starts = new Map<number, number>();
  for (const line of lines) {
    if (!isLoose(line)) continue;
    const match = /^\s*\S+(?: \S+)*?(?: {2,}|\t)(?=\S)/.exec(line.text);
    if (match !== null) starts.set(match[0].length, (starts.get(match[0].length) ?? 0) + 1);
  }
  return Math.max(0, ...starts.values()) / lines.length;
}

/** `curl -v`: requests, answers and notes, each with its sign. */
function traceShare(lines: readonly Line[]): number {
  const signed = shareOf(lines, isTraced);
  return lines.some(isExchange) ? signed : 0;
}

/** `Name : value` blocks as of package managers and device listings; without the blanks before the colon it would be YAML or mail. */
function labelledShare(lines: readonly Line[]): number {
  const counters = shareOf(lines, isCounter);
  if (counters >= 0.5) return counters;
  const padded = shareOf(lines, isPadded);
  if (padded < 0.4) return 0;
  return shareOf(lines, isLabelled) * 0.9;
}

/** Blanks at the ends are no padding. */
function isPadded(line: Line): boolean {
  return mayBePadded(line) && / {2,}\S|\s:\s/.test(line.text.trim());
}
