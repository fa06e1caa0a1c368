import { isHighSurrogate, isLowSurrogate } from './utf8.ts';

/**
 * An index at or before `index` where a text can be cut without splitting a surrogate pair; clamped to the text.
 *
 * @example text.slice(0, cutBefore(text, 100)) // at most 100 units, well formed if the text is
 */
export function cutBefore(text: string, index: number): number {
  const cut = Math.max(0, Math.min(text.length, Math.floor(index)));
  return splitsPair(text, cut) ? cut - 1 : cut;
}

/** An index at or after `index` where a text can be cut without splitting a surrogate pair; clamped to the text. */
export function cutAfter(text: string, index: number): number {
  const cut = Math.max(0, Math.min(text.length, Math.ceil(index)));
  return splitsPair(text, cut) ? cut + 1 : cut;
}

function splitsPair(text: string, index: number): boolean {
  return isLowSurrogate(text.charCodeAt(index)) && isHighSurrogate(text.charCodeAt(index - 1));
}
