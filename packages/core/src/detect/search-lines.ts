import type { Line } from './line.ts';
import { anyPattern } from './line-pattern.ts';
import { isDiagnosticLine } from './log-lines.ts';
import { isTimedLine } from './timestamps.ts';

/** A path before `:12:`, `-12-` or `=12=`: it has a letter and a slash or an extension, so that neither a time nor an address and port is one. */
const isHit = anyPattern(
  [
    /^(?:[A-Za-z]:[\\/])?(?=[^\s:]{0,240}[A-Za-z_])(?=[^\s:]{0,240}(?:[\\/]|\.[A-Za-z]|file))[^\s:]{1,240}:\d+[:](?:\d+:)?/,
    { some: 'aA_', is: ['margin', 'colon digit', 'digit colon'] },
  ],
  [
    /^(?:Makefile|Dockerfile|LICENSE|README|Gemfile|Rakefile|Procfile|CODEOWNERS)[:-]\d+[:-]/,
    { opens: 'MDLRGPC', has: '0', some: ':-', is: ['margin'] },
  ],
  // A search of what was committed says the revision before the path.
  [
    /^[\w./~^@-]{1,80}:(?=[^\s:]{0,240}(?:[\\/]|\.[A-Za-z]))[^\s:]{1,240}:[1-9]\d*:/,
    { some: '/\\.', is: ['margin', 'colon digit', 'digit colon'] },
  ],
);
const isContext = anyPattern([
  /^(?:[A-Za-z]:[\\/])?(?=[^\s:]{0,240}(?:[\\/]|\.[A-Za-z]))[^\s:]{1,240}(?:-\d+-|=\d+=)/,
  { has: '0', some: '-=', is: ['margin'] },
]);
const isCount = anyPattern([
  /^(?=[^\s:]{0,240}[A-Za-z_])(?=[^\s:]{0,240}(?:[\\/]|\.[A-Za-z]))[^\s:]{1,240}:\d+$/,
  { closes: '0-9', lacks: ' ', is: ['margin', 'colon digit'] },
]);
const isUnnumbered = anyPattern([
  /^(?:\.{1,2}\/|\/)?[\w@.+-]+(?:\/[\w@.+()[\]-]+)+\.\w{1,8}:(?!:|\/\/)/,
  { opens: 'A-Za-z0-9_@.+/-', has: '/.:', is: ['margin'] },
]);
const isNumberedHit = anyPattern([/^[1-9]\d*[:-]/, { opens: '1-9', some: ':-', is: ['margin'] }]);
const neverInPaths = `:;,="'<>{}|#*!$\té`;
/** The names of folders and files may have blanks, but not that of the first folder. */
const isHeading = anyPattern(
  [/^(?:\.{0,2}[\\/])?[\w@.+[\]()-]+(?:[\\/][\w@.+[\]()-]+)*\.?[\w-]*$/, { lacks: `${neverInPaths} `, is: ['margin'] }],
  [/^(?:\.{0,2}[\\/])?[\w@.+[\]()-]+(?:[\\/][\w@.+[\]() -]+)+\.?[\w-]*$/, { lacks: neverInPaths, some: '/\\', is: ['margin'] }],
  [/^[\w./~^@-]{1,80}:[\w@.+[\]()-]+(?:\/[\w@.+[\]()-]+)*\.\w{1,12}$/, { lacks: `;,="'<>{}|#*! `, has: ':.', is: ['margin'] }],
);
const isContextNumber = anyPattern([/^\d+-/, { opens: '0-9', has: '-', is: ['margin'] }]);
const isHitNumber = anyPattern([/^\d+:/, { opens: '0-9', is: ['margin', 'digit colon'] }]);

/** Share of lines that are search results in any layout, and the layout that explains most of them. */
export function searchShare(lines: readonly Line[]): { readonly share: number; readonly layout: string } {
  const results = lines.filter(({ text }) => text !== '--');
  if (results.length === 0) return { share: 0, layout: '' };
  const found = { hits: 0, contexts: 0, counts: 0, numbered: 0, headings: 0, unnumbered: 0 };
  for (const line of results) {
    if (isTimedLine(line)) {
      // `12:34:56` is a time even where a heading layout would read it as line 12.
      continue;
    }
    if (isCount(line)) found.counts++;
    else if (isHit(line)) {
      if (!isDiagnosticLine(line)) found.hits++;
    } else if (isContext(line)) found.contexts++;
    else if (isUnnumbered(line)) found.unnumbered++;
    else if (isNumberedHit(line)) found.numbered++;
    else if (isHeading(line)) found.headings++;
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

/** Whether numbered lines stand below several paths: hits of one file may be neighbours, and are no listing of it. */
export function standUnderPaths(lines: readonly Line[]): boolean {
  const begun = lines.filter((line, index) => isNumberedHit(line) && index > 0 && isHeading(lines[index - 1]!));
  return begun.length >= fewestPaths;
}

const fewestPaths = 2;

/** `rg --heading` (a path, then numbered lines) and hits of one file (numbered lines alone, with gaps between the numbers). */
function headedShare(lines: readonly Line[], found: { readonly numbered: number; readonly headings: number }): number {
  if (found.numbered < 2) return 0;
  const numbers = lines.filter(isNumberedHit).map(({ text }) => Number.parseInt(text, 10));
  const consecutive = numbers.filter((number, index) => index > 0 && number === (numbers[index - 1] ?? 0) + 1).length;
  // A line is hit once: what has the same number again and again counts something else, such as the test that printed it.
  const repeated = numbers.filter((number, index) => index > 0 && number === numbers[index - 1]).length;
  if (repeated > numbers.length * 0.3) return 0;
  const withContext = lines.some(isContextNumber) && lines.some(isHitNumber);
  // A listing of a file has every number; the hits of a search skip some, or stand among lines of context.
  if (found.headings === 0 && !withContext && consecutive > numbers.length * 0.8) return 0;
  return (found.numbered + Math.min(found.headings, found.numbered)) / lines.length;
}
