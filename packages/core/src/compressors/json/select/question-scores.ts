import type { JsonValue } from '../model.ts';
import { RawNumber } from '../model.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import type { Outline, Unit } from './outline.ts';
import { lastSteps, type SoughtTerms } from './question.ts';

// The usual constants of BM25 (Robertson and Zaragoza, 2009); lengths count little, since a long record is no worse an answer than a short one.
const saturation = 1.2;
const lengthShare = 0.3;
const fallingWeight = 0.6;
const tellingShare = 0.6;

/**
 * How well each unit answers the question: BM25 over units, 0 to 1. A unit also has the words of the records around it, at falling weight, and the
 * names of its fields where few units have that field. Linear in the text times a small constant; terms are bounded by the caller.
 */
export function questionScores(outline: Outline, statistics: readonly ColumnStatistics[], sought: SoughtTerms): Float64Array {
  const reading: Reading = {
    sought,
    terms: sought.weights.length,
    counts: new Uint32Array(outline.units.length * sought.weights.length),
    lengths: new Float64Array(outline.units.length),
  };
  for (const column of statistics) {
    readValues(column, reading);
    readKey(column, reading);
  }
  const weights = inverseFrequencies(reading);
  const counts = new Float32Array(reading.counts);
  inherit(outline.units, counts, reading.terms);
  return normalised(counts, reading, weights);
}

/** How often each sought term stands in each unit, densely, and how many words the unit has. */
interface Reading {
  readonly sought: SoughtTerms;
  readonly terms: number;
  readonly counts: Uint32Array;
  readonly lengths: Float64Array;
}

function readValues({ column, numbers }: ColumnStatistics, { sought, terms, counts, lengths }: Reading): void {
  if (numbers !== undefined && !sought.hasDigits) return;
  for (let index = 0; index < column.values.length; index++) {
    const value = column.values[index] as JsonValue;
    const text = textOf(value, sought.hasDigits);
    if (text === '') continue;
    const unit = column.units[index] as number;
    const words = sought.count(text, counts, unit * terms);
    lengths[unit] = (lengths[unit] as number) + words;
    // The name of a unit says more about it than its contents.
    if (column.role === 'name') sought.count(text, counts, unit * terms);
  }
}

function textOf(value: JsonValue, withNumbers: boolean): string {
  if (typeof value === 'string') return value;
  if (!withNumbers || value === null || typeof value === 'boolean') return '';
  return value instanceof RawNumber ? value.source : String(value);
}

/** A field that few units have, or that is true for few, tells by its name. */
function readKey({ column, categories }: ColumnStatistics, { sought, terms, counts }: Reading): void {
  const { units } = column.group;
  const sparse = units < 3 || column.values.length < units * 0.5;
  const seldomTrue = (categories?.get(true) ?? units) < units * 0.3;
  if (column.name === '' || (!sparse && !seldomTrue)) return;
  const named = new Uint32Array(terms);
  sought.count(lastSteps(column.name), named, 0);
  if (!named.some((count) => count > 0)) return;
  for (let index = 0; index < column.values.length; index++) {
    const value = column.values[index] as JsonValue;
    if (value === null || value === false || value === '' || value === 0 || (!sparse && value !== true)) continue;
    const row = (column.units[index] as number) * terms;
    for (let term = 0; term < terms; term++) if ((named[term] as number) > 0) counts[row + term] = (counts[row + term] as number) + 1;
  }
}

function inverseFrequencies({ sought, terms, counts }: Reading): Float64Array {
  const units = counts.length / Math.max(1, terms);
  const documents = new Float64Array(terms);
  for (let at = 0; at < counts.length; at++) if ((counts[at] as number) > 0) documents[at % terms] = (documents[at % terms] as number) + 1;
  return documents.map((count, term) => Math.log(1 + (units - count + 0.5) / (count + 0.5)) * (sought.weights[term] as number));
}

/** Words of the enclosing record count for its members too; those of the root belong to all alike and count for none. */
function inherit(units: readonly Unit[], counts: Float32Array, terms: number): void {
  for (const unit of units) {
    const { parent } = unit;
    if (parent === undefined || parent.index === 0) continue;
    for (let term = 0; term < terms; term++) {
      const inherited = Math.min(1, counts[parent.index * terms + term] as number) * fallingWeight;
      const at = unit.index * terms + term;
      if (inherited > (counts[at] as number)) counts[at] = inherited;
    }
  }
}

function normalised(counts: Float32Array, { terms, lengths }: Reading, weights: Float64Array): Float64Array {
  const units = lengths.length;
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, units) + 1;
  const scores = new Float64Array(units);
  let best = 0;
  for (let unit = 1; unit < units; unit++) {
    const length = 1 - lengthShare + lengthShare * Math.min(4, (lengths[unit] as number) / average);
    let score = 0;
    for (let term = 0; term < terms; term++) {
      const count = counts[unit * terms + term] as number;
      if (count > 0) score += ((weights[term] as number) * count * (saturation + 1)) / (count + saturation * length);
    }
    scores[unit] = score;
    if (score > best) best = score;
  }
  // Where even the best has common words only, the question tells units apart badly, and counts less.
  const whole = Math.max(best, tellingShare * Math.log(1 + units));
  return best === 0 ? scores : scores.map((score) => score / whole);
}
