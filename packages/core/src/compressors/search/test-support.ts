/** What a shortened text says of itself, read by a reader who knows only its legend. */
export interface ReadBack {
  /** Rows as `path:12:text` that are shown. */
  readonly rows: readonly string[];
  /** Shown and all matches of each file that is named. */
  readonly files: ReadonlyMap<string, { readonly shown: number; readonly all: number }>;
  readonly shownMatches: number;
  readonly allMatches: number;
}

const totals = /^\[search results: (\d+) of (\d+) matches/;
const heading = /^(.+) \((\d+) of (\d+)(?:; rows (\d+)-(\d+))?\)$/;
const more = /^\[(\d+) more of this file(?: in rows \d+-\d+)?\]$/;
const same = /^\[the same on lines? ([\d: ]+)\]$/;
const wholeFiles = /^\[(\d+) files offloaded whole, with their matches:\]$/;

/**
 * Reads shortened results of the layout `path:line:text` row by row.
 *
 * @throws Error at a line that is neither a row of the source nor a declared statement
 */
export function readBack(source: string, shortened: string): ReadBack {
  const known = new Set(source.split('\n'));
  const lines = shortened.split('\n');
  const [, shownMatches, allMatches] = totals.exec(lines[0]!) ?? [];
  if (shownMatches === undefined) throw new Error(`no totals: ${lines[0]}`);
  const rows: string[] = [];
  const files = new Map<string, { shown: number; all: number }>();
  const matchesOf = (of: string): number =>
    [...known].filter((row) => row.startsWith(`${of}:`) && /^\d+:/.test(row.slice(of.length + 1))).length;
  const isPath = (line: string): boolean => matchesOf(line) > 0;
  const add = (to: string, { shown, hidden }: { readonly shown: number; readonly hidden: number }): void => {
    const before = files.get(to) ?? { shown: 0, all: 0 };
    files.set(to, { shown: before.shown + shown, all: before.all + shown + hidden });
  };
  let path = '';
  let roster = false;
  for (const line of lines.slice(1)) {
    if (roster) {
      const [, directory = '', names = line] = /^(.*\/): (.+)$/.exec(line) ?? [];
      for (const named of names.split(', ')) {
        const [, name, all] = /^(.+) (\d+)$/.exec(named) ?? [];
        if (name !== undefined) files.set(directory + name, { shown: 0, all: Number(all) });
      }
    } else if (same.test(line)) {
      const last = rows.at(-1)!;
      const prefix = last.startsWith(`${path}:`) ? `${path}:` : '';
      const text = last.slice(prefix.length).replace(/^\d+:/, '');
      for (const number of same.exec(line)![1]!.split(' ')) {
        const row = `${prefix}${number}:${text}`;
        if (!known.has(row)) throw new Error(`${line}: no row ${row}`);
        rows.push(row);
        if (prefix !== '') add(path, { shown: 1, hidden: 0 });
      }
    } else if (known.has(line)) {
      rows.push(line);
      const name = /^(.+?):\d+:/.exec(line)?.[1];
      if (name !== undefined) add(name, { shown: 1, hidden: 0 });
      if (name !== undefined) path = name;
    } else if (wholeFiles.test(line)) roster = true;
    else if (more.test(line)) add(path, { shown: 0, hidden: Number(more.exec(line)![1]) });
    else if (heading.test(line)) {
      const [, name, shown, all] = heading.exec(line)!;
      path = name!;
      files.set(path, { shown: Number(shown), all: Number(all) });
    } else if (isPath(line)) {
      // A path alone stands over all of its matches.
      path = line;
      const all = matchesOf(path);
      files.set(path, { shown: all, all });
    } else if (known.has(`${path}:${line}`)) rows.push(`${path}:${line}`);
    else if (known.has(`${path}-${line}`)) rows.push(`${path}-${line}`);
    else throw new Error(`neither a row nor a statement: ${JSON.stringify(line)} under ${path}`);
  }
  return { rows, files, shownMatches: Number(shownMatches), allMatches: Number(allMatches) };
}
