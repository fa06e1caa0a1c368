/** A text by its lines: every line with its break, so that all lines joined are the text again. */
export interface SourceLines {
  readonly text: string;
  /** Where each line begins, and behind them the end of the text. */
  readonly starts: readonly number[];
  readonly count: number;
}

/** Splits a text at its line feeds, without copying it. */
export function sourceLines(text: string): SourceLines {
  const starts: number[] = [];
  for (let start = 0; start < text.length;) {
    starts.push(start);
    const lineFeed = text.indexOf('\n', start);
    start = lineFeed < 0 ? text.length : lineFeed + 1;
  }
  const count = starts.length;
  starts.push(text.length);
  return { text, starts, count };
}

/** A line without its break. */
export function lineOf({ text, starts }: SourceLines, line: number): string {
  const start = starts[line] ?? text.length;
  let end = starts[line + 1] ?? text.length;
  if (text[end - 1] === '\n' && end > start) end -= text[end - 2] === '\r' && end - 2 >= start ? 2 : 1;
  return text.slice(start, end);
}
