import { tellsWordChange } from '../../text/word-change.ts';
import { lineHead, lineKind, type DiffDocument } from './diff-document.ts';
import { readHunkRange } from './hunk-range.ts';

/** A whole line that is new, and one that is gone. */
const newLine = /^\{\+(?:(?!\[-|\+\}).)*\+\}$/;
const goneLine = /^\[-(?:(?!\{\+|-\]).)*-\]$/;
const longestRead = 4000;
/** Lines of hunks that are looked at before it is sure that they have a column of signs. */
const mostLooked = 400;

/** How many lines before and behind the change a line of a word diff stands for, and what it is. */
export interface WordLine {
  readonly kind: number;
  readonly oldLines: 0 | 1;
  readonly newLines: 0 | 1;
}

/**
 * Whether the hunks tell words (`git diff --word-diff`): changes stand inside the lines as `[-old-]{+new+}`, and no column of signs before them.
 */
export function isWordDiff(document: DiffDocument): boolean {
  if (!tellsWordChange(document.text)) return false;
  let marked = false;
  let unsigned = false;
  let left = 0;
  for (let line = 0, looked = 0; line < document.count && looked < mostLooked && !(marked && unsigned); line += 1) {
    const head = lineHead(document, line, longestRead);
    const range = readHunkRange(head);
    if (range !== undefined) left = Math.max(range.oldLines, range.newLines);
    else if (left > 0) {
      left -= 1;
      looked += 1;
      marked ||= tellsWordChange(head);
      // A minus, a plus and a blank may be the line's own.
      unsigned ||= /^[^-+ \t\\@]/.test(head);
    }
  }
  return marked && unsigned;
}

/** Reads a line of a word diff's hunk. */
export function readWordLine(document: DiffDocument, line: number): WordLine {
  const head = lineHead(document, line, longestRead);
  if (newLine.test(head)) return { kind: lineKind.added, oldLines: 0, newLines: 1 };
  if (goneLine.test(head)) return { kind: lineKind.removed, oldLines: 1, newLines: 0 };
  return { kind: tellsWordChange(head) ? lineKind.added : lineKind.context, oldLines: 1, newLines: 1 };
}
