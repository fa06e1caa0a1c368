import { lineHead, type LogLines } from '../lines/log-lines.ts';
import type { Scan } from '../pattern/scan-lines.ts';

const header = /^Traceback \(most recent call last\)/;
const thrown = /^[A-Za-z_][\w.]{0,119}(?:: \S|:?\s*$)/;
/** What a program prints meanwhile may stand between the frames and the end. */
const mostBetween = 80;

/** The traces of a log whose innermost frame comes last, as Python writes them. */
export interface PythonTraces {
  /** Lines that begin them and have an end. */
  readonly headers: ReadonlySet<number>;
  /** The lines that say what was thrown and why, unindented below the frames: each wording once. */
  readonly thrown: readonly number[];
}

/** Finds traces from `Traceback (most recent call last):` to what was thrown. Linear. */
export function findPythonTraces(lines: LogLines, { patternOf, patterns, repeats }: Scan): PythonTraces {
  const begins = patterns.map(({ line }) => header.test(lineHead(lines, line, 40)));
  const headers = new Set<number>();
  const found: number[] = [];
  let since = -1;
  for (let line = 0; line < lines.count; line += 1) {
    if (begins[patternOf[line]!] === true) since = line;
    else if (since >= 0 && line > since + 1 && thrown.test(lineHead(lines, line, 160))) {
      headers.add(since);
      if (repeats[line] === 0) found.push(line);
      since = -1;
    } else if (line > since + mostBetween) since = -1;
  }
  return { headers, thrown: found };
}
