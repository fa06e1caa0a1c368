/** What a line of a diff is. */
export const lineKind = {
  /** Words around the diffs: messages of commits, statistics, anything that is none of the others. */
  message: 0,
  commit: 1,
  fileHeader: 2,
  /** Lines of a header that tell what happened: renames, modes, notices of binary files. */
  detail: 3,
  /** Lines of a header that say again what others say: `index`, and `---` and `+++` below `diff --git`. */
  redundant: 4,
  hunkHeader: 5,
  context: 6,
  added: 7,
  removed: 8,
  noNewline: 9,
  /** The bytes of a binary patch. */
  data: 10,
  /** In a context diff the line over the lines before the change, and that over those behind it. */
  halfHeader: 11,
} as const;

/** What kind of file was changed: it says how much its lines are worth. */
export type FileNature = 'source' | 'test' | 'document' | 'lock' | 'generated';

export interface DiffFile {
  path: string;
  /** Told of the file by name: `new`, `deleted`, `binary`, `renamed from old/path`. */
  note: string | undefined;
  nature: FileNature;
  /** Lines of the diff, the end not included. */
  readonly start: number;
  end: number;
  added: number;
  removed: number;
  /** The commit line that it stands under, -1 for none. */
  readonly commit: number;
}

export interface DiffHunk {
  readonly file: number;
  /** Lines of the diff, its `@@` line included, the end not. */
  readonly start: number;
  end: number;
  added: number;
  removed: number;
}

/** A diff as places in its text; nothing is copied. Lines are numbered from 0 here and from 1 wherever a reader sees them. */
export interface DiffDocument {
  readonly text: string;
  /** The code units of the text. */
  readonly codes: Uint16Array;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  /** The file of a line, -1 for none. */
  readonly fileOf: Int32Array;
  /** The hunk of a line, -1 for none. */
  readonly hunkOf: Int32Array;
  /** The commit line over a line, -1 for none. */
  readonly commitOf: Int32Array;
  readonly files: readonly DiffFile[];
  readonly hunks: readonly DiffHunk[];
}

export function lineText({ text, starts, ends }: DiffDocument, line: number): string {
  return text.slice(starts[line], ends[line]);
}

/** The beginning of a line, for patterns that need no more. */
export function lineHead({ text, starts, ends }: DiffDocument, line: number, characters: number): string {
  const start = starts[line]!;
  return text.slice(start, Math.min(ends[line]!, start + characters));
}

/** Whether nothing visible stands in a line; git indents the empty lines of messages. */
export function isBlankLine({ text, starts, ends }: DiffDocument, line: number): boolean {
  for (let at = starts[line]!; at < ends[line]!; at += 1) if (text.charCodeAt(at) !== 0x20 && text.charCodeAt(at) !== 0x09) return false;
  return true;
}

/** Whether a line was added or removed. */
export function isChange(kind: number): boolean {
  return kind === lineKind.added || kind === lineKind.removed;
}
