import { readLines, type Line } from './line.ts';
import { once } from './once.ts';

const headCharacters = 7_000;
const laterCharacters = 3_500;
const lineCharacters = 240;
const maximumHeadLines = 80;
const maximumLaterLines = 40;

/** A bounded view of a text: detection looks at this alone wherever lines decide, so that its time does not grow with the text. */
export interface Sample {
  /** The whole text, for the few looks that need it. */
  readonly text: string;
  /** Index of the first character that is neither white space, nor a byte order mark, nor the tag of an agent's harness. */
  readonly start: number;
  /** Lines of the beginning, without ends of lines and terminal colours, cut at 240 characters; blank lines are kept. */
  readonly head: readonly string[];
  /** Non-blank lines of the beginning, the middle and the end, those of the head first. They are read where they are first asked for: a grammar may decide without. */
  readonly lines: readonly Line[];
}

/** Takes lines from the beginning, the middle and the end of a text. */
export function takeSample(text: string): Sample {
  const start = firstVisible(text);
  const head = linesOf(text, start - indentBefore(text, start), headCharacters, maximumHeadLines);
  return sampleOf(text, start, head, () => visibleLines(text, head));
}

function sampleOf(text: string, start: number, head: readonly string[], take: () => readonly string[]): Sample {
  const lines = once(() => readLines(take()));
  return {
    text,
    start,
    head,
    get lines() {
      return lines();
    },
  };
}

function visibleLines(text: string, head: readonly string[]): readonly string[] {
  const lines = head.filter(isVisible);
  if (text.length > headCharacters) {
    const middle = Math.max(headCharacters, Math.floor(text.length / 2));
    const tail = text.length - laterCharacters;
    if (tail > middle + laterCharacters) appendVisible(lines, wholeLinesAfter(text, middle));
    if (tail > headCharacters) appendVisible(lines, wholeLinesAfter(text, tail));
  }
  return lines;
}

/** The same lines under a rewrite of each, for texts whose lines carry a prefix. */
export function mapSample(sample: Sample, rewrite: (line: string) => string): Sample {
  return sampleOf(sample.text, sample.start, sample.head.map(rewrite), () =>
    sample.lines.map(({ text }) => rewrite(text)).filter(isVisible),
  );
}

/** Harnesses put results between tags of their own: `<returncode>0</returncode>`, `<output>`. */
const wrapperLine =
  /<(returncode|exit_code|exitcode|status|system|command)>[^<\n]{0,80}<\/\1>[ \t]*\r?\n|<(?:output|stdout|stderr|result|function_results|tool_result|observation|response|content)>[ \t]*\r?\n/y;
const maximumWrappers = 6;

function firstVisible(text: string): number {
  let at = visibleFrom(text, 0);
  for (let wrappers = 0; wrappers < maximumWrappers && text[at] === '<'; wrappers++) {
    wrapperLine.lastIndex = at;
    if (!wrapperLine.test(text)) break;
    at = visibleFrom(text, wrapperLine.lastIndex);
  }
  return at;
}

function visibleFrom(text: string, from: number): number {
  const visible = /[^\s\uFEFF]/g;
  visible.lastIndex = from;
  return visible.exec(text)?.index ?? text.length;
}

/** Blanks before the first visible character belong to its line: they are indentation. */
function indentBefore(text: string, start: number): number {
  let at = start;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t') && start - at < lineCharacters) at--;
  return start - at;
}

export function isVisible(line: string): boolean {
  return /\S/.test(line);
}

function appendVisible(lines: string[], more: readonly string[]): void {
  for (const line of more) if (isVisible(line)) lines.push(line);
}

/** The line that `from` falls into is left out: it was cut in two. */
function wholeLinesAfter(text: string, from: number): readonly string[] {
  const lines = linesOf(text, from, laterCharacters, maximumLaterLines + 1);
  return lines.slice(1);
}

function linesOf(text: string, from: number, characters: number, maximumLines: number): readonly string[] {
  const window = text.slice(from, from + characters);
  // Old texts end their lines with carriage returns alone.
  const lines = window.split(window.includes('\n') ? '\n' : '\r', maximumLines + 1);
  const cutShort = lines.length > maximumLines || from + characters < text.length;
  // The last line of a window is cut in two unless the text ends there; a text of one line has no other.
  if (cutShort && lines.length > 1) lines.pop();
  return lines.map(plainLine);
}

function plainLine(line: string): string {
  const short = line.length > lineCharacters ? line.slice(0, lineCharacters) : line;
  const uncoloured = short.includes('\u001b') ? short.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '') : short;
  return uncoloured.endsWith('\r') ? uncoloured.slice(0, -1) : uncoloured;
}

/** The share of lines that a predicate accepts; 0 of none. */
export function shareOf<Item>(lines: readonly Item[], accepts: (line: Item) => boolean): number {
  if (lines.length === 0) return 0;
  let accepted = 0;
  for (const line of lines) if (accepts(line)) accepted++;
  return accepted / lines.length;
}
