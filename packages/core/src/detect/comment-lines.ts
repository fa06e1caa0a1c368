const wholeComment = /^\s*(?:\/\/|#(?:\s|$|!|\[=*\[)|--\s|;;?\s|%\s|"\s|dnl\b|\/\*|\*\/)|^\s+\*(?:\s|$|\/)/;
const longOpenings: readonly (readonly [opens: RegExp, closes: string])[] = [
  [/^\s*\/\*/, '*/'],
  [/^\s*#\[=*\[/, ']'],
  [/^\s*[rRuUbB]{0,2}"""\s*\S/, '"""'],
  [/^\s*[rRuUbB]{0,2}'''\s*\S/, "'''"],
  [/^=(?:pod|head\d|item|over|begin|encoding)\b/, '=cut'],
];

/** The lines that are neither comments nor documentation strings: what they say in sentences is no prose. */
export function withoutComments(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let closes: string | undefined;
  let previous = '';
  for (const line of lines) {
    if (closes === undefined) {
      const opened = longOpening(line, previous);
      if (opened !== undefined) closes = closesAtOnce(line, opened) ? undefined : opened;
      else if (!wholeComment.test(line)) kept.push(line);
    } else if (line.includes(closes)) closes = undefined;
    previous = line;
  }
  return kept;
}

/** What ends the long comment that begins here. A bare `"""` opens only behind a definition: elsewhere the sample may begin inside the string. */
function longOpening(line: string, previous: string): string | undefined {
  const found = longOpenings.find(([opens]) => opens.test(line));
  if (found !== undefined) return found[1];
  const bare = /^\s*[rRuUbB]{0,2}("""|''')\s*$/.exec(line)?.[1];
  return bare !== undefined && (previous === '' || /[:)]\s*$/.test(previous)) ? bare : undefined;
}

function closesAtOnce(line: string, closes: string): boolean {
  const start = line.search(/\S/);
  return line.includes(closes, start + closes.length);
}
