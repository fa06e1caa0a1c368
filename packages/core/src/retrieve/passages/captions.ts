import { isCaption } from '../../text/caption.ts';
import type { PassageUnits } from './passage-units.ts';

/** A longer list is read by its lines. */
const mostLines = 16;

/** How many units behind a line say what it announces: those of its block, up to a blank line, another such line, or one that stands further out. 0 for a line that announces nothing. */
export function captionedUnits(text: string, units: PassageUnits, unit: number): number {
  const own = unitText(text, units, unit);
  if (!isCaption(own)) return 0;
  const indent = indentOf(own);
  let count = 0;
  for (let below = unit + 1; below < units.count && count < mostLines; below += 1) {
    const line = unitText(text, units, below);
    if (line.trim() === '' || indentOf(line) < indent || isCaption(line)) break;
    count += 1;
  }
  return count;
}

function unitText(text: string, { starts, ends }: PassageUnits, unit: number): string {
  return text.slice(starts[unit], ends[unit]).trimEnd();
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
