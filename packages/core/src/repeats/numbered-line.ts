/** A line of a listing that numbers its lines: `   12\tcode`, `12:code`, `12| code`, `12→code`. */
export interface NumberedLine {
  readonly number: number;
  /** What stands before the content: padding, number and separator. */
  readonly gutter: string;
  readonly content: string;
}

const pattern = /^( {0,8})(\d{1,7})([\t|→:])/;

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

// Most lines, so that a text that only happens to hold some numbers is compared as it stands.
const mostly = 0.8;

/** Whether a text numbers its lines, upwards. */
export function isNumbered(lines: readonly string[]): boolean {
  let numbered = 0;
  let last = -1;
  for (const line of lines) {
    const read = readNumberedLine(line);
    if (read === undefined) continue;
    if (read.number > last) numbered += 1;
    last = read.number;
  }
  return lines.length >= 4 && numbered >= lines.length * mostly;
}
