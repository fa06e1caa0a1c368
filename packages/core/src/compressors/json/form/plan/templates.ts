import type { JsonValue } from '../../model.ts';
import { textCost } from './cost.ts';
import { canFillHoles, fillTemplate, holdsHole } from './holes.ts';
import type { Column, TemplatePart } from './record-type.ts';
import { sharedTail } from './shared-tails.ts';
import { textOf } from './text-of.ts';

/** A template must hold in this share of the rows; the others state their value. */
const MINIMUM_SHARE = 0.7;

/** Shorter texts are cheaper to repeat than to derive. */
const MINIMUM_LENGTH = 6;

/** Longer texts and those of several lines are prose: they stay in their rows. */
const MAXIMUM_LENGTH = 400;

/** Bounds of the search: so many columns are looked at, so many sources are tried for one, on so many sample rows. */
const MAXIMUM_COLUMNS = 80;
const MAXIMUM_SOURCES = 4;
const SAMPLES = 6;

interface Candidate {
  readonly column: Column;
  readonly length: number;
}

/**
 * Finds columns whose texts are made of other columns (`{url}/comments`). Sources come before their target in one order (by length), so that no column is
 * made of itself. Samples find the candidates, all rows verify: linear in the rows for a bounded number of columns.
 */
export function findTemplates(columns: readonly Column[], keys?: Column): void {
  const names = new Set(columns.map((column) => column.name));
  const ordered = [...(keys === undefined ? [] : [keys]), ...columns]
    .filter(({ mode }) => mode.kind === 'open' || mode.kind === 'cell')
    .map((column) => ({ column, length: averageLength(column) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.length - b.length)
    .slice(0, MAXIMUM_COLUMNS);
  for (let index = 0; index < ordered.length; index++) {
    const target = ordered[index] as Candidate;
    if (
      target.column.mode.kind !== 'open' ||
      target.length < MINIMUM_LENGTH ||
      !textual(target.column) ||
      !target.column.values.some((value) => typeof value === 'string')
    )
      continue;
    const parts = bestTemplate(
      target.column,
      ordered.filter((other, at) => at < index || other.column.mode.kind === 'cell'),
      names,
    );
    if (parts !== undefined) target.column.mode = { kind: 'template', parts };
  }
}

/** The mean number of characters; 0 where a value is a container, which no template can take or make. */
function averageLength(column: Column): number {
  let total = 0;
  let count = 0;
  for (const value of column.values) {
    if (typeof value === 'object' && value !== null && textOf(value) === undefined) return 0;
    const length = lengthOf(value);
    if (length === undefined) continue;
    total += length;
    count++;
  }
  return count < 2 ? 0 : total / count;
}

/** How many characters `textOf` gives; whole numbers are not spelled for it. */
function lengthOf(value: JsonValue | undefined): number | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= 1e15) return textOf(value)?.length;
  let digits = 1;
  for (let power = 10; power <= value; power *= 10) digits++;
  return digits;
}

const textual = (column: Column): boolean =>
  column.values.every(
    (value) =>
      value === undefined || value === null || (typeof value === 'string' && value.length <= MAXIMUM_LENGTH && !value.includes('\n')),
  );

function bestTemplate(target: Column, sources: readonly Candidate[], names: ReadonlySet<string>): TemplatePart[] | undefined {
  const samples = sampleRows(target);
  if (samples.length < 2) return undefined;
  const fitting = sources
    .filter(({ column }) => canFillHoles(column) && occursIn(column, target, samples))
    .sort((a, b) => b.length - a.length)
    .slice(0, MAXIMUM_SOURCES);
  const proposals = [fitting, ...fitting.map((one) => [one])].flatMap((selection) =>
    [samples[0] as number, samples[samples.length - 1] as number].map((row) => split(target.values[row] as string, row, selection)),
  );
  for (const { column } of sources) {
    const parts = sharedTail(target, column, samples);
    if (parts !== undefined) proposals.push(parts);
  }
  let best: { parts: TemplatePart[]; deviating: Set<number>; cost: number } | undefined;
  const address = (target.values[samples[0] as number] as string).includes('://');
  for (const parts of proposals) {
    // A copy stands beside, letter by letter; a name put together from pieces stands nowhere. Only addresses may be that.
    if (parts.length > 1 && !address) continue;
    if (parts.every((part) => typeof part === 'string') || parts.some((part) => typeof part === 'string' && holdsHole(part, names)))
      continue;
    const deviating = deviations(target, parts);
    if (deviating.size > target.values.length * (1 - MINIMUM_SHARE)) continue;
    const cost = deviating.size * 8 + parts.reduce((sum, part) => sum + partCost(part), 0);
    if (best === undefined || cost < best.cost) best = { parts, deviating, cost };
  }
  if (best === undefined || !pays(target, best.cost)) return undefined;
  target.deviating = best.deviating;
  return best.parts;
}

/** A hole costs more that leaves out a beginning or leads to another template: the reader has further to look. */
function partCost(part: TemplatePart): number {
  if (typeof part === 'string') return textCost(part);
  return 2 + (part.after === '' ? 0 : 6 + textCost(part.after)) + (part.column.mode.kind === 'template' ? 4 : 0);
}

/** What plain cells would take (their usual value unsaid) must be more than the template and its exceptions. */
function pays(target: Column, cost: number): boolean {
  let plain = 0;
  let strings = 0;
  for (const value of target.values) {
    if (typeof value !== 'string') continue;
    strings++;
    plain += textCost(value);
  }
  const told =
    typeof target.values[target.identities.indexOf(target.top)] === 'string' && target.topCount * 2 > strings ? target.topCount : 0;
  return plain * (1 - told / Math.max(1, strings)) > cost + 4;
}

function sampleRows(target: Column): number[] {
  const rows: number[] = [];
  const step = Math.max(1, Math.floor(target.values.length / SAMPLES));
  for (let row = 0; row < target.values.length && rows.length < SAMPLES; row += step) {
    if (typeof target.values[row] === 'string' && target.values[row] !== '') rows.push(row);
  }
  if (rows.length >= 2) return rows;
  for (let row = 0; row < target.values.length && rows.length < SAMPLES; row++) {
    if (typeof target.values[row] === 'string' && target.values[row] !== '' && !rows.includes(row)) rows.push(row);
  }
  return rows.sort((a, b) => a - b);
}

function occursIn(source: Column, target: Column, samples: readonly number[]): boolean {
  if (source.counts.size < 2) return false;
  let hits = 0;
  for (const row of samples) {
    const text = textOf(source.values[row]);
    if (text !== undefined && text !== '' && placeIn(target.values[row] as string, text, 0) >= 0) hits++;
  }
  return hits >= Math.max(2, samples.length * 0.75);
}

/** Where a source stands in a text, not inside a longer word: `12` is not found in `112`. */
function placeIn(text: string, piece: string, from: number): number {
  for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
    if (!(isWord(text, at - 1) && isWord(text, at)) && !(isWord(text, at + piece.length - 1) && isWord(text, at + piece.length))) return at;
  }
  return -1;
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122) || code === 95 || code > 127;
}

function split(text: string, row: number, sources: readonly Candidate[]): TemplatePart[] {
  let parts: TemplatePart[] = [text];
  for (const { column } of sources) {
    const piece = textOf(column.values[row]);
    if (piece === undefined || piece === '') continue;
    parts = parts.flatMap((part) => (typeof part === 'string' ? splitPart(part, piece, column) : [part]));
  }
  return parts;
}

function splitPart(text: string, piece: string, column: Column): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let start = 0;
  for (let at = placeIn(text, piece, 0); at >= 0; at = placeIn(text, piece, start)) {
    if (at > start) parts.push(text.slice(start, at));
    parts.push({ column, after: '' });
    start = at + piece.length;
  }
  if (start < text.length) parts.push(text.slice(start));
  return parts;
}

function deviations(target: Column, parts: readonly TemplatePart[]): Set<number> {
  const deviating = new Set<number>();
  const limit = target.values.length * (1 - MINIMUM_SHARE);
  for (let row = 0; row < target.values.length; row++) {
    if (fillTemplate(parts, row) !== target.values[row]) {
      deviating.add(row);
      if (deviating.size > limit) break;
    }
  }
  return deviating;
}
