import { isBlankLine, isChange, lineHead, lineKind, type DiffDocument, type DiffHunk } from './diff-document.ts';

/** Lines that are shown together or not at all. */
export interface DiffUnit {
  readonly sort: 'commit' | 'message' | 'statistics' | 'header' | 'change' | 'context';
  /** Lines of the diff, in order. */
  readonly lines: readonly number[];
  /** Lines that must stand above: the commit, the file's header, the hunk's `@@` line. */
  readonly parents: readonly number[];
  /** Its place among its like: paragraphs of one message, changes of one file. */
  readonly rank: number;
}

/** A hunk with no more changed lines than these is shown with all of them or not at all. */
const wholeHunk = 10;
/** Changed lines of a larger hunk that are shown together, at a fitting place. */
const pieceLines = 6;
const longestPiece = 11;
const paragraphLines = 8;

const statistics =
  /^ \S.{0,300}\|\s{1,8}(?:\d{1,9} [+-]*|Bin\b)|^ \d{1,9} files? changed|^ (?:create|delete|rename|copy|mode change)\b.{0,300}/;

/** Cuts a diff into units. Linear. */
export function findUnits(document: DiffDocument): readonly DiffUnit[] {
  const units: DiffUnit[] = [];
  const headers = headerLines(document);
  const rankOf = new Map<number, number>();
  const nextRank = (file: number): number => {
    const rank = rankOf.get(file) ?? 0;
    rankOf.set(file, rank + 1);
    return rank;
  };
  for (let line = 0; line < document.count;) {
    const kind = document.kinds[line]!;
    if (kind === lineKind.commit || kind === lineKind.message) line = pushMessage(units, document, line);
    else if (kind === lineKind.fileHeader) {
      const file = document.fileOf[line]!;
      units.push({ sort: 'header', lines: headers[file]!, parents: commitLine(document, line), rank: nextRank(-1) });
      line += 1;
    } else if (kind === lineKind.hunkHeader) {
      const hunk = document.hunks[document.hunkOf[line]!]!;
      pushHunk(units, document, { hunk, parents: [...commitLine(document, line), ...headers[hunk.file]!, line], nextRank });
      line = hunk.end;
    } else line += 1;
  }
  return units;
}

function commitLine({ commitOf }: DiffDocument, line: number): readonly number[] {
  return commitOf[line]! < 0 ? [] : [commitOf[line]!];
}

/** The lines of each file's header that are shown wherever anything of the file is. */
function headerLines({ kinds, fileOf, count, files }: DiffDocument): readonly (readonly number[])[] {
  const headers: number[][] = files.map(() => []);
  for (let line = 0; line < count; line += 1) {
    if (kinds[line] === lineKind.fileHeader || kinds[line] === lineKind.detail) headers[fileOf[line]!]!.push(line);
  }
  return headers;
}

/** A commit with its author, date and subject is one unit, each paragraph of its message another, each line of statistics one too. */
function pushMessage(units: DiffUnit[], document: DiffDocument, from: number): number {
  const { kinds, count } = document;
  const commit = kinds[from] === lineKind.commit;
  let end = from + 1;
  while (end < count && kinds[end] === lineKind.message) end += 1;
  const isBlank = (line: number): boolean => isBlankLine(document, line);
  let line = from;
  if (commit) {
    const head = [from];
    line += 1;
    for (; line < end && !isBlank(line); line += 1) head.push(line);
    for (; line < end && isBlank(line); line += 1) head.push(line);
    // The subject, which may be wrapped.
    for (
      let subject = 0;
      line < end && subject < 3 && !isBlank(line) && !statistics.test(lineHead(document, line, 400));
      line += 1, subject += 1
    )
      head.push(line);
    units.push({ sort: 'commit', lines: head, parents: [], rank: 0 });
  }
  const parents = commit ? [from] : [];
  for (let rank = 0; line < end;) {
    if (isBlank(line)) {
      line += 1;
      continue;
    }
    if (statistics.test(lineHead(document, line, 400))) {
      units.push({ sort: 'statistics', lines: [line], parents, rank });
      line += 1;
      continue;
    }
    const lines: number[] = [];
    for (; line < end && !isBlank(line) && lines.length < paragraphLines && !statistics.test(lineHead(document, line, 400)); line += 1)
      lines.push(line);
    units.push({ sort: 'message', lines, parents, rank });
    rank += 1;
  }
  return end;
}

interface HunkAt {
  readonly hunk: DiffHunk;
  readonly parents: readonly number[];
  readonly nextRank: (file: number) => number;
}

function pushHunk(units: DiffUnit[], document: DiffDocument, { hunk, parents, nextRank }: HunkAt): void {
  const { kinds } = document;
  const changed = hunk.added + hunk.removed;
  let piece: number[] = [];
  let above = parents;
  const close = (): void => {
    if (piece.length > 0) units.push({ sort: 'change', lines: piece, parents: above, rank: nextRank(hunk.file) });
    piece = [];
  };
  for (let line = hunk.start + 1; line < hunk.end; line += 1) {
    const kind = kinds[line]!;
    if (kind === lineKind.halfHeader) {
      close();
      above = [...parents, line];
      continue;
    }
    if (kind === lineKind.context) {
      if (changed > wholeHunk && piece.length >= pieceLines / 2) close();
      units.push({ sort: 'context', lines: [line], parents: above, rank: distanceToChange(document, hunk, line) });
      continue;
    }
    if (changed > wholeHunk && isChange(kind) && (piece.length >= longestPiece || (piece.length >= pieceLines && isSeam(document, line))))
      close();
    piece.push(line);
  }
  close();
}

const farthest = 6;

function distanceToChange({ kinds }: DiffDocument, { start, end }: DiffHunk, line: number): number {
  for (let far = 1; far < farthest; far += 1) {
    if ((line - far > start && isChange(kinds[line - far]!)) || (line + far < end && isChange(kinds[line + far]!))) return far;
  }
  return farthest;
}

/** Where a piece may end: before an empty line, a line that begins something, or a change of sign. */
function isSeam(document: DiffDocument, line: number): boolean {
  if (document.kinds[line] !== document.kinds[line - 1]) return true;
  const head = lineHead(document, line, 120).slice(1);
  return (
    head.trim() === '' ||
    /^\S/.test(head) ||
    /^\s{1,4}(?:\w+ ){0,4}(?:def|fn|func|function|class|case|struct|enum|impl|test|it)\b/.test(head)
  );
}
