import type { Line } from './line.ts';
import { anyPattern } from './line-pattern.ts';
import { shareOf } from './sample.ts';
import { listingLines } from './terminal-lines.ts';

const isKnown = anyPattern(
  ...listingLines,
  // Variables.
  [/^(?:export )?[A-Z][A-Z0-9_]{1,60}=(?:'.*'|".*"|\S*)$/, { opens: 'eA-Z', has: 'A=', is: ['margin'] }],
  // Symbols.
  [/^[0-9a-f ]{8,16} [A-Za-z?-] \S/, { has: ' ' }],
  // Numbered addresses.
  [/^\s*\d+ https?:\/\/\S/, { opens: '0-9', has: '/:' }],
  // A line of the JSON of another command, indented.
  [/^\s+"[^"]{1,120}": (?:"[^"]{0,120}"|[\w.+-]{1,40}),?$/, { opens: '"', is: ['indented', 'colon space'] }],
  // Labels with padded values, and those that nest.
  [/^\s*[A-Za-z][\w /().-]{0,40}?:(?: {2,}|\t+)\S/, { opens: 'A-Za-z', has: ':', is: ['wide'] }],
  [/^\s+[A-Z][\w ]{2,30}:(?: \S{1,80})?$/, { opens: 'A-Z', has: ':', is: ['indented'] }],
);
const plainWord = /^[\w@.+~%=\-/\\]{3,200}$/;

/** Share of lines that some command that lists things prints, whichever: in a session of several, each explains only a part. */
export function sundryShare(lines: readonly Line[]): number {
  return shareOf(lines, (line) => isKnown(line) || isPathPair(line.text));
}

/** Two paths or names with versions side by side: an edge of a graph of modules, a link and its target. */
function isPathPair(line: string): boolean {
  const words = line.trim().split(' ');
  const ends = words.length === 3 && words[1] === '->' ? [words[0]!, words[2]!] : words;
  return ends.length === 2 && ends.every((word) => plainWord.test(word) && /[/@]/.test(word));
}
