/** A file to be named, with the figures that belong to it. */
export interface RosterEntry {
  readonly path: string;
  /** What else is to be told of the file by name, such as `deleted`. */
  readonly note?: string;
  /** Figures that add up over files, such as matches, or lines added and removed. */
  readonly figures: readonly number[];
}

/** How much a roster tells: every path, the names of each directory, or directories alone (cut at `depth` names). */
export type RosterDetail =
  { readonly level: 'paths' } | { readonly level: 'names' } | { readonly level: 'directories'; readonly depth: number };

export interface RosterRequest {
  readonly entries: readonly RosterEntry[];
  /** Tokens that the roster may take. */
  readonly tokens: number;
  readonly count: (text: string) => number;
  /** Spells figures: `12`, `+3 -4`. */
  readonly spell: (figures: readonly number[]) => string;
}

/** A text of so many characters for each token of the room is too long without being counted. */
const mostCharactersPerToken = 12;
const deepest = 12;

/**
 * Names files with their figures, one line each where there is room, else by directory with their names, else directories with sums: nothing is left unsaid, only told
 * less finely.
 *
 * @returns the finest lines that fit; the coarsest where none fit
 * @example writePathRoster({ entries: [{ path: 'src/a.ts', figures: [2] }], tokens: 100, count, spell: ([n]) => `${n}` }) // ['src/a.ts 2']
 */
export function writePathRoster(request: RosterRequest): readonly string[] {
  const { entries, tokens, count } = request;
  if (entries.length === 0) return [];
  let lines: readonly string[] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const detail of details(entries)) {
    const next = writeLevel(request, detail);
    const size = next.reduce((sum, line) => sum + line.length + 1, 0);
    if (detail.level === 'directories' && size >= characters) continue;
    lines = next;
    characters = size;
    if (size <= tokens * mostCharactersPerToken && count(next.join('\n')) <= tokens) return next;
  }
  return coarsest(request, lines);
}

function* details(entries: readonly RosterEntry[]): Generator<RosterDetail> {
  yield { level: 'paths' };
  yield { level: 'names' };
  const depth = Math.min(
    deepest,
    entries.reduce((most, { path }) => Math.max(most, namesOf(path).length - 1), 0),
  );
  for (let at = depth; at >= 1; at -= 1) yield { level: 'directories', depth: at };
}

function writeLevel(request: RosterRequest, detail: RosterDetail): readonly string[] {
  const { entries, spell } = request;
  if (detail.level === 'paths') return entries.map((entry) => tell(entry.path, entry, spell));
  const groups = new Map<string, RosterEntry[]>();
  for (const entry of entries) {
    const directory = directoryOf(entry.path, detail.level === 'names' ? Number.POSITIVE_INFINITY : detail.depth);
    const group = groups.get(directory);
    if (group === undefined) groups.set(directory, [entry]);
    else group.push(entry);
  }
  return [...groups].map(([directory, group]) => {
    if (group.length === 1) return tell(group[0]!.path, group[0]!, spell);
    if (detail.level === 'names') return `${directory}: ${group.map((entry) => tell(entry.path.slice(lastSlash(entry.path) + 1), entry, spell)).join(', ')}`;
    return `${directory} ${group.length} files ${spell(sum(group))}`;
  });
}

function tell(name: string, { note, figures }: RosterEntry, spell: RosterRequest['spell']): string {
  const told = spell(figures);
  return [name, ...(note === undefined ? [] : [`(${note})`]), ...(told === '' ? [] : [told])].join(' ');
}

/** As many lines as fit, and what the rest comes to. */
function coarsest({ entries, tokens, count, spell }: RosterRequest, lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let used = 12;
  for (const line of lines) {
    if (line.length > 400) break;
    used += count(line) + 1;
    if (used > tokens) break;
    kept.push(line);
  }
  if (kept.length === lines.length) return kept;
  const rest = kept.length === 0 ? `${entries.length} files ${spell(sum(entries))}` : `and ${lines.length - kept.length} more; all together ${entries.length} files ${spell(sum(entries))}`;
  return [...kept, rest];
}

function sum(entries: readonly RosterEntry[]): readonly number[] {
  const totals: number[] = [];
  for (const { figures } of entries) figures.forEach((figure, index) => (totals[index] = (totals[index] ?? 0) + figure));
  return totals;
}

/** The first `depth` names of a path's directory, as spelled there. */
function directoryOf(path: string, depth: number): string {
  const last = lastSlash(path);
  if (last < 0) return './';
  let at = -1;
  for (let names = 0; names < depth && at < last; names += 1) {
    do at += 1;
    while (path[at] !== '/' && path[at] !== '\\');
  }
  return path.slice(0, at + 1);
}

function namesOf(path: string): readonly string[] {
  return path.split(/[\\/]/);
}

function lastSlash(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
}
