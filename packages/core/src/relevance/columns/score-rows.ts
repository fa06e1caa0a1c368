import type { Asked, Limit } from './asked.ts';
import type { CellTable } from './cell-table.ts';
import type { ColumnMeasures } from './measure-column.ts';
import { distance, type Spread } from '../robust.ts';
import { speaksOfTrouble } from './trouble.ts';

/** Weights of what makes a row remarkable; 1 is about what one clear oddity is worth. */
const weights = {
  rareCategory: 0.7,
  uncommonCategory: 0.15,
  newCategory: 0.25,
  maximum: 0.6,
  minimum: 0.45,
  outlier: 0.3,
  trouble: 0.5,
  sparse: 0.25,
  askedExtreme: 3,
  askedCategory: 1.2,
  askedRare: 2,
  askedTrouble: 0.9,
  askedLimit: 1.4,
  mostOfAll: 2,
} as const;

const fewestRows = 4;
/** Where an end of a scale is asked for, other oddities count less. */
const besideAsked = 0.4;
const wildDistance = 8;
/** Rows at the end of a scale that count when it is asked for: totals may stand above what is meant. */
const mostAtEnd = 4;
/** A bound that most rows keep tells no rows apart. */
const limitShare = 0.4;

/** Columns that count how long ago something began: the oldest has the largest. */
const ageName = /^(?:age|uptime|elapsed|etime|running)$/i;

/**
 * How remarkable each row is by robust statistics of its columns; a question raises the columns that it names and the ends of their scales.
 * Linear in the cells but for sorting numbers.
 *
 * @param trouble `cells` looks for cells that speak of trouble; `elsewhere` leaves that to whoever looks at whole lines
 */
export function scoreRows(
  { rows, columns }: CellTable,
  measures: readonly ColumnMeasures[],
  asked: Asked,
  trouble: 'cells' | 'elsewhere' = 'elsewhere',
): Float64Array {
  const scores = new Float64Array(rows.length);
  if (rows.length < fewestRows) return scores;
  const raised = new Float64Array(rows.length);
  const fits = columns.map(({ name }) => asked.fit(name));
  const anyFits = measures.some(({ role }, index) => fits[index]! > 0 && role !== 'text');
  measures.forEach((measure, index) => {
    const fit = fits[index]!;
    scoreCategories(measure, { fit, asked, scores });
    scoreSparse(measure, scores);
    if (measure.numbers !== undefined && measure.spread !== undefined)
      scoreNumbers({ measure, numbers: measure.numbers, spread: measure.spread, fit: extremeFit(fit, anyFits), asked, scores, raised });
    if (trouble === 'cells') scoreTrouble(measure, asked.trouble ? weights.askedTrouble : weights.trouble, scores);
  });
  const share = asked.highest || asked.lowest || asked.latest || asked.earliest || asked.limits.length > 0 ? besideAsked : 1;
  return scores.map((score, row) => share * Math.min(score, weights.mostOfAll) + raised[row]!);
}

/** Where the question names no column, every one may be meant; where it names one, the others hardly. */
function extremeFit(fit: number, anyFits: boolean): number {
  return fit > 0 ? fit : anyFits ? 0.15 : 0.5;
}

interface CategoryScoring {
  readonly fit: number;
  readonly asked: Asked;
  readonly scores: Float64Array;
}

function scoreCategories({ column: { cells }, categories, role }: ColumnMeasures, { fit, asked, scores }: CategoryScoring): void {
  if (categories === undefined || categories.values.length < 2 || (role === 'measure' && categories.values.length > 6)) return;
  const rare = Math.max(1, cells.length * 0.02);
  const uncommon = cells.length * 0.1;
  const boost = 1 + fit;
  const { values, times, ofRow } = categories;
  const worth = Float64Array.from(times, (count, category) => {
    if (count <= rare)
      return (
        (weights.rareCategory * boost * (values[category] === '' ? 0.3 : 1)) / Math.sqrt(count) +
        (asked.rare ? weights.askedRare / count : 0)
      );
    return count <= uncommon ? weights.uncommonCategory * boost : 0;
  });
  for (let row = 0, seen = 0; row < cells.length; row += 1) {
    const category = ofRow[row]!;
    scores[row]! += worth[category]!;
    // They are numbered in the order in which they come.
    if (category !== seen) continue;
    seen += 1;
    scores[row]! += weights.newCategory * boost;
  }
}

/** Few rows have a value at all in this column. */
function scoreSparse({ column: { cells }, categories }: ColumnMeasures, scores: Float64Array): void {
  if (categories === undefined) return;
  const empty = categories.times[categories.values.indexOf('')] ?? 0;
  if (empty < cells.length * 0.9 || empty === cells.length) return;
  for (let row = 0; row < cells.length; row += 1) if (cells[row] !== '') scores[row]! += weights.sparse;
}

interface NumberScoring {
  readonly measure: ColumnMeasures;
  readonly numbers: Float64Array;
  readonly spread: Spread;
  readonly fit: number;
  readonly asked: Asked;
  readonly scores: Float64Array;
  /** What the question alone adds: it is not bounded with the rest. */
  readonly raised: Float64Array;
}

function scoreNumbers({ measure, numbers, spread, fit, asked, scores, raised }: NumberScoring): void {
  if (spread.minimum === spread.maximum) return;
  const { role } = measure;
  const share = role === 'identifier' ? 0.2 : 1;
  const isDate = role === 'date';
  const isAge = !isDate && ageName.test(measure.column.name.trim());
  if (isDate ? asked.latest : asked.highest || (isAge ? asked.earliest : asked.latest))
    raiseEnd(numbers, { side: 'top', weight: weights.askedExtreme * fit * share, raised });
  if (isDate ? asked.earliest : asked.lowest || (isAge ? asked.latest : asked.earliest))
    raiseEnd(numbers, { side: 'bottom', weight: weights.askedExtreme * fit * share, raised });
  if (role === 'measure') for (const limit of asked.limits) raiseBeyond(numbers, limit, weights.askedLimit * fit, raised);
  if (role === 'identifier') return;
  const [atTop, atBottom] = countEnds(numbers, spread);
  for (let row = 0; row < numbers.length; row += 1) {
    const number = numbers[row]!;
    if (number === spread.maximum && atTop <= mostAtEnd) scores[row]! += weights.maximum / atTop;
    else if (number === spread.minimum && atBottom <= 2) scores[row]! += weights.minimum / atBottom;
    if (role === 'measure' && distance(number, spread) > wildDistance) scores[row]! += weights.outlier;
  }
}

function countEnds(numbers: Float64Array, { minimum, maximum }: Spread): readonly [top: number, bottom: number] {
  let top = 0;
  let bottom = 0;
  for (const number of numbers) {
    if (number === maximum) top += 1;
    if (number === minimum) bottom += 1;
  }
  return [top, bottom];
}

/** Raises the rows at one end of a scale, the first of them most; equal values share. */
function raiseEnd(numbers: Float64Array, { side, weight, raised }: { side: 'top' | 'bottom'; weight: number; raised: Float64Array }): void {
  const sign = side === 'top' ? 1 : -1;
  const best: number[] = [];
  for (let row = 0; row < numbers.length; row += 1) {
    const value = sign * numbers[row]!;
    if (Number.isNaN(value)) continue;
    let place = best.length;
    while (place > 0 && sign * numbers[best[place - 1]!]! < value) place -= 1;
    if (place < mostAtEnd) best.splice(place, 0, row);
    if (best.length > mostAtEnd) best.pop();
  }
  best.forEach((row, place) => {
    raised[row] = Math.max(raised[row]!, weight / (1 + 0.5 * place));
  });
}

function raiseBeyond(numbers: Float64Array, { side, value }: Limit, weight: number, raised: Float64Array): void {
  const beyond = (number: number): boolean => (side === 'above' ? number > value : number < value);
  let rows = 0;
  for (const number of numbers) if (beyond(number)) rows += 1;
  if (rows === 0 || rows > numbers.length * limitShare) return;
  for (let row = 0; row < numbers.length; row += 1) if (beyond(numbers[row]!)) raised[row] = Math.max(raised[row]!, weight);
}

/** Values that speak of trouble, where not most of them do: in a list of failures, failing is no news. */
function scoreTrouble({ column: { cells }, categories, numbers }: ColumnMeasures, weight: number, scores: Float64Array): void {
  if (numbers !== undefined) return;
  const speaks = categories?.values.map(mayTellTrouble);
  const troubled: number[] = [];
  for (let row = 0; row < cells.length; row += 1)
    if (speaks === undefined ? mayTellTrouble(cells[row]!) : speaks[categories!.ofRow[row]!]!) troubled.push(row);
  if (troubled.length > cells.length * 0.2 + 1) return;
  for (const row of troubled) scores[row]! += weight;
}

/** No word of trouble is shorter. */
const shortestTrouble = 3;

function mayTellTrouble(cell: string): boolean {
  return cell.length >= shortestTrouble && speaksOfTrouble(cell);
}
