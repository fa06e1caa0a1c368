import type { SourceLines } from '../files/source-lines.ts';
import type { Head, Unit } from '../outline/unit.ts';

/** Longer heads are told of by their beginning. */
const longestHead = 400;
const readCharacters = 4000;
/** What a value over several lines is called, up to the sign that gives it. */
const named =
  /^((?:export |const |let |var |static |readonly |public |private |protected |final |val )*[@\w$.#[\]'"]+[?!]?(?:: [^=]{1,120})?)\s*(?::=|=)(?![=>])/;

/** How a declaration is named where it is left out: its head on one line, without comments and what opens its body; empty for what has no name. */
export function headText({ text, starts }: SourceLines, { last, endColumn }: Head, { first, last: end, role }: Unit): string {
  const from = starts[first] ?? text.length;
  const to = Math.min(starts[last + 1] ?? text.length, (starts[last] ?? text.length) + endColumn, from + readCharacters);
  const written = text
    .slice(from, to)
    .replaceAll(/\/\*[^]*?\*\/|(?<=\s)\/\/ .*$/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (role === 'item') return named.exec(written)?.[1]?.trim() ?? '';
  const behind = written.startsWith('typedef')
    ? /^\s*\}\s*([\w\s,*]{1,80});/.exec(text.slice(starts[end], starts[end + 1]))?.[1]
    : undefined;
  if (behind !== undefined) return `${written.replace(/\s*\{$/, '')} ${behind.trim()}`;
  return written.replace(/\s*(?:[{:(]|=>|=|\bis)$/, '').slice(0, longestHead);
}
