import { markMustKeep } from './must-keep.ts';
import { readUnits, type Units } from './units.ts';

/** The units of a text that is one sentence for each blank-line paragraph. */
export function unitsOf(text: string): Units {
  const ranges = [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map(({ 0: paragraph, index }, block) => ({
    start: index,
    end: index + paragraph.length,
    block,
  }));
  return readUnits(text, ranges);
}

/** The words of a text that stay by rule, as they stand there. */
export function keptByRule(text: string): readonly string[] {
  const units = unitsOf(text);
  const keep = markMustKeep(units);
  return Array.from(units.starts, (start, unit) => (keep[unit] === 1 ? text.slice(start, units.ends[unit]) : '')).filter(
    (word) => word !== '',
  );
}
