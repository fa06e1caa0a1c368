import type { Language } from '../languages/language.ts';
import { languageOfPath, languageOfWord } from '../languages/find-language.ts';
import { endsFile, readFence, readFileHeader } from './file-header.ts';
import { gutterWidths } from './line-numbers.ts';
import { lineOf, sourceLines, type SourceLines } from './source-lines.ts';

/** A file inside a payload: some of its lines. */
export interface SourceFile {
  /** Line of the payload that its first line is, from 0. */
  readonly firstLine: number;
  readonly lines: SourceLines;
  /** Undefined where no header named it. */
  readonly path: string | undefined;
  /** Told by header or fence; undefined where only the content can tell. */
  readonly language: Language | undefined;
  /** Characters before each line that are no part of the file: line numbers. */
  readonly gutters: Uint32Array | undefined;
}

interface Stretch {
  readonly first: number;
  readonly path: string | undefined;
  readonly language: Language | undefined;
}

const leastLines = 4;

/**
 * Finds the files of a payload by their headers, closing tags and fences. What stands between files belongs to none and is never touched.
 *
 * @param fallback the language of a text without headers, where the call named a file
 */
export function splitFiles(payload: SourceLines, fallback: Language | undefined): readonly SourceFile[] {
  const files: SourceFile[] = [];
  let open: Stretch | undefined = { first: 0, path: undefined, language: fallback };
  let named: Stretch | undefined;
  const close = (last: number): void => {
    if (open !== undefined && last - open.first + 1 >= leastLines) files.push(fileOf(payload, open, last));
    open = undefined;
  };
  let fenced = false;
  for (let line = 0; line < payload.count; line += 1) {
    const text = lineOf(payload, line);
    const header = readFileHeader(text);
    const fence = header === undefined ? readFence(text) : undefined;
    if (header !== undefined && !fenced) {
      close(isRule(payload, line - 1) ? line - 2 : line - 1);
      named = open = { first: isRule(payload, line + 1) ? line + 2 : line + 1, path: header.path, language: languageOfPath(header.path) };
    } else if (endsFile(text)) {
      close(line - 1);
      named = undefined;
    } else if (fence !== undefined && (fenced || open === undefined || line === open.first)) {
      close(line - 1);
      fenced = !fenced;
      if (fenced) open = { first: line + 1, path: named?.path, language: languageOfWord(fence) ?? named?.language };
    }
  }
  close(payload.count - 1);
  return files;
}

/** A rule above or below a header belongs to neither file. */
function isRule(payload: SourceLines, line: number): boolean {
  return line >= 0 && line < payload.count && /^(?:={4,}|-{4,}|#{4,}|\*{4,})$/.test(lineOf(payload, line).trim().slice(0, 400));
}

function fileOf(payload: SourceLines, { first, path, language }: Stretch, last: number): SourceFile {
  const gutters = gutterWidths(payload, first, last);
  const start = payload.starts[first] ?? 0;
  const raw = payload.text.slice(start, payload.starts[last + 1]);
  const text = gutters === undefined ? raw : withoutGutters(payload, { first, last, gutters });
  return { firstLine: first, lines: sourceLines(text), path, language, gutters };
}

function withoutGutters(payload: SourceLines, range: { first: number; last: number; gutters: Uint32Array }): string {
  const parts: string[] = [];
  for (let line = range.first; line <= range.last; line += 1) {
    parts.push(payload.text.slice((payload.starts[line] ?? 0) + (range.gutters[line - range.first] ?? 0), payload.starts[line + 1]));
  }
  return parts.join('');
}
