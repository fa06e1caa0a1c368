import { cutAfter, cutBefore } from '../../../text/cut.ts';
import { shownText, type LogLines } from '../lines/log-lines.ts';

const headShare = 0.7;
const tailShare = 0.2;

/** A line as it is shown: whole, or its beginning and end around a statement of how many characters are missing. */
export interface ShownLine {
  readonly text: string;
  readonly missing: number;
}

/** Shows a line; one of more than `most` characters (a dumped document, minified code) is cut in its middle. */
export function showLine(lines: LogLines, line: number, most: number): ShownLine {
  const text = shownText(lines, line);
  const { length } = text;
  if (length <= most) return { text, missing: 0 };
  const head = cutBefore(text, most * headShare);
  const tail = cutAfter(text, length - most * tailShare);
  return {
    text: `${text.slice(0, head)} […${tail - head} characters of line ${line + 1} offloaded…] ${text.slice(tail)}`,
    missing: tail - head,
  };
}
