const mostPadding = 8;
const mostDigits = 7;
const mostBehind = 2;
const separators: ReadonlySet<number> = new Set(Array.from('\t|→:-', (sign) => sign.charCodeAt(0)));
const blank = 0x20;

/**
 * What stands before the content of a line that is numbered: padding, number and separator, as in `   12\tcode`, `12:code`, `12 | code`, `12→code`, and as in hits with
 * lines around them, `12-code`.
 */
export interface Gutter {
  readonly number: number;
  /** Where the content begins. */
  readonly end: number;
}

/** Reads the gutter of the line that begins at a place; undefined where it has none. */
export function readGutter(text: string, start: number): Gutter | undefined {
  let at = start;
  while (at - start < mostPadding && text.charCodeAt(at) === blank) at += 1;
  const first = at;
  let number = 0;
  for (let digit = digitAt(text, at); digit >= 0 && at - first < mostDigits; digit = digitAt(text, at)) {
    number = 10 * number + digit;
    at += 1;
  }
  if (at === first) return undefined;
  const behind = at;
  while (at - behind < mostBehind && text.charCodeAt(at) === blank) at += 1;
  return separators.has(text.charCodeAt(at)) ? { number, end: at + 1 } : undefined;
}

function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 0x30;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

/** Spells a gutter for another number, right-aligned in the same width where it is padded. */
export function renumberGutter(gutter: string, number: number): string {
  const [, padding = '', digits = '', separator = ''] = /^( *)(\d*)(.*)$/s.exec(gutter) ?? [];
  const width = padding === '' ? 0 : padding.length + digits.length;
  return String(number).padStart(width, ' ') + separator;
}
