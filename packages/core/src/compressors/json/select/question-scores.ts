import type { JsonValue } from '../model.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import type { Outline, Unit } from './outline.ts';
import { lastSteps, type SoughtTerms } from './question.ts';
import type { TextBook } from './text-book.ts';

// The usual constants of BM25 (Robertson and Zaragoza, 2009); lengths count little, since a long record is no worse an answer than a short one.
const saturation = 1.2;
const lengthShare = 0.3;
const fallingWeight = 0.6;
const tellingShare = 0.6;

/**
 * How well each unit answers the question: BM25 over units, 0 to 1. A unit also has the words of the records around it, at falling weight, and the
 * names of its fields where few units have that field. Linear in the text times a small constant; terms are bounded by the caller.
 */
export function questionScores(
  outline: Outline,
  statistics: readonly ColumnStatistics[],
  book: TextBook,
  sought: SoughtTerms,
): Float64Array {
  const units = outline.units.length;
  const terms = sought.weights.length;
  const reading: Reading = {
    sought,
    terms,
    counts: new Float32Array(units * terms),
    found: new Uint8Array(units),
    lengths: new Float64Array(units),
  };
  for (const column of statistics) {
    readValues(column, book, reading);
    readKey(column, reading);
  }
  const weights = inverseFrequencies(reading);
  inherit(outline.units, reading);
  return normalised(reading, weights);
}

/** How often each sought term stands in each unit, densely, and how many words the unit has. */
interface Reading {
  readonly sought: SoughtTerms;
  readonly terms: number;
  readonly counts: Float32Array;
  /** 1 for each unit that has any. */
  readonly found: Uint8Array;
  readonly lengths: Float64Array;
}

function readValues(statistics: ColumnStatistics, book: TextBook, { terms, counts, found, lengths }: Reading): void {
  const texts = book.textsOf(statistics);
  if (texts === undefined || book.sought === undefined) return;
  const { units, role } = statistics.column;
  const { from, terms: sought } = book.sought;
  // The name of a unit says more about it than its contents.
  const worth = role === 'name' ? 2 : 1;
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] as number;
    if (text < 0) continue;
    const unit = units[index] as number;
    lengths[unit] = (lengths[unit] as number) + (book.words[text] as number);
    const to = from[text + 1] as number;
    for (let at = from[text] as number; at < to; at++) {
      const cell = unit * terms + (sought[at] as number);
      counts[cell] = (counts[cell] as number) + worth;
      found[unit] = 1;
    }
  }
}

/** A field that few units have, or that is true for few, tells by its name. */
function readKey({ column, categories }: ColumnStatistics, { sought, terms, counts, found }: Reading): void {
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
    const unit = column.units[index] as number;
    const row = unit * terms;
    found[unit] = 1;
    for (let term = 0; term < terms; term++) if ((named[term] as number) > 0) counts[row + term] = (counts[row + term] as number) + 1;
  }
}

function inverseFrequencies({ sought, terms, counts, found }: Reading): Float64Array {
  const units = found.length;
  const documents = new Float64Array(terms);
  for (let unit = 0; unit < units; unit++) {
    if (found[unit] === 0) continue;
    for (let term = 0; term < terms; term++)
      if ((counts[unit * terms + term] as number) > 0) documents[term] = (documents[term] as number) + 1;
  }
  return documents.map((count, term) => Math.log(1 + (units - count + 0.5) / (count + 0.5)) * (sought.weights[term] as number));
}

/** Words of the enclosing record count for its members too; those of the root belong to all alike and count for none. */
function inherit(units: readonly Unit[], { terms, counts, found }: Reading): void {
  for (let index = 0; index < units.length; index++) {
    const parent = units[index]?.parent?.index ?? 0;
    if (parent === 0 || found[parent] === 0) continue;
    found[index] = 1;
    for (let term = 0; term < terms; term++) {
      const inherited = Math.min(1, counts[parent * terms + term] as number) * fallingWeight;
      const at = index * terms + term;
      if (inherited > (counts[at] as number)) counts[at] = inherited;
    }
  }
}

function normalised({ terms, counts, found, lengths }: Reading, weights: Float64Array): Float64Array {
  const units = lengths.length;
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, units) + 1;
  const scores = new Float64Array(units);
  let best = 0;
  for (let unit = 1; unit < units; unit++) {
    if (found[unit] === 0) continue;
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
