/**
 * A text cut into units (lines, rows, elements) that are shown whole or left out. Nothing is copied; units are numbered from 0 and lines, wherever a reader
 * sees them, from 1.
 */
export interface TextUnits {
  readonly text: string;
  readonly count: number;
  /** Where a unit begins and ends in the text; the break behind it is left out. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The first and the last line of a unit. */
  readonly firstLines: Int32Array;
  readonly lastLines: Int32Array;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Cuts a text into its lines, which end with LF or CR LF, or with CR alone in a text without any LF. One pass.
 *
 * @example unitText(lineUnits('a\r\nb'), 0) // 'a'
 */
export function lineUnits(text: string): TextUnits {
  const sign = text.includes('\n') ? '\n' : '\r';
  const count = countLines(text, sign);
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const firstLines = new Int32Array(count);
  for (let line = 0, start = 0; line < count; line += 1) {
    const next = text.indexOf(sign, start);
    const end = next < 0 ? text.length : next;
    starts[line] = start;
    ends[line] = sign === '\n' && end > start && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
    firstLines[line] = line + 1;
    start = end + 1;
  }
  return { text, count, starts, ends, firstLines, lastLines: firstLines };
}

/** A break at the very end begins no further line. */
function countLines(text: string, sign: string): number {
  let count = 0;
  for (let at = 0; at < text.length; count += 1) {
    const next = text.indexOf(sign, at);
    at = next < 0 ? text.length : next + 1;
  }
  return count;
}

/**
 * Cuts a text at given places; units of one line may follow each other without a break between them.
 *
 * @param starts where units begin, rising; the first is 0
 */
export function unitsAt(text: string, starts: readonly number[]): TextUnits {
  const count = starts.length;
  const begins = Int32Array.from(starts);
  const ends = new Int32Array(count);
  const firstLines = new Int32Array(count);
  const lastLines = new Int32Array(count);
  let line = 1;
  // Kept over the units: where one line holds many of them, each would else search the rest of the text for its end.
  let feed = text.indexOf('\n');
  for (let unit = 0; unit < count; unit += 1) {
    const next = unit + 1 < count ? starts[unit + 1]! : text.length;
    firstLines[unit] = line;
    ends[unit] = withoutBreak(text, starts[unit]!, next);
    for (; feed >= 0 && feed < next; feed = text.indexOf('\n', feed + 1)) line += 1;
    lastLines[unit] = text.charCodeAt(next - 1) === lineFeed ? line - 1 : line;
  }
  return { text, count, starts: begins, ends, firstLines, lastLines };
}

function withoutBreak(text: string, start: number, end: number): number {
  if (end <= start) return end;
  const last = text.charCodeAt(end - 1);
  if (last !== lineFeed && last !== carriageReturn) return end;
  return last === lineFeed && end - 2 >= start && text.charCodeAt(end - 2) === carriageReturn ? end - 2 : end - 1;
}

/** The text of a unit. */
export function unitText({ text, starts, ends }: TextUnits, unit: number): string {
  return text.slice(starts[unit], ends[unit]);
}

/** The beginning of a unit's text, for patterns that need no more. */
export function unitHead({ text, starts, ends }: TextUnits, unit: number, characters: number): string {
  const start = starts[unit]!;
  return text.slice(start, Math.min(ends[unit]!, start + characters));
}

/**
 * The lines of the units from `start` to before `end`, as a reader and the retrieve tool name them: `line 7`, `lines 120-164`.
 */
export function lineRange({ firstLines, lastLines }: TextUnits, start: number, end: number): string {
  const first = firstLines[start]!;
  const last = lastLines[end - 1]!;
  return first === last ? `line ${first}` : `lines ${first}-${last}`;
}
