import { canFillHoles, holdsHole } from './holes.ts';
import type { Column, Pattern, TemplatePart } from './record-type.ts';
import { textOf } from './text-of.ts';

/** A shorter common beginning or end saves nothing and costs the reader a look at the header. */
const MINIMUM_LENGTH = 6;
/** A path or a phrase that is no address is asked for and copied whole: only much is worth a cut. */
const MINIMUM_PLAIN = 24;
const MINIMUM_ADDRESS_SUFFIX = 8;
const MINIMUM_STRINGS = 4;

/** So many columns are tried as the source of a hole. */
const MAXIMUM_SOURCES = 8;

/** Stands in a text where a hole is tried: a private-use character, and texts that hold one are left alone. */
const PLACE = '\ue000';

/**
 * Takes the beginning and the end that all strings of a column share out of its cells; they may hold another column's text (`https://cdn*.example/u/{id}`).
 * Cut only at joints of paths and phrases, so that names stay whole. Cells of such a column are strings, null or missing.
 */
export function foldAffixes(column: Column, names: ReadonlySet<string>, sources: readonly Column[]): void {
  const rows: number[] = [];
  for (let row = 0; row < column.values.length; row++) {
    const value = column.values[row];
    if (typeof value === 'string') rows.push(row);
    else if (value !== undefined && value !== null) return;
  }
  if (rows.length < MINIMUM_STRINGS) return;
  let best = fold(column, rows, undefined, names);
  let tried = 0;
  for (const source of sources) {
    if (source === column || !canFillHoles(source) || !mayHold(column, source, rows) || tried++ >= MAXIMUM_SOURCES) continue;
    const folded = fold(column, rows, source, names);
    if (folded !== undefined && (best === undefined || folded.left < best.left * 0.8)) best = folded;
  }
  column.pattern = best?.pattern;
}

/** Whether a source stands in the first and the last text, as a number or name of its own. */
function mayHold(column: Column, source: Column, rows: readonly number[]): boolean {
  if (source.counts.size < 2) return false;
  return [rows[0] as number, rows[rows.length - 1] as number].every((row) => {
    const piece = textOf(source.values[row]);
    return piece !== undefined && piece.length > 1 && (column.values[row] as string).includes(piece);
  });
}

/** The pattern with a hole for one source (or none), and how many characters it leaves in the cells. */
function fold(
  column: Column,
  rows: readonly number[],
  source: Column | undefined,
  names: ReadonlySet<string>,
): { pattern: Pattern; left: number } | undefined {
  const texts: string[] = [];
  for (const row of rows) {
    let text = column.values[row] as string;
    if (source !== undefined) {
      const piece = textOf(source.values[row]);
      const at = piece === undefined || piece === '' ? -1 : text.indexOf(piece);
      if (at < 0 || text.includes(PLACE)) return undefined;
      text = text.slice(0, at) + PLACE + text.slice(at + (piece as string).length);
    }
    texts.push(text);
  }
  const { before, behind } = sharedEnds(texts);
  if (before.length + behind.length === 0 || !/^[^*\u0000-\u001f\ud800-\udfff]*$/.test(before + behind)) return undefined;
  if (source !== undefined && !(before + behind).includes(PLACE)) return undefined;
  if (holdsHole(before.replace(PLACE, '{}'), names) || holdsHole(behind, names)) return undefined;
  const rests: (string | undefined)[] = new Array<string | undefined>(column.values.length).fill(undefined);
  let left = 0;
  for (let index = 0; index < rows.length; index++) {
    const text = texts[index] as string;
    const rest = text.slice(before.length, text.length - behind.length);
    if (rest === '' || rest.startsWith('"') || rest.startsWith('`')) return undefined;
    rests[rows[index] as number] = rest;
    left += rest.length;
  }
  return { pattern: { before: partsOf(before, source), behind: partsOf(behind, source), rests }, left };
}

function partsOf(text: string, source: Column | undefined): TemplatePart[] {
  if (text === '') return [];
  const at = source === undefined ? -1 : text.indexOf(PLACE);
  if (at < 0 || source === undefined) return [text];
  const parts: TemplatePart[] = [text.slice(0, at), { column: source, after: '' }, text.slice(at + 1)];
  return parts.filter((part) => part !== '');
}

function sharedEnds(texts: readonly string[]): { before: string; behind: string } {
  const first = texts[0] as string;
  let prefix = first.length;
  for (const text of texts) prefix = sharedPrefix(first, text, prefix);
  prefix = boundaryBefore(first, prefix);
  let suffix = first.length - prefix;
  for (const text of texts) suffix = sharedSuffix(first, text, Math.min(suffix, text.length - prefix));
  suffix = boundaryAfter(first, suffix);
  const [before, behind] = [first.slice(0, prefix), first.slice(first.length - suffix)];
  const address = first.includes('://');
  // Only addresses are put together from pieces: a name made of two columns would stand nowhere as it is asked for.
  if (!address) return { before: worthCutting(before) ? before : '', behind: worthCutting(behind) ? behind : '' };
  return {
    before: before.length >= MINIMUM_LENGTH || before.includes(PLACE) ? before : '',
    behind: behind.length >= MINIMUM_ADDRESS_SUFFIX || behind.includes(PLACE) ? behind : '',
  };
}

const worthCutting = (text: string): boolean => text.length >= MINIMUM_PLAIN && !text.includes(PLACE);

function sharedPrefix(a: string, b: string, limit: number): number {
  const end = Math.min(limit, b.length);
  let at = 0;
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function sharedSuffix(a: string, b: string, limit: number): number {
  let at = 0;
  while (at < limit && a.charCodeAt(a.length - 1 - at) === b.charCodeAt(b.length - 1 - at)) at++;
  return at;
}

/** Cuts only where a path, an address or a phrase has a joint: numbers, names, dates and dotted names stay whole. */
const isJoint = (character: string | undefined): boolean => character !== undefined && `/ :?=&|>#${PLACE}`.includes(character);

function boundaryBefore(text: string, length: number): number {
  let at = length;
  while (at > 0 && !isJoint(text[at - 1])) at--;
  return at;
}

/** Before a hole a dot is a joint too: `cdn2` of `cdn2.example/u/{id}` is whole. */
function boundaryAfter(text: string, length: number): number {
  const holds = text.slice(text.length - length).includes(PLACE);
  let at = length;
  while (at > 0 && !isJoint(text[text.length - at]) && !(holds && text[text.length - at] === '.')) at--;
  return at;
}
