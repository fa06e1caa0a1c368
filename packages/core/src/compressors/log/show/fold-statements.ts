import { lineHead } from '../lines/log-lines.ts';
import type { LogAnalysis } from '../value/line-values.ts';
import { mostDifferent, readValues, type Values } from './place-values.ts';

/** Fewer lines than these are no news: their gap says enough. */
const leastLines = 5;
/** Of a larger template only the number of lines is told. */
const mostLinesRead = 20_000;
const readCharacters = 400;
const mostPlaces = 2;
const mostValues = 3;
const longestValue = 40;
/** The commonest value of a place stands in at least one of so many lines, or no value there is common. */
const leastShare = 20;

/** A word, not only signs, digits and shares. */
const hasWord = /[A-Za-z]{2}|[\u00c0-\uffff]/;
const aName = /^[A-Za-z][\w./-]{1,24}$/;
/** What names nothing without the word before it. */
const aParticle = /^(?:in|of|to|at|for|from|with|by|on|as|is|was|the)$/i;
const aUnit = /^[A-Za-z]{1,12}(?=\.?$)/;

/** What stands behind a shown line about those left out. */
export interface FoldStatement {
  readonly line: number;
  readonly text: string;
}

/**
 * Tells behind the first shown line of a template how many of all lines left out are like it, and what stands in them where they differ:
 * `[498 offloaded lines are like line 12: for root (370×), admin (21×), …; port 1024..65000]`. Lines without a word are alike in their signs only, and are not told.
 *
 * @param most statements at most, for the templates with the most lines left out
 * @returns those about the most lines first
 */
export function foldStatements({ lines, scan, templates }: LogAnalysis, shown: Uint8Array, most: number): readonly FoldStatement[] {
  const first = new Int32Array(templates.sizes.length).fill(-1);
  const omitted = new Int32Array(templates.sizes.length);
  for (let line = 0; line < lines.count; line += 1) {
    const template = templates.templateOf[scan.patternOf[line]!]!;
    if (shown[line] === 0) omitted[template]! += 1;
    else if (first[template]! < 0 && hasWord.test(lineHead(lines, line, readCharacters))) first[template] = line;
  }
  const told = [...first.keys()]
    .filter((template) => first[template]! >= 0 && omitted[template]! >= leastLines)
    .sort((a, b) => omitted[b]! - omitted[a]! || a - b)
    .slice(0, most);
  const values = readValues(
    { lines, scan, templates },
    shown,
    told.filter((template) => omitted[template]! <= mostLinesRead),
  );
  return told.map((template) => {
    const line = first[template]!;
    return { line, text: `[${omitted[template]!} offloaded lines are like line ${line + 1}${describe(values.get(template) ?? [])}]` };
  });
}

/** A place where the lines differ, with the constant words before and behind it that say what stands there. */
interface Place {
  readonly name: string;
  readonly unit: string;
  readonly values: Values;
}

/** Places before the first constant word are times and process ids: they differ in every line and tell nothing. */
function describe(places: readonly Values[]): string {
  const constant = places.findIndex((values) => values.size === 1 && /^[A-Za-z][A-Za-z_.-]{3}/.test([...values.keys()][0]!));
  const varying = places.flatMap((values, place) => (constant < 0 || place <= constant || values.size < 2 ? [] : [placeOf(places, place)]));
  const parts = [...varying.map(describeCommon), ...varying.map(describeRange)].filter((part) => part !== '');
  return parts.length === 0 ? '' : `: ${parts.slice(0, mostPlaces).join('; ')}`;
}

function placeOf(places: readonly Values[], place: number): Place {
  const word = constantAt(places, place - 1);
  const name = aName.test(word) ? `${word} ` : '';
  if (!aParticle.test(word)) return { name, unit: '', values: places[place]! };
  const before = constantAt(places, place - 2);
  return { name: aName.test(before) ? `${before} ${name}` : name, unit: unitOf(places, place), values: places[place]! };
}

/** The word that all lines have in a place; empty where they differ. */
function constantAt(places: readonly Values[], place: number): string {
  const values = places[place];
  return values?.size === 1 ? [...values.keys()][0]! : '';
}

/** The word behind a place that stands there in every line, unless it names what comes next. */
function unitOf(places: readonly Values[], place: number): string {
  const word = constantAt(places, place + 1);
  const named = (places[place + 2]?.size ?? 1) > 1;
  const [unit] = aUnit.exec(word) ?? [];
  return unit !== undefined && !named && linesOf(places[place + 1]!) === linesOf(places[place]!) ? ` ${unit}` : '';
}

function linesOf(values: Values): number {
  let lines = 0;
  for (const times of values.values()) lines += times;
  return lines;
}

/** The commonest words of a place, where some come more than once. Bare numbers and shares without a name tell nothing. */
function describeCommon({ name, values }: Place): string {
  if (values.size > mostDifferent || isProgress(values)) return '';
  const repeated = [...values]
    .filter(
      ([word, times]) =>
        (times > 1 || values.size <= mostValues) && word.length <= longestValue && (name === '' ? hasWord : /\w/).test(word),
    )
    .sort(([a, often], [b, other]) => other - often || (a < b ? -1 : 1))
    .slice(0, mostValues);
  if (repeated.length === 0 || isSequence(values, repeated[0]![1]) || repeated[0]![1] * leastShare < linesOf(values)) return '';
  // No value holds a bracket or a comma, which stand between words: what is counted and how often cannot be taken for each other, as in `402×1`.
  return `${name}${repeated.map(([word, times]) => `${word} (${times}×)`).join(', ')}${repeated.length < values.size ? ', …' : ''}`;
}

/** Numbers of which none is common: ids, ports, sizes. */
function describeRange({ name, unit, values }: Place): string {
  if (name === '' || values.size <= mostValues || values.size > mostDifferent || !areNumbers(values)) return '';
  const most = [...values.values()].reduce((high, times) => Math.max(high, times));
  if (!isSequence(values, most)) return '';
  const numbers = [...values.keys()].map(Number);
  return `${name}${numbers.reduce((low, next) => Math.min(low, next))}..${numbers.reduce((high, next) => Math.max(high, next))}${unit}`;
}

/** Shares that only rise from line to line, as a runner prints behind each test. */
function isProgress(values: Values): boolean {
  let last = -1;
  for (const word of values.keys()) {
    const share = /^\d{1,3}%$/.test(word) ? Number.parseInt(word, 10) : -1;
    if (share < last || share < 0) return false;
    last = share;
  }
  return true;
}

/** Many different numbers, none of which stands in a tenth of the lines. */
function isSequence(values: Values, most: number): boolean {
  if (values.size <= 2 * mostValues || !areNumbers(values)) return false;
  return most * 10 < linesOf(values);
}

function areNumbers(values: Values): boolean {
  for (const word of values.keys()) if (!/^-?\d{1,12}$/.test(word)) return false;
  return true;
}
