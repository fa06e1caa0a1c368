import type { LogLines } from '../lines/log-lines.ts';

/** A line further below its head than this says what it is by itself. */
const mostBelow = 60;

/**
 * The head of each indented line: the line above it that is not indented, without which a frame does not say of which thread it is, nor a value of which section. -1 where there
 * is none near. Linear.
 */
export function blockHeads({ codes, starts, ends, count }: LogLines): Int32Array {
  const heads = new Int32Array(count).fill(-1);
  let head = -1;
  for (let line = 0; line < count; line += 1) {
    if (starts[line] === ends[line]) continue;
    const first = codes[starts[line]!];
    if (first !== 0x20 && first !== 0x09) head = line;
    else if (head >= 0 && line - head <= mostBelow) heads[line] = head;
  }
  return heads;
}
