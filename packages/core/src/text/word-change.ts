/** Whether a line tells a change of words as `git diff --word-diff` does, `[-old-]` or `{+new+}`. Linear, which a pattern that looks for the end from each beginning is not. */
export function tellsWordChange(line: string): boolean {
  return encloses(line, '[-', '-]') || encloses(line, '{+', '+}');
}

function encloses(line: string, opening: string, closing: string): boolean {
  const start = line.indexOf(opening);
  return start >= 0 && line.includes(closing, start + opening.length);
}
