import { unescapeMarkers } from '@headroom/core';

/** Statements of ours inside a line: how much of it is missing there. */
const inner = /\s?\[(?:…[^[\]]*offloaded…|\d+ sentences? offloaded)\]\s?/g;
/** A line that is a statement of ours, in any kind of text; it may be a comment of that text's language. */
const statement = /^\s*(?:# )?\[.*\]$|^<<ccr:[0-9a-f]{24}[^<>]*>>$/;
/** A statement that a list of names with their counts follows. */
const opensRoster = /:\]$/;
const rosterLine = /^\S.*?(?:\s\d+|\s\+\d+ -\d+)(?:,|$| )/;
/** Above the rows of a file that hits were found in: how many are shown. */
const fileHeading = /^(.+) \(\d+ of \d+(?:; rows? [\d, -]+)?\)$/;

/** Colours and other codes of terminals, as they are or spelled, say nothing and may be left out. */
const terminalCodes = /(?:\u001b|\^\[)(?:\[[0-9;?]{0,40}[A-Za-z]|\][^\u0007\u001b]{0,400}(?:\u0007|\u001b\\)|[()][A-Z0-9]|[=>78])/g;

const collapsed = (line: string): string => line.replace(terminalCodes, '').trim().replace(/\s+/g, ' ');

/** Lines of a shortened text that are neither a line of the original (or parts of one line around statements of what is missing), nor a statement: none may be. */
export function fusedLines(original: string, shown: string): readonly string[] {
  const lines = original
    .split(/\r\n|\n|\r/)
    .flatMap(rowsOfEvent)
    .map(collapsed);
  const known = new Set(lines);
  const whole = `\n${lines.join('\n')}\n`;
  const found: string[] = [];
  let inRoster = false;
  for (const line of unescapeMarkers(shown).split(/\r\n|\n|\r/)) {
    if (statement.test(line)) inRoster = opensRoster.test(line);
    else if (inRoster && rosterLine.test(line)) continue;
    else if (!isOfOneLine(line, known, whole)) found.push(line);
  }
  return found;
}

interface RipgrepEvent {
  readonly type?: string;
  readonly data?: {
    readonly path?: { readonly text?: string };
    readonly line_number?: number;
    readonly lines?: { readonly text?: string };
  };
}

/** An event of `rg --json` says what a row of `rg` says: path, number, text. Other lines are what they are. */
function rowsOfEvent(line: string): readonly string[] {
  if (!line.startsWith('{"type":"')) return [line];
  const { data } = JSON.parse(line) as RipgrepEvent;
  const path = data?.path?.text ?? '';
  const text = data?.lines?.text ?? '';
  return [line, path, ...text.split('\n').map((row, index) => `${path}:${(data?.line_number ?? 0) + index}:${row}`)];
}

/** Whether all parts of a line stand in one line of the original, in their order. */
function isOfOneLine(line: string, known: ReadonlySet<string>, whole: string): boolean {
  if (known.has(collapsed(line))) return true;
  const path = fileHeading.exec(line)?.[1];
  const parts = (path === undefined ? line.split(inner) : [path]).map(collapsed).filter((part) => part !== '');
  const [first] = parts;
  if (first === undefined) return true;
  for (let at = whole.indexOf(first); at >= 0; at = whole.indexOf(first, at + 1)) {
    const end = whole.indexOf('\n', at);
    let from = at;
    if (
      parts.every((part) => {
        const place = whole.indexOf(part, from);
        from = place + part.length;
        return place >= 0 && from <= end;
      })
    )
      return true;
  }
  return false;
}
