/** A line of a text: where it begins, and where it ends without its break and the spaces before that. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The paragraphs of `text[start..end)`: runs of lines that are not blank. */
export function* readParagraphs(text: string, start: number, end: number): Generator<readonly TextLine[]> {
  let lines: TextLine[] = [];
  for (let at = start; at < end;) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    const line = text.slice(at, next).trimEnd();
    if (line !== '') lines.push({ start: at, end: at + line.length, text: line });
    else if (lines.length > 0) {
      yield lines;
      lines = [];
    }
    at = next;
  }
  if (lines.length > 0) yield lines;
}
