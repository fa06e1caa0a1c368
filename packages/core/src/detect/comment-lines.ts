import type { Line } from './line.ts';
import { anyPattern } from './line-pattern.ts';

const isWholeComment = anyPattern(
  [/^\s*(?:\/\/|#(?:\s|$|!|\[=*\[)|--\s|;;?\s|%\s|"\s|dnl\b|\/\*|\*\/)/, { opens: '/#;%"d*-' }],
  [/^\s+\*(?:\s|$|\/)/, { opens: '*', is: ['indented'] }],
);
const prefixes = 'rRuUbB';
const longOpenings = [
  [anyPattern([/^\s*\/\*/, { opens: '/', has: '*' }]), '*/'],
  [anyPattern([/^\s*#\[=*\[/, { opens: '#', has: '[' }]), ']'],
  [anyPattern([/^\s*[rRuUbB]{0,2}"""\s*\S/, { opens: `${prefixes}"`, has: '"' }]), '"""'],
  [anyPattern([/^\s*[rRuUbB]{0,2}'''\s*\S/, { opens: `${prefixes}'`, has: "'" }]), "'''"],
  [anyPattern([/^=(?:pod|head\d|item|over|begin|encoding)\b/, { opens: '=', is: ['margin'] }]), '=cut'],
] as const;
const bareOpenings = [
  [anyPattern([/^\s*[rRuUbB]{0,2}"""\s*$/, { opens: `${prefixes}"`, closes: '"' }]), '"""'],
  [anyPattern([/^\s*[rRuUbB]{0,2}'''\s*$/, { opens: `${prefixes}'`, closes: "'" }]), "'''"],
] as const;
const endsDefinition = anyPattern([/[:)]\s*$/, { closes: ':)' }]);

/** The lines that are neither comments nor documentation strings: what they say in sentences is no prose. */
export function withoutComments(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = [];
  let closes: string | undefined;
  let previous: Line | undefined;
  for (const line of lines) {
    if (closes === undefined) {
      const opened = longOpening(line, previous);
      if (opened !== undefined) closes = closesAtOnce(line.text, opened) ? undefined : opened;
      else if (!isWholeComment(line)) kept.push(line);
    } else if (line.text.includes(closes)) closes = undefined;
    previous = line;
  }
  return kept;
}

/** What ends the long comment that begins here. A bare `"""` opens only behind a definition: elsewhere the sample may begin inside the string. */
function longOpening(line: Line, previous: Line | undefined): string | undefined {
  const found = longOpenings.find(([opens]) => opens(line));
  if (found !== undefined) return found[1];
  if (previous !== undefined && previous.text !== '' && !endsDefinition(previous)) return undefined;
  return bareOpenings.find(([opens]) => opens(line))?.[1];
}

function closesAtOnce(line: string, closes: string): boolean {
  const start = line.search(/\S/);
  return line.includes(closes, start + closes.length);
}
