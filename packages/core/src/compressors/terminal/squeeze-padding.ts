import { unitText, type TextUnits } from '../../relevance/selection/text-units.ts';
import { wordsOf, type Block, type Word } from './find-headers.ts';

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
export function squeezePadding(units: TextUnits, blocks: readonly Block[]): SqueezedLines {
  const columns = new Uint8Array(units.count);
  let saved = 0;
  for (const block of blocks) {
    const rows = rowsOf(units, block);
    const leading = rows.length < fewestLines ? 0 : leadingColumns(rows);
    if (leading < leastColumns) continue;
    for (const { line, text, words } of rows) {
      const length = text.length - squeeze(text, words, leading).length;
      if (length === 0) continue;
      columns[line] = leading;
      saved += length;
    }
  }
  return {
    saved,
    spell(line) {
      const text = unitText(units, line);
      return columns[line]! === 0 ? text : squeeze(text, wordsOf(text), columns[line]!);
    },
  };
}

interface Row {
  readonly line: number;
  readonly text: string;
  readonly words: readonly Word[];
}

function rowsOf(units: TextUnits, { start, end }: Block): readonly Row[] {
  const rows: Row[] = [];
  for (let line = start; line < end; line += 1) {
    const text = unitText(units, line);
    // Tabs are no padding of a known width.
    if (text.includes('\t')) return [];
    rows.push({ line, text, words: wordsOf(text) });
  }
  const usual = rows.map(({ words }) => words.length).sort((a, b) => a - b)[rows.length >> 1] ?? 0;
  return rows.filter(({ words }) => words.length > usual * rowShare);
}

/** How many columns, from the left, hold exactly one word in every row. */
function leadingColumns(rows: readonly Row[]): number {
  const covered = new Uint8Array(widest);
  for (const { words } of rows) for (const { start, end } of words) covered.fill(1, Math.min(start, widest), Math.min(end, widest));
  const bounds: number[] = [];
  for (let at = 1; at < widest; at += 1) if (covered[at] === 1 && covered[at - 1] === 0) bounds.push(at);
  if (covered[0] === 1) bounds.unshift(0);
  // The last column may hold anything; its bound ends the one before it.
  for (let column = 0; column + 1 < bounds.length; column += 1) {
    for (const { words } of rows) {
      const word = words[column];
      if (word === undefined || word.start < bounds[column]! || word.end > bounds[column + 1]!) return column;
    }
  }
  return Math.max(0, bounds.length - 1);
}

/** The leading words with one space between them, then the rest as it stands. */
function squeeze(text: string, words: readonly Word[], leading: number): string {
  const parts = words.slice(0, leading).map(({ start, end }) => text.slice(start, end));
  const next = words[leading];
  const behind = words[leading - 1]!.end;
  if (next === undefined) return `${parts.join(' ')}${text.slice(behind)}`;
  return `${parts.join(' ')} ${text.slice(next.start)}`;
}
