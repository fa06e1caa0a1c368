import type { LogLines } from '../lines/log-lines.ts';

/** A gap shorter than what would tell of it is shown. */
const mostLines = 3;
const mostCharacters = 28;
const singleLineCharacters = 40;

/** Adds to the kept lines those of gaps that are shorter than the statement of the gap. */
export function withSmallGaps(lines: LogLines, kept: Uint8Array): Uint8Array {
  const shown = kept.slice();
  for (let line = 0; line < lines.count;) {
    if (kept[line] === 1) {
      line += 1;
      continue;
    }
    const start = line;
    while (line < lines.count && kept[line] === 0) line += 1;
    if (isSmall(lines, start, line)) shown.fill(1, start, line);
  }
  return shown;
}

function isSmall({ starts, ends }: LogLines, start: number, end: number): boolean {
  if (end - start > mostLines) return false;
  let characters = 0;
  for (let line = start; line < end; line += 1) characters += ends[line]! - starts[line]!;
  return characters <= (end - start === 1 ? singleLineCharacters : mostCharacters);
}
