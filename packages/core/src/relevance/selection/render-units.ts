import type { TextUnits } from './text-units.ts';

/** A text with some of its units left out. */
export interface RenderedUnits {
  readonly text: string;
  /** 1 for each unit that stands in the text. */
  readonly shown: Uint8Array;
  readonly omitted: number;
}

/** How units are written. */
export interface RenderOptions {
  /** What a unit is shown as. */
  readonly show: (unit: number) => string;
  /** The line that states that the units from `start` to before `end` are left out. */
  readonly gap: (start: number, end: number, shown: Uint8Array) => string;
  /** Lines that stand before all others. */
  readonly preamble?: readonly string[];
}

/** A gap shorter than what would tell of it is shown. */
const mostInGap = 3;
const mostGapCharacters = 28;
const singleUnitCharacters = 40;

/** Writes the kept units in their order, each gap stated in its place by a line of its own. Units of one line stay on one line. */
export function renderUnits(units: TextUnits, kept: Uint8Array, { show, gap, preamble = [] }: RenderOptions): RenderedUnits {
  const shown = withSmallGaps(units, kept);
  const out: string[] = [...preamble];
  let omitted = 0;
  for (let unit = 0; unit < units.count;) {
    const start = unit;
    if (shown[unit] === 1) {
      const line = [show(unit)];
      for (unit += 1; unit < units.count && shown[unit] === 1 && units.starts[unit] === units.ends[unit - 1]; unit += 1)
        line.push(show(unit));
      out.push(line.join(''));
      continue;
    }
    for (; unit < units.count && shown[unit] === 0; unit += 1);
    omitted += unit - start;
    out.push(gap(start, unit, shown));
  }
  return { text: out.join('\n'), shown, omitted };
}

function withSmallGaps(units: TextUnits, kept: Uint8Array): Uint8Array {
  const shown = kept.slice();
  for (let unit = 0; unit < units.count;) {
    if (kept[unit] === 1) {
      unit += 1;
      continue;
    }
    const start = unit;
    while (unit < units.count && kept[unit] === 0) unit += 1;
    if (isSmall(units, start, unit)) shown.fill(1, start, unit);
  }
  return shown;
}

function isSmall({ starts, ends }: TextUnits, start: number, end: number): boolean {
  if (end - start > mostInGap) return false;
  let characters = 0;
  for (let unit = start; unit < end; unit += 1) characters += ends[unit]! - starts[unit]!;
  return characters <= (end - start === 1 ? singleUnitCharacters : mostGapCharacters);
}
