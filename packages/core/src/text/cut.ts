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

/** What is longer is no word: base64, a path. */
const longestWord = 24;

/** Where a text can be cut before a place: where a word begins, if one does not far before it; never between the halves of a surrogate pair. */
export function wordBefore(text: string, place: number): number {
  const cut = cutBefore(text, place);
  for (let at = cut; at > cut - longestWord && at > 0; at -= 1) if (isSpaceAt(text, at - 1)) return at;
  return cut;
}

/** Where a text can be cut behind a place: where a word ends, if one does not far behind it; never between the halves of a surrogate pair. */
export function wordAfter(text: string, place: number): number {
  const cut = cutAfter(text, place);
  for (let at = cut; at < cut + longestWord && at < text.length; at += 1) if (isSpaceAt(text, at)) return at;
  return cut;
}

/** Whether a blank, a tab or a break stands at a place: nothing is lost between words if a text is cut there. */
export function isSpaceAt(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function splitsPair(text: string, index: number): boolean {
  return isLowSurrogate(text.charCodeAt(index)) && isHighSurrogate(text.charCodeAt(index - 1));
}
