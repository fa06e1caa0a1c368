import type { JsonValue } from '../model.ts';
import { RawNumber } from '../model.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import type { Outline, Unit } from './outline.ts';

/** Words to look for, each with its weight, and a fast way to find them in a text. */
export interface SoughtTerms {
  readonly weights: readonly number[];
  /** Calls `found` with the number of each sought term that stands in the text, once per occurrence. */
  find(text: string, found: (term: number) => void): void;
}

// The usual constants of BM25 (Robertson and Zaragoza, 2009); lengths count little, since a long record is no worse an answer than a short one.
const saturation = 1.2;
const lengthShare = 0.3;
const fallingWeight = 0.6;
const nameWeight = 1.5;

/**
 * How well each unit answers the question: BM25 over units, 0 to 1. A unit also has the words of the records around it, at falling weight, and the
 * names of its fields where few units have that field. Linear in the text times a small constant; terms are bounded by the caller.
 */
export function questionScores(outline: Outline, statistics: readonly ColumnStatistics[], sought: SoughtTerms): Float64Array {
  const frequencies = new TermFrequencies(outline.units.length, sought.weights.length);
  const lengths = new Float64Array(outline.units.length);
  for (const column of statistics) readColumn(column, sought, frequencies, lengths);
  const weights = inverseFrequencies(frequencies, sought);
  inherit(outline.units, frequencies);
  return normalised(frequencies, lengths, weights);
}

/** How often each sought term stands in each unit, densely. */
class TermFrequencies {
  readonly units: number;
  readonly terms: number;
  readonly counts: Float32Array;

  constructor(units: number, terms: number) {
    this.units = units;
    this.terms = terms;
    this.counts = new Float32Array(units * terms);
  }

  add(unit: number, term: number, weight: number): void {
    const at = unit * this.terms + term;
    this.counts[at] = (this.counts[at] as number) + weight;
  }
}

function readColumn({ column, categories }: ColumnStatistics, sought: SoughtTerms, frequencies: TermFrequencies, lengths: Float64Array): void {
  const weight = column.role === 'name' ? nameWeight : 1;
  let unit = 0;
  const found = (term: number): void => frequencies.add(unit, term, weight);
  for (let index = 0; index < column.values.length; index++) {
    const value = column.values[index] as JsonValue;
    if (value === null || typeof value === 'boolean' || value === '') continue;
    unit = column.units[index] as number;
    const text = typeof value === 'string' ? value : value instanceof RawNumber ? value.source : String(value);
    lengths[unit] = (lengths[unit] as number) + text.length;
    sought.find(text, found);
  }
  readKey(column, categories, sought, frequencies);
}

/** A field that few units have, or that is true for few, tells by its name. */
function readKey(column: ColumnStatistics['column'], categories: ColumnStatistics['categories'], sought: SoughtTerms, frequencies: TermFrequencies): void {
  const { units } = column.group;
  const named: number[] = [];
  if (column.key !== '') sought.find(column.key, (term) => named.push(term));
  if (named.length === 0) return;
  const sparse = units < 3 || column.values.length < units * 0.5;
  const seldomTrue = (categories?.get(true) ?? units) < units * 0.3;
  if (!sparse && !seldomTrue) return;
  for (let index = 0; index < column.values.length; index++) {
    const value = column.values[index] as JsonValue;
    if (value === null || value === false || value === '' || value === 0 || (!sparse && value !== true)) continue;
    for (const term of named) frequencies.add(column.units[index] as number, term, 1);
  }
}

function inverseFrequencies({ units, terms, counts }: TermFrequencies, sought: SoughtTerms): Float64Array {
  const documents = new Float64Array(terms);
  for (let unit = 0; unit < units; unit++)
    for (let term = 0; term < terms; term++) if ((counts[unit * terms + term] as number) > 0) documents[term] = (documents[term] as number) + 1;
  return documents.map((count, term) => Math.log(1 + (units - count + 0.5) / (count + 0.5)) * (sought.weights[term] as number));
}

/** Words of the enclosing record count for its members too; those of the root belong to all alike and count for none. */
function inherit(units: readonly Unit[], { terms, counts }: TermFrequencies): void {
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

function normalised({ units, terms, counts }: TermFrequencies, lengths: Float64Array, weights: Float64Array): Float64Array {
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
  return best === 0 ? scores : scores.map((score) => score / best);
}
