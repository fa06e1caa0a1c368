import { areRows } from './block-shapes.ts';
import { code, frame, type PassageBuilder } from './passages.ts';

/** Code of no more lines than this is one passage; longer code is cut at its blank lines, or after so many lines. */
const mostLines = 14;
/** Groups of fewer lines are not cut off at a blank line. */
const leastLines = 4;
/** Rows of fewer lines are shown or left out together. */
const fewestRows = 6;

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
  if (readPrinted(builder, text, { at, start, end, close, place })) return;
  if (countLines(text, start, end) <= mostLines) {
    builder.add(at, code, place);
    return;
  }
  const parent = builder.add(at, frame, place);
  readLinesOfCode(builder, text, { start, end, place: { ...place, parent } });
  if (close > 0) builder.add(end, frame, { ...place, parent });
}

/** Reads what a command printed row by row, the command above them: which of its rows answers is asked, not which group of them. @returns whether it is that */
function readPrinted(
  builder: PassageBuilder,
  text: string,
  {
    at,
    start,
    end,
    close,
    place,
  }: { readonly at: number; readonly start: number; readonly end: number; readonly close: number; readonly place: CodeBlock['place'] },
): boolean {
  const lines = linesBetween(text, start, end);
  const rows = lines.filter((line) => line.text.trim() !== '' && !isPrompt(line.text));
  if (rows.length < fewestRows || !areRows(rows)) return false;
  const parent = builder.add(at, frame, place);
  let command = parent;
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    const isCommand = isPrompt(line.text);
    const added = builder.add(line.start, code, { ...place, parent: isCommand ? parent : command });
    if (isCommand) command = added;
  }
  if (close > 0) builder.add(end, frame, { ...place, parent });
  return true;
}

interface PrintedLine {
  readonly start: number;
  readonly text: string;
}

/** A command as a shell shows it behind its prompt. */
function isPrompt(line: string): boolean {
  return /^(?:\S{1,80})?[$❯»] \S/.test(line);
}

function linesBetween(text: string, start: number, end: number): readonly PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (let at = start; at < end;) {
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 || feed >= end ? end : feed;
    lines.push({ start: at, text: text.slice(at, stop) });
    at = stop + 1;
  }
  return lines;
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
