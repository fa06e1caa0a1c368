import { shareOf } from './sample.ts';

const delimiters = [',', ';', '\t'] as const;
const name = /^"?[\p{L}_][\p{L}\p{N}_ .%/-]{0,40}"?$/u;
const readCharacters = 14_000;
const fewestNames = 3;
const fewestRecords = 3;
const leastShare = 0.9;

/**
 * Whether a text is separated values whose quoted cells hold breaks: its first line names columns, and the records behind it, read with their quotes, have as many cells.
 * Line by line such a text reads as prose. Looks at a bounded beginning.
 */
export function areQuotedRecords(text: string, start: number): boolean {
  const window = text.slice(start, start + readCharacters);
  const end = window.indexOf('\n');
  if (end < 0 || !window.includes('"')) return false;
  const first = window.slice(0, end).trimEnd();
  const delimiter = delimiters.find((sign) => {
    const names = first.split(sign);
    return names.length >= fewestNames && names.every((cell) => name.test(cell)) && new Set(names).size === names.length;
  });
  if (delimiter === undefined) return false;
  const { widths, wrapped } = readWidths(window, end + 1, delimiter);
  // The last record of a window is cut.
  if (start + readCharacters < text.length) widths.pop();
  return (
    wrapped > 0 &&
    widths.length >= fewestRecords &&
    shareOf(widths.map(String), (width) => width === String(first.split(delimiter).length)) >= leastShare
  );
}

/** How many cells each record has, and how many records have a break in a cell. */
function readWidths(text: string, from: number, delimiter: string): { readonly widths: number[]; readonly wrapped: number } {
  const widths: number[] = [];
  let wrapped = 0;
  let cells = 1;
  let breaks = 0;
  let quoted = false;
  let begun = from;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]!;
    if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) cells += 1;
    else if (sign === '\n' && quoted) breaks += 1;
    else if (sign === '\n') {
      if (at > begun + 1) widths.push(cells);
      if (breaks > 0) wrapped += 1;
      cells = 1;
      breaks = 0;
      begun = at + 1;
    }
  }
  if (begun < text.length) widths.push(cells);
  return { widths, wrapped };
}
