/**
 * Where the lines of a text begin and end, without copying them. A line ends with LF or CR LF; a break at the very end of the text begins no further line.
 */
export interface LineIndex {
  readonly count: number;
  /** Where a line begins. Lines are numbered from 0; `start(count)` is the end of the text. */
  start(line: number): number;
  /** Where a line ends, its break left out. */
  end(line: number): number;
  /** The line that holds an index of the text. */
  at(index: number): number;
}

/**
 * Finds all lines of a text in one pass.
 *
 * @example
 * const lines = indexLines('a\r\nb');
 * text.slice(lines.start(0), lines.end(0)); // 'a'
 */
export function indexLines(text: string): LineIndex {
  const starts: number[] = [];
  for (let start = 0; start < text.length;) {
    starts.push(start);
    const lineFeed = text.indexOf('\n', start);
    start = lineFeed < 0 ? text.length : lineFeed + 1;
  }
  const count = starts.length;
  const start = (line: number): number => starts[line] ?? text.length;
  return {
    count,
    start,
    end(line) {
      const next = start(line + 1);
      if (line >= count || text[next - 1] !== '\n') return next;
      return text[next - 2] === '\r' && next - 2 >= start(line) ? next - 2 : next - 1;
    },
    at(index) {
      let low = 0;
      let high = Math.max(0, count - 1);
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (start(middle) <= index) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}
