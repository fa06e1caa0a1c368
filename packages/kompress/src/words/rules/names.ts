import { capitalFirst, capitalsInside, type Units } from '../units.ts';
import { pronoun, sentenceOpener } from '../word-traits.ts';

/**
 * Marks names: words with a capital, but for those that begin a sentence and are common there. A word that nobody knows stays, so that a name at the head of a sentence stays.
 */
export function markNames(units: Units, keep: Uint8Array): void {
  for (let unit = 0; unit < units.count; unit += 1) {
    const shape = units.shapes[unit]!;
    if (shape === capitalsInside) keep[unit] = 1;
    else if (shape === capitalFirst && !isPlainOpener(units, unit)) keep[unit] = 1;
  }
}

function isPlainOpener({ text, ends, ranges, traits }: Units, unit: number): boolean {
  if ((traits[unit]! & pronoun) !== 0) return true;
  if ((traits[unit]! & sentenceOpener) === 0) return false;
  if (unit === 0 || ranges[unit] !== ranges[unit - 1]) return true;
  return '.!?:;…"”)]*_-–—•+'.includes(text[ends[unit - 1]! - 1]!);
}
