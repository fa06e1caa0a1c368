import { sortOf } from './row-shapes.ts';

/** A result of a search over code: a place and the lines that stand there. */
export interface Snippet {
  readonly path: string;
  /** The line that the result names, from 1. */
  readonly line: number;
  /** The lines of the file that the text is said to be; undefined where the result does not tell. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly text: string;
}

const idle = /^\s*(?:$|\/\/|\/?\*|#(?!\s?(?:define|include))|--\s|<!--|;|%|@|["']{3}|[{}()[\]]*;?$)/;

/**
 * Tells a snippet as rows of a search: the line that it was found for as a match, all others as its context.
 *
 * That line is the one that the result names inside of a range, else the first that declares something, else the first that says something. Where the lines of the text are not known for sure every row has the number of
 * the result: no text stands beside a number that is not its own or its result's.
 */
export function snippetRows({ path, line, first, last, text }: Snippet): readonly string[] {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const height = text.split('\n').length;
  // A range of another height is not that of the text; a text may end with a line feed or without.
  const fits = first !== undefined && (last === undefined || last - first + 1 === height || last - first + 1 === lines.length);
  const from = fits && line >= first && line < first + lines.length ? first : undefined;
  const hit = from === undefined || from === line ? declared(lines) : line - from;
  return lines.map((said, index) => {
    const number = from === undefined ? line : from + index;
    const sign = index === hit ? ':' : '-';
    return `${path}${sign}${number}${sign}${said}`;
  });
}

function declared(lines: readonly string[]): number {
  const declaration = lines.findIndex((line) => sortOf(line.slice(0, 400)) === 'definition');
  if (declaration >= 0) return declaration;
  const said = lines.findIndex((line) => !idle.test(line.slice(0, 400)));
  return Math.max(0, said);
}
