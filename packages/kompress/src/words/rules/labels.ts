import type { Units } from '../units.ts';

const longestLabel = 6;

/** Marks the label at the head of a line (`Note:`, `Project Manager:`): it says what the line is about, or who says it. */
export function markLabels(units: Units, keep: Uint8Array): void {
  for (let unit = 0; unit < units.count; unit += 1) {
    if (unit > 0 && units.lines[unit] === units.lines[unit - 1]) continue;
    const end = Math.min(units.count, unit + longestLabel);
    for (let at = unit; at < end && units.lines[at] === units.lines[unit]; at += 1) {
      const last = units.text[units.ends[at]! - 1];
      if (last === ':') keep.fill(1, unit, at + 1);
      if (last !== undefined && '.:!?'.includes(last)) break;
    }
  }
}
