/** How the lines of the other text are read: as they are, or without the tags around them. */
export type EchoView = 'plain' | 'untagged';

/** A text told by the lines of another one. */
export interface Echo {
  readonly view: EchoView;
  /** What the lines of the text end with. */
  readonly ends: 'lf' | 'crlf';
  /** The text with line feeds; runs of lines that the other text has are told as `@3-9`. */
  readonly text: string;
  /** How many characters are told by reference. */
  readonly saved: number;
}

/** A reference takes about five tokens. */
const MINIMUM_RUN = 28;
const MINIMUM_SAVED = 64;

const REFERENCE = /^@\d+(?:-\d+)?$/;

/** The lines of a text that others may refer to. */
export function echoSource(text: string, view: EchoView): readonly string[] {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  return view === 'plain' ? lines : lines.map(withoutTags);
}

/** A line without the tags at its ends. */
function withoutTags(line: string): string {
  let from = 0;
  let end = line.length;
  for (;;) {
    let at = from;
    while (line[at] === ' ') at++;
    const close = line[at] === '<' ? line.indexOf('>', at) : -1;
    if (close < 0 || close >= end) break;
    from = close + 1;
  }
  while (end > from && line[end - 1] === '>') {
    const open = line.lastIndexOf('<', end - 1);
    if (open < from) break;
    end = open;
  }
  return line.slice(from, end);
}

/** The text by the lines of a source, or undefined where that saves too little or could be misread. Linear in both texts. */
export function tellByLines(text: string, source: readonly string[], view: EchoView): Echo | undefined {
  const feeds = text.split('\n');
  const returns =
    feeds.length > 1 && feeds.slice(0, -1).every((line) => line.endsWith('\r')) && !(feeds[feeds.length - 1] as string).includes('\r');
  const lines = returns ? feeds.map((line, index) => (index < feeds.length - 1 ? line.slice(0, -1) : line)) : feeds;
  const places = new Map<string, number>();
  for (let index = source.length - 1; index >= 0; index--) places.set(source[index] as string, index);
  const told: string[] = [];
  let saved = 0;
  let expected = 0;
  for (let at = 0; at < lines.length;) {
    const line = lines[at] as string;
    if (REFERENCE.test(line)) return undefined;
    const from = source[expected] === line ? expected : places.get(line);
    const run = from === undefined || line === '' ? 0 : runLength(lines, at, source, from);
    const length = charactersOf(lines, at, run);
    if (from === undefined || length < MINIMUM_RUN) {
      told.push(line);
      at++;
      continue;
    }
    told.push(run === 1 ? `@${from + 1}` : `@${from + 1}-${from + run}`);
    saved += length;
    expected = from + run;
    at += run;
  }
  if (saved < MINIMUM_SAVED) return undefined;
  return { view, ends: returns ? 'crlf' : 'lf', text: told.join('\n'), saved };
}

/** How many lines agree from here on; blank ones at the end do not count. */
function runLength(lines: readonly string[], at: number, source: readonly string[], from: number): number {
  let run = 1;
  while (at + run < lines.length && from + run < source.length && lines[at + run] === source[from + run]) run++;
  while (run > 1 && lines[at + run - 1] === '') run--;
  return run;
}

function charactersOf(lines: readonly string[], at: number, run: number): number {
  let length = 0;
  for (let index = at; index < at + run; index++) length += (lines[index] as string).length + 1;
  return length;
}

/** The text behind an echo; undefined where it refers to lines that the source does not have. */
export function resolveEcho(text: string, source: readonly string[], ends: 'lf' | 'crlf'): string | undefined {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    if (!REFERENCE.test(line)) {
      lines.push(line);
      continue;
    }
    const [from, to] = line.slice(1).split('-').map(Number);
    const last = to ?? (from as number);
    if (last > source.length) return undefined;
    for (let index = (from as number) - 1; index < last; index++) lines.push(source[index] as string);
  }
  return lines.join(ends === 'crlf' ? '\r\n' : '\n');
}
