import type { Omission } from '../../types/compressor.ts';
import { isBlankLine, lineKind, lineText, type DiffDocument } from './diff-document.ts';
import { shownHeader } from './signature.ts';
import { gapEnd, tellGap, type GapTeller } from './tell-gap.ts';

export interface RenderedDiff {
  readonly text: string;
  readonly omissions: readonly Omission[];
}

export interface RenderDiffOptions {
  /** Tokens for naming the files of which nothing is shown. */
  readonly rosterTokens: number;
  readonly count: (text: string) => number;
}

/** A short unchanged line between shown ones costs no more than saying that it is missing. */
const filledCharacters = 24;

/** Writes the kept lines in their order, each gap stated in its place: unchanged lines, changes, hunks, and files by name with their figures. */
export function renderDiff(document: DiffDocument, kept: Uint8Array, { rosterTokens, count }: RenderDiffOptions): RenderedDiff {
  const shown = fillSmallGaps(document, kept);
  const fileShown = filesShown(document, shown);
  const hiddenFiles = fileShown.reduce((sum, seen) => sum + 1 - seen, 0);
  const teller: GapTeller = { document, fileShown, rosterTokens, tokensPerFile: rosterTokens / Math.max(1, hiddenFiles), count };
  const out: string[] = [];
  let redundant = 0;
  let omitted = 0;
  for (let line = 0; line < document.count;) {
    if (shown[line] === 1) {
      out.push(lineText(document, line));
      line += 1;
      continue;
    }
    const end = gapEnd(teller, shown, line);
    const gap = tellGap(teller, line, end);
    redundant += gap.redundant;
    omitted += end - line;
    out.push(...gap.lines);
    line = end;
  }
  const figures = countChanges(document, shown);
  const header = tellTotals(document, { ...figures, hiddenFiles, redundant });
  const facts = [
    ...(hiddenFiles === 0 ? [] : [`${hiddenFiles}_whole_files`]),
    `+${figures.added - figures.addedShown}`,
    `-${figures.removed - figures.removedShown}`,
  ];
  return { text: [header, ...out].join('\n'), omissions: omitted === 0 ? [] : [{ unit: 'lines', count: omitted, where: '', facts }] };
}

function fillSmallGaps(document: DiffDocument, kept: Uint8Array): Uint8Array {
  const { count, kinds, starts, ends, hunkOf, fileOf } = document;
  const shown = kept.slice();
  for (let line = 1; line + 1 < count; line += 1) {
    if (kept[line] === 1 || kept[line - 1] === 0 || kept[line + 1] === 0) continue;
    const empty = kinds[line] === lineKind.message && fileOf[line] === fileOf[line - 1] && isBlankLine(document, line);
    const within = kinds[line] === lineKind.context && hunkOf[line - 1] === hunkOf[line] && hunkOf[line + 1] === hunkOf[line];
    if (empty || (within && (ends[line]! - starts[line]! <= filledCharacters || isBlankLine(document, line)))) shown[line] = 1;
  }
  return shown;
}

function filesShown({ files, fileOf, count }: DiffDocument, shown: Uint8Array): Uint8Array {
  const seen = new Uint8Array(files.length);
  for (let line = 0; line < count; line += 1) if (shown[line] === 1 && fileOf[line]! >= 0) seen[fileOf[line]!] = 1;
  return seen;
}

interface Changes {
  readonly added: number;
  readonly removed: number;
  readonly addedShown: number;
  readonly removedShown: number;
}

function countChanges({ kinds, count }: DiffDocument, shown: Uint8Array): Changes {
  const figures = { added: 0, removed: 0, addedShown: 0, removedShown: 0 };
  for (let line = 0; line < count; line += 1) {
    if (kinds[line] === lineKind.added) {
      figures.added += 1;
      figures.addedShown += shown[line]!;
    } else if (kinds[line] === lineKind.removed) {
      figures.removed += 1;
      figures.removedShown += shown[line]!;
    }
  }
  return figures;
}

function tellTotals(document: DiffDocument, told: Changes & { readonly hiddenFiles: number; readonly redundant: number }): string {
  const parts = [
    `${document.files.length - told.hiddenFiles} of ${document.files.length} files`,
    `+${told.addedShown} of +${told.added}`,
    `-${told.removedShown} of -${told.removed}`,
  ];
  const rules = told.redundant === 0 ? '' : `; ${redundantMarks(document)} lines left out`;
  return `${shownHeader}${parts.join(', ')}${rules}]`;
}

/** What the lines begin with that say again what others say. */
function redundantMarks(document: DiffDocument): string {
  if (document.kinds.includes(lineKind.halfHeader)) return 'diff, *** and ---';
  const command = document.kinds.findIndex((kind, line) => kind === lineKind.redundant && document.fileOf[line]! < 0);
  return command < 0 ? 'index, --- and +++' : 'diff, index, --- and +++';
}
