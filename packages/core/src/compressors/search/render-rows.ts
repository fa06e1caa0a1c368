import { writePathRoster, type RosterAttempts, type RosterEntry } from '../../text/path-roster.ts';
import type { Omission } from '../../types/compressor.ts';
import { shownHeader } from './signature.ts';
import type { PlainResults } from './plain-results.ts';
import { tellEchoes, type EchoRows } from './echo-rows.ts';
import { numberedText, rowKind, rowText, type SearchResults } from './search-results.ts';

export interface RenderedRows {
  readonly text: string;
  readonly omissions: readonly Omission[];
}

export interface RenderRowsOptions {
  /** Rows that stand as they were, though their path stands over them. */
  readonly whole: ReadonlySet<number>;
  /** Tokens for naming the files of which nothing is shown. */
  readonly rosterTokens: number;
  /** What earlier renderings within the same tokens learnt of naming files. */
  readonly attempts?: RosterAttempts;
  /** All files with their matches, as results hold them. */
  readonly roster: readonly RosterEntry[];
  readonly echoes: EchoRows;
  readonly count: (text: string) => number;
  readonly source: PlainResults;
}

/** Rows that came with their path keep it, so that each is found and cited as `path:12`; others stand under it. */
function pathsStandOver({ layout }: Pick<SearchResults, 'layout'>, { retold }: PlainResults): boolean {
  return layout === 'heading' || layout === 'numbered' || (layout === 'path' && retold > 0);
}

/** Where fewer matches of a file are left out, saying how many costs less than saying where. */
const leastPlaced = 3;
/** So many rows of the same text stand each with its path where the text is an answer. */
const mostSpelled = 2;

/** What is shown of files, by file. */
interface Shown {
  readonly rows: ReadonlyMap<number, readonly number[]>;
  readonly matches: Int32Array;
  readonly contexts: Int32Array;
}

/** Writes the kept rows by file, each file with how many of its matches are shown; files without any are named with their counts at the end. */
export function renderRows(results: SearchResults, kept: Uint8Array, options: RenderRowsOptions): RenderedRows {
  const shown = showFiles(results, kept);
  const told = toldEchoes(options);
  const notes = notesOf(results, kept);
  const body =
    results.layout === 'counts'
      ? countRows(results, kept)
      : fileRows(results, shown, { told, whole: options.whole, source: options.source, leadOf: options.echoes.leadOf });
  const hidden = options.roster.filter((_, file) => !shown.rows.has(file) && results.files[file]!.path !== '');
  const roster = writePathRoster({
    entries: hidden,
    tokens: options.rosterTokens,
    count: options.count,
    ...(options.attempts === undefined ? {} : { attempts: options.attempts }),
    spell: ([matches]) => String(matches),
  });
  const totals = totalsOf(results, shown, notes.hidden);
  const echoed = [...told].reduce((sum, [lead, same]) => sum + (kept[lead] === 1 ? same.length : 0), 0);
  const totalled = { totals, hiddenFiles: hidden.length, echoed, source: options.source };
  const out = [header(results, totalled), ...notes.before, ...body, ...notes.behind];
  if (roster.length > 0) out.push(`[${hidden.length} files offloaded whole, with their matches:]`, ...roster);
  return { text: out.join('\n'), omissions: omissionsOf(results, totalled) };
}

function showFiles({ files, count, kinds, fileOf }: SearchResults, kept: Uint8Array): Shown {
  const rows = new Map<number, number[]>();
  const matches = new Int32Array(files.length);
  const contexts = new Int32Array(files.length);
  for (let row = 0; row < count; row += 1) {
    const file = fileOf[row]!;
    if (kept[row] === 0 || file < 0) continue;
    const known = rows.get(file);
    if (known === undefined) rows.set(file, [row]);
    else known.push(row);
    (kinds[row] === rowKind.context ? contexts : matches)[file]! += 1;
  }
  return { rows, matches, contexts };
}

/** Lines that are no results, before and behind the first of those that are. */
function notesOf(
  results: SearchResults,
  kept: Uint8Array,
): { readonly before: readonly string[]; readonly behind: readonly string[]; readonly hidden: number } {
  const before: string[] = [];
  const behind: string[] = [];
  const first = results.kinds.findIndex((kind) => kind !== rowKind.note && kind !== rowKind.separator);
  let hidden = 0;
  for (let row = 0; row < results.count; row += 1) {
    if (results.kinds[row] !== rowKind.note) continue;
    if (kept[row] === 0) hidden += 1;
    else (row < first ? before : behind).push(rowText(results, row));
  }
  return { before, behind, hidden };
}

function countRows(results: SearchResults, kept: Uint8Array): readonly string[] {
  const out: string[] = [];
  for (let row = 0; row < results.count; row += 1)
    if (kept[row] === 1 && results.kinds[row] === rowKind.count) out.push(rowText(results, row));
  return out;
}

/** Rows of which only the place is told, behind the row that shows their text; beside one of the best answers a few stand as they were. */
function toldEchoes({ whole, echoes }: Pick<RenderRowsOptions, 'whole' | 'echoes'>): ReadonlyMap<number, readonly number[]> {
  return new Map([...echoes.echoesOf].filter(([lead, same]) => same.length > mostSpelled || !whole.has(lead)));
}

interface FileRowsOptions extends Pick<RenderRowsOptions, 'whole' | 'source'> {
  /** Rows of which only the place is told, by the row behind which it is. */
  readonly told: ReadonlyMap<number, readonly number[]>;
  readonly leadOf: Int32Array;
}

function fileRows(results: SearchResults, shown: Shown, { told, leadOf, whole, source }: FileRowsOptions): readonly string[] {
  const out: string[] = [];
  for (const file of [...shown.rows.keys()].sort((one, other) => one - other)) {
    const rows = shown.rows.get(file)!;
    const { path, matches, first, last } = results.files[file]!;
    const rest = matches - shown.matches[file]!;
    const range = rest < leastPlaced ? '' : source.place(first, last);
    const headed = path !== '' && pathsStandOver(results, source);
    if (headed) out.push(rest === 0 ? path : `${path} (${shown.matches[file]!} of ${matches}${range === '' ? '' : `; ${range}`})`);
    for (const row of rows) {
      if (told.has(leadOf[row]!)) continue;
      out.push(headed && !whole.has(row) ? numberedText(results, row) : rowText(results, row));
      const same = told.get(row);
      if (same !== undefined) out.push(tellEchoes(results, same));
    }
    if (!headed && rest > 0 && path !== '')
      out.push(range === '' ? `[${rest} more of this file]` : `[${rest} more of this file in ${range}]`);
  }
  return out;
}

interface Totals {
  readonly matches: number;
  readonly hiddenMatches: number;
  readonly contexts: number;
  readonly hiddenContexts: number;
  readonly hiddenNotes: number;
}

function totalsOf({ files, layout }: SearchResults, shown: Shown, hiddenNotes: number): Totals {
  const totals = { matches: 0, hiddenMatches: 0, contexts: 0, hiddenContexts: 0, hiddenNotes };
  files.forEach(({ matches, contexts }, index) => {
    totals.matches += matches;
    totals.hiddenMatches += layout === 'counts' ? (shown.rows.has(index) ? 0 : matches) : matches - shown.matches[index]!;
    totals.contexts += contexts;
    totals.hiddenContexts += contexts - shown.contexts[index]!;
  });
  return totals;
}

interface Told {
  readonly totals: Totals;
  readonly hiddenFiles: number;
  /** Rows of which only the place is told. */
  readonly echoed: number;
  readonly source: PlainResults;
}

function header({ files, layout }: SearchResults, { totals, hiddenFiles, source }: Told): string {
  const shownFiles = files.length - hiddenFiles;
  const { matches, hiddenMatches, contexts, hiddenContexts, hiddenNotes } = totals;
  const parts: string[] = [];
  if (layout === 'counts') parts.push(`counts of ${shownFiles} of ${files.length} files`, `${matches} matches in all`);
  else {
    parts.push(`${matches - hiddenMatches} of ${matches} matches`);
    if (files.length > 1) parts.push(`in ${shownFiles} of ${files.length} files`);
  }
  if (contexts > 0) parts.push(`${contexts - hiddenContexts} of ${contexts} lines of context`);
  if (hiddenNotes > 0) parts.push(`${hiddenNotes} other lines offloaded`);
  if (source.retold > 0) parts.push(source.statement);
  return `${shownHeader}${parts.join(', ')}${files.length < 2 || !pathsStandOver({ layout }, source) ? '' : legend(hiddenMatches)}]`;
}

function legend(hiddenMatches: number): string {
  return hiddenMatches === 0
    ? '; path, then its line:text'
    : '; path (shown of its matches; rows of the whole results), then its line:text';
}

function omissionsOf({ layout }: SearchResults, { totals, hiddenFiles, echoed, source }: Told): readonly Omission[] {
  const omissions: Omission[] = [];
  const add = (unit: string, count: number): void => {
    if (count > 0) omissions.push({ unit, count, where: '', facts: [] });
  };
  if (layout === 'counts') add('files', hiddenFiles);
  else add('matches', totals.hiddenMatches);
  add('context_lines', totals.hiddenContexts);
  add('other_lines', totals.hiddenNotes);
  add(source.unit, source.retold);
  // Where nothing else is left out the rows stand in another order than they came.
  if (omissions.length === 0) add('equal_rows', echoed);
  return omissions;
}
