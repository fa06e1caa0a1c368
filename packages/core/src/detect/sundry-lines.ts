import { shareOf } from './sample.ts';
import { listingLines } from './terminal-lines.ts';

const variable = /^(?:export )?[A-Z][A-Z0-9_]{1,60}=(?:'.*'|".*"|\S*)$/;
const symbol = /^[0-9a-f ]{8,16} [A-Za-z?-] \S/;
const numberedAddress = /^\s*\d+ https?:\/\/\S/;
/** A line of the JSON of another command, indented. */
const member = /^\s+"[^"]{1,120}": (?:"[^"]{0,120}"|[\w.+-]{1,40}),?$/;
const paddedLabel = /^\s*[A-Za-z][\w /().-]{0,40}?:(?: {2,}|\t+)\S/;
const nestedLabel = /^\s+[A-Z][\w ]{2,30}:(?: \S{1,80})?$/;
const known = [...listingLines, variable, symbol, numberedAddress, member, paddedLabel, nestedLabel];
const plainWord = /^[\w@.+~%=\-/\\]{3,200}$/;

/** Share of lines that some command that lists things prints, whichever: in a session of several, each explains only a part. */
export function sundryShare(lines: readonly string[]): number {
  return shareOf(lines, (line) => known.some((pattern) => pattern.test(line)) || isPathPair(line));
}

/** Two paths or names with versions side by side: an edge of a graph of modules, a link and its target. */
function isPathPair(line: string): boolean {
  const words = line.trim().split(' ');
  const ends = words.length === 3 && words[1] === '->' ? [words[0]!, words[2]!] : words;
  return ends.length === 2 && ends.every((word) => plainWord.test(word) && /[/@]/.test(word));
}
