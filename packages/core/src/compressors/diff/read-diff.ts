import { charCodes } from '../../text/char-codes.ts';
import { indexLines } from '../../text/lines.ts';
import { beginsContextHunk, contextLineKind, readContextHalf, type ContextHalf } from './context-hunk.ts';
import { lineHead, lineKind, type DiffDocument, type DiffFile, type DiffHunk } from './diff-document.ts';
import { fileNature } from './file-nature.ts';
import { describeFile } from './file-header.ts';
import { readHunkRange, type HunkRange } from './hunk-range.ts';
import { isWordDiff, readWordLine } from './word-diff.ts';

const headCharacters = 1200;
/** A header has no more lines than these; what follows are the bytes of a binary patch. */
const headerLines = 24;
/** One of these stands in every diff. */
const marks = ['@@ -', 'diff --', 'Index: ', '\n***************'];
const fileStart = /^diff --(?:git|cc|combined) /;
/** The command that compared two files, over their header: it says nothing that the header does not. */
const command = /^diff -(?!-(?:git|cc|combined) )/;
const commitStart = /^(?:commit [0-9a-f]{7,64}\b|From [0-9a-f]{40} )/;
/** A patch of a distribution's series begins as a mail does, without a commit. */
const mailStart = /^(?:From|Subject): \S/;
const detail =
  /^(?:(?:old|new|deleted file|new file) mode |(?:dis)?similarity index |(?:rename|copy) (?:from|to) |Binary files |GIT binary patch|Only in |Submodule |mode \d)/;

/**
 * Reads a diff: unified, with or without git's headers and messages, and combined. Linear.
 *
 * What a hunk's `@@` line promises decides where it ends, so that a removed line `-- x` is no header. Undefined where no hunk and no file stands in the text.
 */
export function readDiff(text: string): DiffDocument | undefined {
  if (!marks.some((mark) => text.includes(mark))) return undefined;
  const document = createDocument(text);
  const reader = createReader(document);
  for (let line = 0; line < document.count; line += 1) reader.read(line);
  reader.close();
  return document.files.length === 0 ? undefined : document;
}

type OpenDocument = DiffDocument & { readonly files: DiffFile[]; readonly hunks: DiffHunk[] };

function createDocument(text: string): OpenDocument {
  const lines = indexLines(text);
  const { count } = lines;
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  for (let line = 0; line < count; line += 1) {
    starts[line] = lines.start(line);
    ends[line] = lines.end(line);
  }
  const none = (): Int32Array => new Int32Array(count).fill(-1);
  return {
    text,
    codes: charCodes(text),
    count,
    starts,
    ends,
    kinds: new Uint8Array(count),
    fileOf: none(),
    hunkOf: none(),
    commitOf: none(),
    files: [],
    hunks: [],
  };
}

function createReader(document: OpenDocument): { read(line: number): void; close(): void } {
  const { text, count, starts, ends, kinds, fileOf, hunkOf, commitOf, files, hunks } = document;
  const ofWords = isWordDiff(document);
  let commit = -1;
  let file = -1;
  let header: string[] = [];
  let headed: 'git' | 'plain' | 'none' = 'none';
  let left: { range: HunkRange; oldLines: number; newLines: number } | undefined;
  let half: { side: ContextHalf['side'] | 'none'; lines: number } | undefined;
  let binary = false;
  /** The hunks before the last commit: what begins like a mail begins a patch only where one ended. */
  let hunksBefore = -1;

  const head = (line: number): string => (line < count ? lineHead(document, line, headCharacters) : '');
  const put = (line: number, kind: number, hunk = -1): void => {
    kinds[line] = kind;
    fileOf[line] = file;
    hunkOf[line] = hunk;
    commitOf[line] = commit;
  };
  const closeFile = (end: number): void => {
    const open = files[file];
    if (open !== undefined) {
      const { path, note } = describeFile(header);
      Object.assign(open, { end, path, note, nature: fileNature(path) });
    }
    header = [];
    left = undefined;
    half = undefined;
    binary = false;
    file = -1;
  };
  const openFile = (line: number, kind: 'git' | 'plain' | 'none'): void => {
    closeFile(line);
    file = files.length;
    headed = kind;
    files.push({ path: '', note: undefined, nature: 'source', start: line, end: count, added: 0, removed: 0, commit });
  };
  const openHunk = (line: number, range: HunkRange | undefined): void => {
    if (file < 0) openFile(line, 'none');
    left = range && { range, oldLines: range.oldLines, newLines: range.newLines };
    half = range === undefined ? { side: 'none', lines: 0 } : undefined;
    hunks.push({ file, start: line, end: line + 1, added: 0, removed: 0 });
    put(line, lineKind.hunkHeader, hunks.length - 1);
  };
  const kindInHalf = (line: number): number | undefined => {
    const opened = readContextHalf(lineHead(document, line, 60));
    if (opened !== undefined && (opened.side === 'new' ? half!.side === 'old' : half!.side === 'none')) {
      half = { ...opened };
      return lineKind.halfHeader;
    }
    const kind = half!.side === 'none' ? undefined : contextLineKind(lineHead(document, line, 3), half!.side);
    if (kind !== lineKind.noNewline) half!.lines -= 1;
    return half!.lines < 0 && kind !== lineKind.noNewline ? undefined : kind;
  };

  /** Where lines have no signs, a header ends the hunk whatever it promised. */
  const kindOfWords = (line: number): number | undefined => {
    const { oldLines, newLines } = left!;
    if ((oldLines <= 0 && newLines <= 0) || fileStart.test(head(line)) || readHunkRange(head(line)) !== undefined) return undefined;
    const read = readWordLine(document, line);
    left = { ...left!, oldLines: oldLines - read.oldLines, newLines: newLines - read.newLines };
    return read.kind;
  };

  /** @returns whether the line belongs to the open hunk */
  const readBody = (line: number): boolean => {
    if (left === undefined && half === undefined) return false;
    const kind = left === undefined ? kindInHalf(line) : ofWords ? kindOfWords(line) : bodyKind(document, line, left);
    if (kind === undefined) {
      [left, half] = [undefined, undefined];
      return false;
    }
    const hunk = hunks.at(-1)!;
    hunk.end = line + 1;
    if (kind === lineKind.added) {
      hunk.added += 1;
      files[file]!.added += 1;
    } else if (kind === lineKind.removed) {
      hunk.removed += 1;
      files[file]!.removed += 1;
    }
    put(line, kind, hunks.length - 1);
    return true;
  };

  const readHeader = (line: number): void => {
    if (file < 0 && !mayBegin(text.charCodeAt(starts[line]!))) {
      put(line, lineKind.message);
      return;
    }
    const shown = head(line);
    if (fileStart.test(shown) || (shown.startsWith('Index: ') && head(line + 1).startsWith('======'))) openFile(line, 'git');
    else if (command.test(shown) && /^(?:---|\*\*\*) /.test(head(line + 1))) {
      closeFile(line);
      put(line, lineKind.redundant);
      return;
    } else if (shown.startsWith('*** ') && head(line + 1).startsWith('--- ') && beginsContextHunk(head(line + 2))) openFile(line, 'plain');
    else if (shown.startsWith('--- ') && head(line + 1).startsWith('+++ ') && (headed !== 'git' || file < 0 || hunks.at(-1)?.file === file))
      openFile(line, 'plain');
    else if (commitStart.test(shown) || (hunks.length > hunksBefore && mailStart.test(shown))) {
      closeFile(line);
      commit = line;
      hunksBefore = hunks.length;
      put(line, lineKind.commit);
      return;
    } else if (file < 0) {
      put(line, lineKind.message);
      return;
    }
    if (header.length < headerLines) header.push(shown);
    if (files[file]!.start === line) put(line, lineKind.fileHeader);
    else if (/^(?:index |--- |\+\+\+ |={20})/.test(shown)) put(line, headed === 'plain' ? lineKind.detail : lineKind.redundant);
    else if (detail.test(shown)) {
      binary = shown.startsWith('GIT binary patch');
      put(line, lineKind.detail);
    } else if (binary && /^(?:literal|delta) \d/.test(shown)) put(line, lineKind.detail);
    else if (binary) put(line, lineKind.data);
    else leaveFile(line);
  };
  /** Words behind a file's last hunk belong to what follows; blank lines alone do not end it. */
  const leaveFile = (line: number): void => {
    if (starts[line] !== ends[line]) {
      closeFile(line);
    }
    put(line, lineKind.message);
  };
  return {
    read(line) {
      if (readBody(line)) return;
      const code = text.charCodeAt(starts[line]!);
      const range = code === 0x40 ? readHunkRange(head(line)) : undefined;
      if (range !== undefined) openHunk(line, range);
      else if (code === star && beginsContextHunk(head(line)) && readContextHalf(head(line + 1)) !== undefined) openHunk(line, undefined);
      else readHeader(line);
    },
    close: () => closeFile(count),
  };
}

/** Whether a line that begins so may begin a file's diff or a commit: `diff`, `Index:`, `---`, `***`, `commit`, `From`, `Subject:`. */
function mayBegin(code: number): boolean {
  return code === 0x64 || code === 0x49 || code === minus || code === star || code === 0x63 || code === 0x46 || code === 0x53;
}

interface Left {
  readonly range: HunkRange;
  oldLines: number;
  newLines: number;
}

const blank = 0x20;
const plus = 0x2b;
const minus = 0x2d;
const star = 0x2a;
const backslash = 0x5c;

/** The kind of a line in a hunk, or undefined where the hunk ended before it. */
function bodyKind({ text, starts, ends }: DiffDocument, line: number, left: Left): number | undefined {
  const start = starts[line]!;
  const sign = start === ends[line] ? blank : text.charCodeAt(start);
  if (sign === backslash) return lineKind.noNewline;
  if (left.range.parents > 1) return combinedKind(text, start, ends[line]!, left);
  if (left.oldLines <= 0 && left.newLines <= 0) return undefined;
  if (sign === plus) {
    left.newLines -= 1;
    return lineKind.added;
  }
  if (sign === minus) {
    left.oldLines -= 1;
    return lineKind.removed;
  }
  // A tab stands where an editor took the blank away.
  if (sign !== blank && sign !== 0x09) return undefined;
  left.oldLines -= 1;
  left.newLines -= 1;
  return lineKind.context;
}

/** In a combined diff each file before the change has a column of its own. */
function combinedKind(text: string, start: number, end: number, left: Left): number | undefined {
  let removed = false;
  let added = false;
  for (let column = start; column < start + left.range.parents && column < end; column += 1) {
    const sign = text.charCodeAt(column);
    if (sign === minus) removed = true;
    else if (sign === plus) added = true;
    else if (sign !== blank) return undefined;
  }
  if (removed) return lineKind.removed;
  if (left.newLines <= 0) return undefined;
  left.newLines -= 1;
  return added ? lineKind.added : lineKind.context;
}
