import type { LogLines } from '../lines/log-lines.ts';

/** A line further below its head than this says what it is by itself. */
const mostBelow = 60;

/** The head of the block that each indented line stands in, the line above it that is not; -1 for a line that is none or stands alone. Linear. */
export function blockHeads({ text, starts, ends, count }: LogLines): Int32Array {
  const heads = new Int32Array(count).fill(-1);
  let head = -1;
  for (let line = 0; line < count; line += 1) {
    if (starts[line] === ends[line]) continue;
    const first = text.charCodeAt(starts[line]!);
    if (first !== 0x20 && first !== 0x09) head = line;
    else if (head >= 0 && line - head <= mostBelow) heads[line] = head;
  }
  return heads;
}

/** Keeps the head of each block of which a line is kept: a frame says little where the thread, and a value where the section that it belongs to is missing. */
export function keepBlockHeads(heads: Int32Array, kept: Uint8Array): void {
  heads.forEach((head, line) => {
    if (head >= 0 && kept[line] === 1) kept[head] = 1;
  });
}
