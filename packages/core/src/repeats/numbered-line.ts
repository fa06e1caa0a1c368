/** A line of a listing that numbers its lines: `   12\tcode`, `12:code`, `12 | code`, `12→code`, or of hits with lines around them: `12-code`. */
export interface NumberedLine {
  readonly number: number;
  /** What stands before the content: padding, number and separator. */
  readonly gutter: string;
  readonly content: string;
}

const pattern = /^( {0,8})(\d{1,7})( {0,2}[\t|→:-])/;

/** Reads a line's number; undefined where it has none. */
export function readNumberedLine(line: string): NumberedLine | undefined {
  const match = pattern.exec(line);
  if (match === null) return undefined;
  return { number: Number(match[2]), gutter: match[0], content: line.slice(match[0].length) };
}

/** Spells a gutter for another number, right-aligned in the same width where it is padded. */
export function renumberGutter(gutter: string, number: number): string {
  const match = pattern.exec(gutter);
  const [, padding = '', digits = '', separator = ''] = match ?? [];
  const width = padding === '' ? 0 : padding.length + digits.length;
  return String(number).padStart(width, ' ') + separator;
}
