/** What a shortened diff leaves out, by its own word. */
export interface ReadBack {
  readonly shown: number;
  /** Lines that its statements about gaps stand for. */
  readonly told: number;
  /** Lines of headers that its first line speaks of. */
  readonly untold: number;
  readonly added: number;
  readonly removed: number;
}

const gap = /^\[lines? (\d+)(?:-(\d+))?: (.+) offloaded(:?)\]$/;
const unchanged = /^\[(\d+) unchanged\]$/;
const binary = /^\[(\d+) lines? of binary data offloaded\]$/;
const untoldLine = /^(?:index |--- |\+\+\+ |={20}|[ \t]*$)/;

/**
 * Walks through a shortened diff beside the original: each line must be the next one of the original or a statement, and statements must join what is shown without a hole.
 *
 * @throws Error at the first line that is neither
 */
export function readBack(source: string, shortened: string): ReadBack {
  const lines = source.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const out = shortened.split('\n');
  let next = 0;
  const read = { shown: 0, told: 0, untold: 0, added: 0, removed: 0 };
  const passUntold = (until: (line: string) => boolean): void => {
    while (next < lines.length && !until(lines[next]!) && untoldLine.test(lines[next]!)) {
      next += 1;
      read.untold += 1;
    }
  };
  let roster = false;
  for (const line of out.slice(1)) {
    const [, from, to = from, what = '', opens] = gap.exec(line) ?? [];
    const same = unchanged.exec(line) ?? binary.exec(line);
    if (from !== undefined) {
      passUntold(() => next >= Number(from) - 1);
      if (Number(from) !== next + 1) throw new Error(`${line} follows line ${next}`);
      const [, added = '0', removed = '0'] = /\+(\d+) -(\d+)$/.exec(what) ?? [];
      read.told += Number(to) - next;
      read.added += Number(added);
      read.removed += Number(removed);
      next = Number(to);
      roster = opens === ':';
      continue;
    }
    if (same !== null) {
      passUntold(() => !untoldLine.test(lines[next]!) || lines[next]!.startsWith(' '));
      read.told += Number(same[1]);
      next += Number(same[1]);
      roster = false;
      continue;
    }
    const before = { ...read, next };
    if (lines[next] !== line) passUntold((original) => original === line);
    if (lines[next] === line) {
      next += 1;
      read.shown += 1;
      roster = false;
    } else if (roster) {
      next = before.next;
      read.untold = before.untold;
    } else throw new Error(`line ${next + 1} is ${JSON.stringify(lines[next])}, not ${JSON.stringify(line)}`);
  }
  passUntold(() => false);
  if (next !== lines.length) throw new Error(`ends at line ${next} of ${lines.length}`);
  return read;
}
