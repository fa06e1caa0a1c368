/**
 * The first line of every text in the JSON form: it marks the text as one that Headroom rendered without a store (never compressed again, I8), and tells
 * the reader how to read it.
 */
export const FORM_SIGNATURE = 'compact: T(cells;fields) heads rows `cells;name=value`; ~v unless stated, {c} column c';

/** Whether a text is in the JSON form. */
export function isForm(text: string): boolean {
  return text.startsWith(FORM_SIGNATURE);
}
