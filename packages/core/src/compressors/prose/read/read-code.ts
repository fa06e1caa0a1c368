import { code, frame, type PassageBuilder } from './passages.ts';

/** Code of no more lines than this is one passage; longer code is cut at its blank lines, or after so many lines. */
const mostLines = 14;
/** Groups of fewer lines are not cut off at a blank line. */
const leastLines = 4;

/** Where a block of code stands. */
export interface CodeBlock {
  readonly at: number;
  /** Lengths of the opening fence, of what it holds and of the closing one, line ends included. */
  readonly open: number;
  readonly body: number;
  readonly close: number;
  readonly place: { readonly parent: number; readonly section: number };
}

/** Reads a fenced block: its fences frame the passages inside. */
export function readCode(builder: PassageBuilder, text: string, { at, open, body, close, place }: CodeBlock): void {
  builder.newBlock();
  const start = at + open;
  const end = start + body;
  if (countLines(text, start, end) <= mostLines) {
    builder.add(at, code, place);
    return;
  }
  const parent = builder.add(at, frame, place);
  readLinesOfCode(builder, text, { start, end, place: { ...place, parent } });
  if (close > 0) builder.add(end, frame, { ...place, parent });
}

/** Reads lines that are no language (code, listings, verse): in groups that blank lines part. */
export function readLinesOfCode(
  builder: PassageBuilder,
  text: string,
  { start, end, place }: { readonly start: number; readonly end: number; readonly place: CodeBlock['place'] },
): void {
  let group = start;
  let lines = 0;
  let blank = false;
  for (let at = start; at < end;) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    const isBlank = text.slice(at, Math.min(next, at + 200)).trim() === '';
    if (!isBlank && ((blank && lines >= leastLines) || lines >= mostLines)) {
      builder.add(group, code, place);
      group = at;
      lines = 0;
    }
    if (!isBlank) lines += 1;
    blank = isBlank;
    at = next;
  }
  if (end > group) builder.add(group, code, place);
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end && lines <= mostLines; lines += 1) {
    const feed = text.indexOf('\n', at);
    at = feed < 0 ? end : feed + 1;
  }
  return lines;
}
