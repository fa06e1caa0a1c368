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
  /** Whether a unit is shown as it stands in the text: such ones that follow each other are taken from it as one. */
  readonly isVerbatim?: (unit: number) => boolean;
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
export function renderUnits(
  units: TextUnits,
  kept: Uint8Array,
  { show, isVerbatim = () => false, gap, preamble = [] }: RenderOptions,
): RenderedUnits {
  const shown = withSmallGaps(units, kept);
  const { text, count, starts, ends } = units;
  const out: string[] = [...preamble];
  let omitted = 0;
  let line = '';
  for (let unit = 0; unit < count;) {
    const start = unit;
    if (shown[unit] === 1) {
      const verbatim = isVerbatim(unit);
      unit += 1;
      if (verbatim) while (unit < count && shown[unit] === 1 && followsOn(units, unit) && isVerbatim(unit)) unit += 1;
      line += verbatim ? text.slice(starts[start], ends[unit - 1]) : show(start);
      if (unit < count && shown[unit] === 1 && starts[unit] === ends[unit - 1]) continue;
      out.push(line);
      line = '';
      continue;
    }
    for (; unit < count && shown[unit] === 0; unit += 1);
    omitted += unit - start;
    out.push(gap(start, unit, shown));
  }
  return { text: out.join('\n'), shown, omitted };
}

/** Whether a unit stands right behind the one before it, or on the next line, as it is written. */
function followsOn({ text, starts, ends }: TextUnits, unit: number): boolean {
  const end = ends[unit - 1]!;
  return starts[unit] === end || (starts[unit] === end + 1 && text.charCodeAt(end) === lineFeed);
}

const lineFeed = 0x0a;

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
