const permissions = /^[-dlbcpsD?][-r][-w][-xsStT][-r][-w][-xsStT][-r][-w][-xsStT][.+@]?\s/;
const tree = /^[\s│|]*(?:[├└]─*┬?|[+`|\\]--+)\s*\S/;
const commit = /^\s*(?:[*|\\/] ?)*commit [0-9a-f]{7,40}\b|^(?:Author|AuthorDate|Commit|CommitDate|Date|Merge):\s/;
/** The lines that `git log --graph` draws before those of the history. */
const graphLines = /^(?:[*|\\/_] ?)+/;
const graphCommit = /^(?:[*|\\/] ?)*\* commit [0-9a-f]{7,40}\b/;
const fileStatistic = /^ \S.{0,200} \| +(?:\d+ ?[-+]*|Bin\b)|^ \d+ files? changed/;
const shortCommit = /^(?:[*|\\/ ]+)?[0-9a-f]{7,12} \S/;
const blame = /^\^?[0-9a-f]{7,40} .{0,80}\(.{1,80} \d{4}-\d{2}-\d{2} .{0,40}\d+\)/;
const sized = /^\s*\d+(?:[.,]\d+)?[KMGTB]?\s+(?:\S*[/.]\S*|total)$/;
const path = /^(?:\.{0,2}\/|[A-Za-z]:\\)?(?:[\w@.+~#%,=\-[\]()$]+[\\/])+[\w@.+~#%,=\-[\]()$ ]*$/;
const bareName = /^[\w@.+~#%,=()[\]-]{1,40}[/*@=|]?$/;
const listedDirectory = /^\S{1,200}:$|^total \d+/;
const aligned = /\S(?: {2,}|\t+)\S.{0,120}?\S(?: {2,}|\t+)\S/;
const loose = /\S(?: {2,}|\t+)\S/;
const capitals = /^\s*(?:[A-Z%#][A-Z0-9%/_()#:-]*(?:\s+|$)){3,}/;
const knownHeader =
  /^(?:Filesystem\s|Proto\s|Netid\s|Package\s+Version|USER\s|UNIT\s|NAME\s|CONTAINER ID|REPOSITORY\s|COMMAND\s|TARGET\s|Chain \w+ \(|Active |Desired=|top - |\s*PID\s|\s*total\s+used|Mem:|Kernel (?:IP|Interface)|procs -|Linux \d)/;
const keyColon = /^\s*[A-Za-z][\w /().-]{0,40}?\s*:\s{1,}\S|^\s*[A-Za-z][\w ()/.-]{0,40} {2,}\S+.*$|^\s+[a-z_]+ \d+$/;

/** Share of lines that are the output of a program that lists things, and what explains most of them. */
export interface TerminalEvidence {
  readonly share: number;
  readonly layout: string;
}

/** Lines that a listing alone prints, each by itself: permissions, branches of a tree, commits, sizes, paths, names of directories, columns. */
export const listingLines: readonly RegExp[] = [permissions, tree, commit, fileStatistic, blame, sized, path, listedDirectory, aligned];

/** Whether most cells are numbers: then a time at the beginning of a row is a cell of a measurement, not the stamp of a message. */
export function isMeasurement(lines: readonly string[]): boolean {
  if (knownHeader.test(lines[0] ?? '') && alignedShare(lines) >= 0.6) return true;
  let cells = 0;
  let numbers = 0;
  for (const line of lines) {
    if (!aligned.test(line)) continue;
    for (const cell of line.trim().split(/\s+/)) {
      cells++;
      if (/^[-+]?[\d.,:%]+[KMGT%]?$/.test(cell)) numbers++;
    }
  }
  return cells >= lines.length * 4 && numbers >= cells * 0.6;
}

/** Listings, process tables, version control logs, trees and other columns aligned with blanks. */
export function terminalEvidence(lines: readonly string[]): TerminalEvidence {
  const layouts: readonly TerminalEvidence[] = [
    { layout: 'a listing of files', share: share(lines, (line) => permissions.test(line) || listedDirectory.test(line)) },
    { layout: 'a tree', share: share(lines, (line) => tree.test(line)) },
    { layout: 'a version history', share: historyShare(lines) },
    { layout: 'annotated lines', share: share(lines, (line) => blame.test(line)) },
    { layout: 'sizes and paths', share: share(lines, (line) => sized.test(line)) },
    { layout: 'paths', share: pathsShare(lines) },
    { layout: 'names', share: namesShare(lines) },
    { layout: 'aligned columns', share: alignedShare(lines) },
    { layout: 'mounts', share: share(lines, (line) => /^\S{1,200} on \S{1,200} type \w/.test(line)) },
    { layout: 'a protocol trace', share: traceShare(lines) },
    { layout: 'labelled values', share: labelledShare(lines) },
  ];
  return layouts.reduce((best, next) => (next.share > best.share ? next : best));
}

function share(lines: readonly string[], accepts: (line: string) => boolean): number {
  if (lines.length === 0) return 0;
  let accepted = 0;
  for (const line of lines) if (accepts(line)) accepted++;
  return accepted / lines.length;
}

function historyShare(lines: readonly string[]): number {
  const short = share(lines, (line) => shortCommit.test(line));
  if (short >= 0.9) return short;
  if (!lines.slice(0, 12).some((line) => commit.test(line))) return 0;
  const isGraph = lines.slice(0, 12).some((line) => graphCommit.test(line));
  return share(lines, (line) => {
    const plain = isGraph ? line.replace(graphLines, '') : line;
    return plain.trim() === '' || commit.test(plain) || fileStatistic.test(plain) || /^ {4}/.test(plain);
  });
}

/** Wrapped base64 has slashes too, but neither file extensions nor a beginning at the root or here. */
function pathsShare(lines: readonly string[]): number {
  const paths = share(lines, (line) => path.test(line));
  const certain = share(lines, (line) => /^\.{0,2}\/|\.\w{1,6}$/.test(line));
  return sameLength(lines) && certain < 0.5 ? 0 : paths;
}

/** Many short names, one per line; identifiers of one length (UUIDs, hashes) are no listing. */
function namesShare(lines: readonly string[]): number {
  if (lines.length < 5) return 0;
  if (sameLength(lines)) return 0;
  const names = share(lines, (line) => bareName.test(line) || listedDirectory.test(line) || path.test(line));
  const lettered = share(lines, (line) => /[A-Za-z]{2}/.test(line));
  return names >= 0.9 && lettered >= 0.8 ? names * 0.9 : 0;
}

/** Lines of one length are wrapped data (base64) or identifiers, not names. */
function sameLength(lines: readonly string[]): boolean {
  const lengths = new Set(lines.map((line) => line.length));
  return lengths.size < Math.min(4, lines.length / 2);
}

function alignedShare(lines: readonly string[]): number {
  if (lines.length < 2) return 0;
  const header = lines
    .slice(0, 8)
    .some((line) => knownHeader.test(line) || (capitals.test(line) && loose.test(line)) || /^[-=+ ]{8,}$/.test(line));
  const first = lines.slice(0, 12);
  if (knownHeader.test(lines[0] ?? '') && share(first, (line) => loose.test(line)) >= 0.6) return 0.8;
  const columns = share(lines, (line) => aligned.test(line));
  const two = share(lines, (line) => loose.test(line) || capitals.test(line));
  const widths = agreeingColumns(lines);
  if (header && two >= 0.6) return Math.max(0.75, columns);
  if (columns >= 0.7) return columns;
  return two >= 0.8 && widths >= 0.5 ? two * 0.8 : 0;
}

/** Share of lines whose second column starts where that of most lines starts. */
function agreeingColumns(lines: readonly string[]): number {
  const starts = new Map<number, number>();
  for (const line of lines) {
    const match = /^\s*\S+(?: \S+)*?(?: {2,}|\t)(?=\S)/.exec(line);
    if (match !== null) starts.set(match[0].length, (starts.get(match[0].length) ?? 0) + 1);
  }
  return Math.max(0, ...starts.values()) / lines.length;
}

/** `curl -v`: requests, answers and notes, each with its sign. */
function traceShare(lines: readonly string[]): number {
  const signed = share(lines, (line) => /^[<>*{}] |^[<>*]\r?$|^[{}] \[\d+ bytes|^[\w-]{2,40}: \S|^HTTP\/[\d.]+ \d{3}/.test(line));
  return lines.some((line) => /^[<>] (?:HTTP\/|[A-Z]{3,8} \S|[\w-]{2,40}: )|^HTTP\/[\d.]+ \d{3}/.test(line)) ? signed : 0;
}

/** `Name : value` blocks as of package managers and device listings; without the blanks before the colon it would be YAML or mail. */
function labelledShare(lines: readonly string[]): number {
  const counters = share(lines, (line) => /^\s+\w[\w ():]*\s+\d+$/.test(line));
  if (counters >= 0.5) return counters;
  const padded = share(lines, (line) => / {2,}\S|\s:\s/.test(line.trim()));
  if (padded < 0.4) return 0;
  return share(lines, (line) => keyColon.test(line)) * 0.9;
}
