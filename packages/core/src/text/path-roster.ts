/** A file to be named, with the figures that belong to it. */
export interface RosterEntry {
  readonly path: string;
  /** What else is to be told of the file by name, such as `deleted`. */
  readonly note?: string;
  /** Figures that add up over files, such as matches, or lines added and removed. */
  readonly figures: readonly number[];
}

export interface RosterRequest {
  readonly entries: readonly RosterEntry[];
  /** Tokens that the roster may take. */
  readonly tokens: number;
  readonly count: (text: string) => number;
  /** Spells figures: `12`, `+3 -4`. */
  readonly spell: (figures: readonly number[]) => string;
  /** What was learnt where nearly the same files were told before within the same tokens. */
  readonly attempts?: RosterAttempts;
}

/** How files could be told before: {@link rosterAttempts} begins anew. */
export interface RosterAttempts {
  /** The depth of directories that fit last; 0 before. */
  depth: number;
  /** How few files there were when a manner of telling them did not fit: paths, names, then directories by their depth. */
  readonly failed: Float64Array;
}

const manner = { paths: 0, names: 1, directories: 1 } as const;

/** For texts that are rendered again and again until they fit. */
export function rosterAttempts(): RosterAttempts {
  return { depth: 0, failed: new Float64Array(manner.directories + mostNames + 1).fill(Number.POSITIVE_INFINITY) };
}

/** A text of so many characters for each token of the room is too long without being counted. */
const mostCharactersPerToken = 12;
/** Names of a directory that are told apart. */
const mostNames = 12;
/** A file's name and a line of a roster take no fewer tokens than these. */
const leastNameTokens = 3;
const leastLineTokens = 6;

/**
 * Names files with their figures, one line each where there is room, else by directory with their names, else directories with sums: nothing is left unsaid, only told
 * less finely.
 *
 * @returns the finest lines that fit; the coarsest where none fit
 * @example writePathRoster({ entries: [{ path: 'src/a.ts', figures: [2] }], tokens: 100, count, spell: ([n]) => `${n}` }) // ['src/a.ts 2']
 */
export function writePathRoster(request: RosterRequest): readonly string[] {
  const { entries, tokens, attempts = rosterAttempts() } = request;
  if (entries.length === 0) return [];
  // What is too long by far is not even written.
  if (entries.length * leastNameTokens <= tokens) {
    for (const [how, write] of [[manner.paths, writePaths] as const, [manner.names, writeNames] as const]) {
      if (attempts.failed[how]! <= entries.length) continue;
      const lines = write(request);
      if (fits(request, lines)) return lines;
      attempts.failed[how] = entries.length;
    }
  }
  return writeDirectories(request, attempts);
}

function writePaths({ entries, spell }: RosterRequest): readonly string[] {
  return entries.map((entry) => tell(entry.path, entry, spell));
}

function writeNames({ entries, spell }: RosterRequest): readonly string[] {
  const groups = new Map<string, RosterEntry[]>();
  for (const entry of entries) {
    const directory = directoryOf(entry.path, mostNames);
    const group = groups.get(directory);
    if (group === undefined) groups.set(directory, [entry]);
    else group.push(entry);
  }
  return [...groups].map(([directory, group]) => {
    if (group.length === 1) return tell(group[0]!.path, group[0]!, spell);
    return `${directory}: ${group.map((entry) => tell(nameBelow(entry.path, directory), entry, spell)).join(', ')}`;
  });
}

/** The deepest directories that fit: fewer names make fewer lines. */
function writeDirectories(request: RosterRequest, attempts: RosterAttempts): readonly string[] {
  const { entries, tokens } = request;
  const { failed } = attempts;
  let found: readonly string[] | undefined;
  // Deeper than all files nothing is told more finely.
  let deepest = Math.min(mostNames, Math.max(1, deepestOf(entries)));
  for (let depth = deepest; depth > 0; depth -= 1) if (failed[manner.directories + depth]! <= entries.length) deepest = depth - 1;
  let depth = attempts.depth;
  for (let shallowest = 1; shallowest <= deepest;) {
    if (depth < shallowest || depth > deepest) depth = (shallowest + deepest + 1) >> 1;
    const lines = writeDepth(request, depth, tokens / leastLineTokens);
    if (lines !== undefined && fits(request, lines)) {
      found = lines;
      attempts.depth = depth;
      shallowest = depth + 1;
    } else {
      failed[manner.directories + depth] = entries.length;
      deepest = depth - 1;
    }
    depth = 0;
  }
  return found ?? coarsest(request, writeDepth(request, 1, Number.POSITIVE_INFINITY) ?? []);
}

function deepestOf(entries: readonly RosterEntry[]): number {
  let deepest = 0;
  for (const { path } of entries) deepest = Math.max(deepest, slashesIn(path));
  return deepest;
}

interface Directory {
  readonly first: RosterEntry;
  files: number;
  readonly sums: number[];
}

/** Sums by directories of a depth; undefined as soon as there are more than `most`. */
function writeDepth({ entries, spell }: RosterRequest, depth: number, most: number): readonly string[] | undefined {
  const directories = new Map<string, Directory>();
  let name = '';
  let names = 0;
  let directory: Directory | undefined;
  for (const entry of entries) {
    // Files mostly come directory by directory.
    if (directory === undefined || !entry.path.startsWith(name) || (names < depth && hasSlash(entry.path, name.length))) {
      name = directoryOf(entry.path, depth);
      names = slashesIn(name);
      directory = directories.get(name);
    }
    if (directory === undefined) {
      if (directories.size >= most) return undefined;
      directory = { first: entry, files: 0, sums: [] };
      directories.set(name, directory);
    }
    directory.files += 1;
    addFigures(directory.sums, entry.figures);
  }
  return [...directories].map(([name, { first, files, sums }]) =>
    files === 1 ? tell(first.path, first, spell) : `${name} ${files} files ${spell(sums)}`,
  );
}

function fits({ tokens, count }: RosterRequest, lines: readonly string[]): boolean {
  const characters = lines.reduce((sum, line) => sum + line.length + 1, 0);
  return characters <= tokens * mostCharactersPerToken && count(lines.join('\n')) <= tokens;
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
  const rest =
    kept.length === 0
      ? `${entries.length} files ${spell(sum(entries))}`
      : `and ${lines.length - kept.length} more; all together ${entries.length} files ${spell(sum(entries))}`;
  return [...kept, rest];
}

function sum(entries: readonly RosterEntry[]): readonly number[] {
  const totals: number[] = [];
  for (const { figures } of entries) addFigures(totals, figures);
  return totals;
}

function addFigures(totals: number[], figures: readonly number[]): void {
  for (let index = 0; index < figures.length; index += 1) totals[index] = (totals[index] ?? 0) + figures[index]!;
}

/** The first `depth` names of a path's directory, as spelled there. */
function directoryOf(path: string, depth: number): string {
  let end = 0;
  let names = 0;
  for (let at = 0; at < path.length && names < depth; at += 1) {
    if (!isSlash(path.charCodeAt(at))) continue;
    end = at + 1;
    names += 1;
  }
  return end === 0 ? './' : path.slice(0, end);
}

function slashesIn(name: string): number {
  let slashes = 0;
  for (let at = 0; at < name.length; at += 1) if (isSlash(name.charCodeAt(at))) slashes += 1;
  return slashes;
}

function hasSlash(path: string, from: number): boolean {
  for (let at = from; at < path.length; at += 1) if (isSlash(path.charCodeAt(at))) return true;
  return false;
}

function nameBelow(path: string, directory: string): string {
  return path.startsWith(directory) ? path.slice(directory.length) : path;
}

function isSlash(code: number): boolean {
  return code === 0x2f || code === 0x5c;
}
