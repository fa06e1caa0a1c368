/** What stands before the content of a numbered line, as in `   12\tcode`, `12:code`, `12 | code`, `12→code`, and as in hits with lines around them, `12-code`. */
export interface Gutter {
  readonly number: number;
  /** Where the content begins. */
  readonly end: number;
}

const gutterHere = / {0,8}\d{1,7} {0,2}[\t|→:-]/y;

/** Reads the gutter of the line that begins at a place of a text; undefined where it has none. */
export function readGutter(text: string, start: number): Gutter | undefined {
  gutterHere.lastIndex = start;
  if (!gutterHere.test(text)) return undefined;
  const end = gutterHere.lastIndex;
  return { number: Number.parseInt(text.slice(start, end), 10), end };
}

/** Spells a gutter for another number, right-aligned in the same width where it is padded. */
export function renumberGutter(gutter: string, number: number): string {
  const [, padding = '', digits = '', separator = ''] = /^( *)(\d*)(.*)$/s.exec(gutter) ?? [];
  const width = padding === '' ? 0 : padding.length + digits.length;
  return String(number).padStart(width, ' ') + separator;
}
