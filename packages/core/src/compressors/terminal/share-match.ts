import type { TextUnits } from '../../relevance/selection/text-units.ts';
import { isCaption } from '../../text/caption.ts';
import type { Block } from './find-headers.ts';
import type { Outline } from './find-parents.ts';
import type { LineDepths } from './line-depths.ts';

/** What a line above the title of a record counts of how well the title answers: who wrote a commit and when stands there. */
const titleShare = 0.7;
/** Rows under the names of columns that answer by their names alone, at most: of a longer table some row answers by its cells. */
const mostRows = 4;
/** What lines count that a comment or a line with a colon announces; of more lines than these some answers by itself. */
const captionShare = 0.8;
const mostCaptioned = 14;
/** Of the best match: weaker ones announce nothing that is asked for. */
const leastCaptioned = 0.6;

/**
 * Hands what answers a question by a name on to what it names: the title of a record to the lines between its head and the title, names of columns to the rows of a short table, a comment to the lines of its block.
 * A name stands in view with what it names anyway, and alone it says nothing. Linear.
 *
 * @param match how well lines answer the question; changed in place
 */
export function shareMatch(
  match: Float64Array,
  {
    units,
    blocks,
    outline,
    depths,
  }: { readonly units: TextUnits; readonly blocks: readonly Block[]; readonly outline: Outline; readonly depths: LineDepths },
): void {
  shareTitles(match, outline, depths);
  shareCaptions(match, units, depths);
  for (const { header, end } of blocks) {
    if (header < 0) continue;
    const rows = Math.min(end, header + 1 + mostRows);
    for (let row = header + 1; row < rows; row += 1) match[row] = Math.max(match[row]!, match[header]!);
  }
}

function shareTitles(match: Float64Array, { heads, parents }: Outline, { depths }: LineDepths): void {
  let head = -1;
  let isOpen = false;
  for (let line = 0; line < match.length; line += 1) {
    if (heads[line] === 1) {
      head = line;
      isOpen = true;
    } else if (isOpen && head >= 0 && depths[line] !== -1 && isTitle(line, head, parents, depths)) {
      for (let above = head + 1; above < line; above += 1)
        if (depths[above] !== -1) match[above] = Math.max(match[above]!, titleShare * match[line]!);
      isOpen = false;
    }
  }
}

/** A title belongs to the head of its record, stands deeper than that behind an empty line, and what follows belongs to it. */
function isTitle(line: number, head: number, parents: Int32Array, depths: Int32Array): boolean {
  return line > head + 1 && parents[line] === head && depths[line]! > 0 && depths[line - 1] === -1;
}

/** A line below another caption is not announced by the first. Linear: strong captions of long blocks are few beside their lines. */
function shareCaptions(match: Float64Array, { text, starts, ends }: TextUnits, { depths }: LineDepths): void {
  let best = 0;
  for (const value of match) best = Math.max(best, value);
  for (let line = 0; line < match.length; line += 1) {
    if (match[line]! < leastCaptioned * best || !captionAt(text, starts, ends, line)) continue;
    let end = line + 1;
    while (end < match.length && depths[end]! >= depths[line]! && !captionAt(text, starts, ends, end)) end += 1;
    if (end - line > mostCaptioned + 1) continue;
    for (let below = line + 1; below < end; below += 1) match[below] = Math.max(match[below]!, captionShare * match[line]!);
  }
}

function captionAt(text: string, starts: Int32Array, ends: Int32Array, line: number): boolean {
  return isCaption(text.slice(starts[line], ends[line]));
}
