import { isForeignBlank } from '../../../detect/line.ts';

/** A line of a text that is not blank: where it begins, and where it ends without its break and the spaces before that. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The first code unit that is no white space, and where it stands in the text. */
  readonly opens: number;
  readonly opensAt: number;
  /** Columns of spaces and tabs before it; a tab reaches to the next stop. */
  readonly indent: number;
}

/** Manuals are set with tab stops of so many columns, and their lines begin now with spaces, now with tabs. */
const tabStop = 8;
const space = 0x20;
const tab = 0x09;
const lastOfAscii = 0x7f;

/**
 * The paragraphs of `text[start..end)`: runs of lines that are not blank.
 *
 * @param codes the code units of the text
 * @param mostLines ends behind the paragraph that holds this line
 */
export function readParagraphs(
  text: string,
  codes: Uint16Array,
  { start, end, mostLines = Number.POSITIVE_INFINITY }: { readonly start: number; readonly end: number; readonly mostLines?: number },
): readonly (readonly TextLine[])[] {
  const paragraphs: TextLine[][] = [];
  let lines: TextLine[] = [];
  let count = 0;
  for (let at = start; at < end;) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    const last = lineEnd(text, codes, at, next);
    if (last > at) {
      lines.push(lineBetween(text, codes, at, last));
      count += 1;
    } else if (lines.length > 0) {
      paragraphs.push(lines);
      lines = [];
      if (count >= mostLines) return paragraphs;
    }
    at = next;
  }
  if (lines.length > 0) paragraphs.push(lines);
  return paragraphs;
}

/** Where a line ends without the white space behind it; its beginning where there is nothing else. */
function lineEnd(text: string, codes: Uint16Array, start: number, end: number): number {
  let last = end;
  while (last > start && codes[last - 1]! <= space && isBlank(codes[last - 1]!)) last -= 1;
  const isForeign = last > start && codes[last - 1]! > lastOfAscii && isForeignBlank(codes[last - 1]!);
  return isForeign ? start + text.slice(start, last).trimEnd().length : last;
}

/** What `trimEnd` takes away of ASCII. */
function isBlank(code: number): boolean {
  return code === space || (code >= tab && code <= 0x0d);
}

/** A line by its ends; there is something on it. */
export function lineBetween(text: string, codes: Uint16Array, start: number, end: number): TextLine {
  let indent = 0;
  let at = start;
  for (; at < end; at += 1) {
    const code = codes[at]!;
    if (code === space) indent += 1;
    else if (code === tab) indent += tabStop - (indent % tabStop);
    else break;
  }
  while (at < end && (codes[at]! > lastOfAscii ? isForeignBlank(codes[at]!) : isBlank(codes[at]!))) at += 1;
  return { start, end, text: text.slice(start, end), opens: at < end ? codes[at]! : 0, opensAt: at, indent };
}
