import { isDiagnosticLine } from './log-lines.ts';
import { beginsWithTime } from './timestamps.ts';

/** A path before `:12:`, `-12-` or `=12=`: it has a letter and a slash or an extension, so that neither a time nor an address and port is one. */
const hit = /^(?:[A-Za-z]:[\\/])?(?=[^\s:]{0,240}[A-Za-z_])(?=[^\s:]{0,240}(?:[\\/]|\.[A-Za-z]|file))[^\s:]{1,240}:\d+[:](?:\d+:)?/;
const knownBareName = /^(?:Makefile|Dockerfile|LICENSE|README|Gemfile|Rakefile|Procfile|CODEOWNERS)[:-]\d+[:-]/;
const context = /^(?:[A-Za-z]:[\\/])?(?=[^\s:]{0,240}(?:[\\/]|\.[A-Za-z]))[^\s:]{1,240}(?:-\d+-|=\d+=)/;
const count = /^(?=[^\s:]{0,240}[A-Za-z_])(?=[^\s:]{0,240}(?:[\\/]|\.[A-Za-z]))[^\s:]{1,240}:\d+$/;
const unnumbered = /^(?:\.{1,2}\/|\/)?[\w@.+-]+(?:\/[\w@.+()[\]-]+)+\.\w{1,8}:(?!:|\/\/)/;
const numberedHit = /^[1-9]\d*[:-]/;
const heading = /^(?:\.{0,2}[\\/])?[\w@.+[\]()-]+(?:[\\/][\w@.+[\]() -]+)*\.?[\w-]*$/;

/** Share of lines that are search results in any layout, and the layout that explains most of them. */
export function searchShare(lines: readonly string[]): { readonly share: number; readonly layout: string } {
  const results = lines.filter((line) => line !== '--');
  if (results.length === 0) return { share: 0, layout: '' };
  const found = { hits: 0, contexts: 0, counts: 0, numbered: 0, headings: 0, unnumbered: 0 };
  for (const line of results) {
    if (beginsWithTime(line)) {
      // `12:34:56` is a time even where a heading layout would read it as line 12.
      continue;
    }
    if (count.test(line)) found.counts++;
    else if (hit.test(line) || knownBareName.test(line)) {
      if (!isDiagnosticLine(line)) found.hits++;
    } else if (context.test(line)) found.contexts++;
    else if (unnumbered.test(line)) found.unnumbered++;
    else if (numberedHit.test(line)) found.numbered++;
    else if (heading.test(line)) found.headings++;
  }
  const total = results.length;
  // Context lines count only beside hits: `some-12-name` alone is a name.
  const plain = found.hits === 0 ? 0 : (found.hits + found.contexts) / total;
  const counted = found.counts / total;
  const headed = headedShare(results, found);
  const shares: readonly { readonly share: number; readonly layout: string }[] = [
    { share: plain, layout: 'path:line: hits' },
    { share: counted, layout: 'path:count lines' },
    { share: headed, layout: 'numbered hits' },
    { share: found.unnumbered / total, layout: 'path: hits' },
  ];
  return shares.reduce((best, next) => (next.share > best.share ? next : best));
}

/** `rg --heading` (a path, then numbered lines) and hits of one file (numbered lines alone, with gaps between the numbers). */
function headedShare(lines: readonly string[], found: { readonly numbered: number; readonly headings: number }): number {
  if (found.numbered < 2) return 0;
  const numbers = lines.filter((line) => numberedHit.test(line)).map((line) => Number.parseInt(line, 10));
  const consecutive = numbers.filter((number, index) => index > 0 && number === (numbers[index - 1] ?? 0) + 1).length;
  // A line is hit once: what has the same number again and again counts something else, such as the test that printed it.
  const repeated = numbers.filter((number, index) => index > 0 && number === numbers[index - 1]).length;
  if (repeated > numbers.length * 0.3) return 0;
  const withContext = lines.some((line) => /^\d+-/.test(line)) && lines.some((line) => /^\d+:/.test(line));
  // A listing of a file has every number; the hits of a search skip some, or stand among lines of context.
  if (found.headings === 0 && !withContext && consecutive > numbers.length * 0.8) return 0;
  return (found.numbered + Math.min(found.headings, found.numbered)) / lines.length;
}
