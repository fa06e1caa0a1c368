import { unitText } from '../../relevance/selection/text-units.ts';
import { createFinder, type Finder } from '../../text/finder.ts';
import type { Block } from './find-headers.ts';
import type { Listing } from './listing.ts';
import { mostWords } from './word-index.ts';

/** Lines as they are spelled without the padding of their columns. */
export interface SqueezedLines {
  spell(line: number): string;
  /** Characters that are saved in all. */
  readonly saved: number;
}

/** The first line of a text whose padding was left out. */
export const squeezedOpening = '[padding between columns left out]';

const fewestLines = 3;
const leastColumns = 2;
const widest = 600;
/** Lines with this part of the usual words or fewer (a total, a heading) are no rows: they stay as they are. */
const rowShare = 0.5;

/**
 * Leaves out the padding between leading columns that every row of a block fills with one word: they stay told apart by one space, as many as the rows show. What stands
 * behind them keeps its spaces, and so does a block whose words stand under each other in no column.
 */
export function squeezePadding(listing: Listing, blocks: readonly Block[]): SqueezedLines {
  const columns = new Uint8Array(listing.units.count);
  const find = createFinder(listing.units.text);
  let saved = 0;
  for (const block of blocks) {
    const rows = rowsOf(listing, block, find);
    const leading = rows.length < fewestLines ? 0 : leadingColumns(listing, rows);
    if (leading < leastColumns) continue;
    for (const line of rows) {
      const padding = paddingOf(listing, line, leading);
      if (padding === 0) continue;
      columns[line] = leading;
      saved += padding;
    }
  }
  return { saved, spell: (line) => ((columns[line] ?? 0) === 0 ? unitText(listing.units, line) : squeeze(listing, line, columns[line]!)) };
}

function rowsOf({ units, words: { first } }: Listing, { start, end }: Block, find: Finder): readonly number[] {
  if (end - start < fewestLines) return [];
  // Tabs are no padding of a known width.
  const tab = find('\t', units.starts[start]!);
  if (tab >= 0 && tab < units.ends[end - 1]!) return [];
  const usual = usualWords(first, start, end);
  const rows: number[] = [];
  for (let line = start; line < end; line += 1) if (first[line + 1]! - first[line]! > usual * rowShare) rows.push(line);
  return rows;
}

const sampledLines = 500;

/** The median number of words of a sample of lines. */
function usualWords(first: Int32Array, start: number, end: number): number {
  const step = Math.max(1, Math.floor((end - start) / sampledLines));
  const lineCounts = new Int32Array(mostWords + 1);
  let lines = 0;
  for (let line = start; line < end; line += step) {
    const words = first[line + 1]! - first[line]!;
    lineCounts[words]! += 1;
    lines += 1;
  }
  let words = 0;
  for (let passed = lineCounts[0]!; passed <= lines >> 1; passed += lineCounts[words]!) words += 1;
  return words;
}

/** How many columns, from the left, hold exactly one word in every row. */
function leadingColumns({ units, words }: Listing, rows: readonly number[]): number {
  // Words begin less words ended: how many cover a place is the sum up to it.
  const begun = new Int32Array(widest + 1);
  for (const line of rows) {
    const base = units.starts[line]!;
    for (let word = words.first[line]!; word < words.first[line + 1]!; word += 1) {
      const start = words.starts[word]! - base;
      if (start >= widest) break;
      begun[start]! += 1;
      begun[Math.min(words.ends[word]! - base, widest)]! -= 1;
    }
  }
  const bounds: number[] = [];
  for (let at = 0, covering = 0; at < widest; at += 1) {
    if (covering === 0 && begun[at]! > 0) bounds.push(at);
    covering += begun[at]!;
  }
  let leading = Math.max(0, bounds.length - 1);
  for (const line of rows) {
    const base = units.starts[line]!;
    const first = words.first[line]!;
    const count = words.first[line + 1]! - first;
    // The last column may hold anything; its bound ends the one before it.
    let column = 0;
    while (
      column < leading &&
      column < count &&
      words.starts[first + column]! - base >= bounds[column]! &&
      words.ends[first + column]! - base <= bounds[column + 1]!
    )
      column += 1;
    leading = column;
  }
  return leading;
}

/** Characters that {@link squeeze} leaves out of a line. */
function paddingOf({ units, words }: Listing, line: number, leading: number): number {
  const first = words.first[line]!;
  let padding = words.starts[first]! - units.starts[line]!;
  for (let word = first + 1; word < Math.min(first + leading + 1, words.first[line + 1]!); word += 1)
    padding += words.starts[word]! - words.ends[word - 1]! - 1;
  return padding;
}

/** The leading words with one space between them, then the rest as it stands. */
function squeeze({ units: { text, ends }, words }: Listing, line: number, leading: number): string {
  const first = words.first[line]!;
  const parts: string[] = [];
  for (let word = first; word < first + leading; word += 1) parts.push(text.slice(words.starts[word], words.ends[word]));
  const next = first + leading;
  if (next >= words.first[line + 1]!) return `${parts.join(' ')}${text.slice(words.ends[next - 1], ends[line])}`;
  return `${parts.join(' ')} ${text.slice(words.starts[next], ends[line])}`;
}
