import type { Column } from './record-type.ts';

/** A shorter common beginning or end saves nothing and costs the reader a look at the header. */
const MINIMUM_LENGTH = 6;
const MINIMUM_SUFFIX = 8;
const MINIMUM_STRINGS = 4;

/**
 * Takes the beginning and the end that all strings of a column share out of its cells. Cut only at boundaries of words, so that names stay whole.
 * Cells of such a column are strings, null or missing.
 */
export function foldAffixes(column: Column): void {
  const strings: string[] = [];
  for (const identityValue of column.values) {
    if (typeof identityValue === 'string') strings.push(identityValue);
    else if (identityValue !== undefined && identityValue !== null) return;
  }
  if (strings.length < MINIMUM_STRINGS) return;
  const first = strings[0] as string;
  let prefix = first.length;
  for (const text of strings) prefix = sharedPrefix(first, text, prefix);
  prefix = boundaryBefore(first, prefix);
  let suffix = first.length - prefix;
  for (const text of strings) suffix = sharedSuffix(first, text, Math.min(suffix, text.length - prefix));
  suffix = boundaryAfter(first, suffix);
  if (suffix < MINIMUM_SUFFIX) suffix = 0;
  if (prefix < MINIMUM_LENGTH) prefix = 0;
  const [before, after] = [first.slice(0, prefix), first.slice(first.length - suffix)];
  if (prefix + suffix === 0 || !/^[^*\n\r\u0000-\u001f\ud800-\udfff]*$/.test(before + after)) return;
  if (strings.some((text) => text.length === prefix + suffix)) return;
  column.prefix = before;
  column.suffix = after;
}

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
const isJoint = (character: string | undefined): boolean => character !== undefined && '/ :?=&|>#'.includes(character);

function boundaryBefore(text: string, length: number): number {
  let at = length;
  while (at > 0 && !isJoint(text[at - 1])) at--;
  return at;
}

function boundaryAfter(text: string, length: number): number {
  let at = length;
  while (at > 0 && !isJoint(text[text.length - at])) at--;
  return at;
}
