import type { CodeHit } from './find-hits.ts';

/** What of the hits stands in a text that a model reads. */
export interface View {
  /** Hits whose line stands in full behind its number, under its path or behind it. */
  readonly placed: number;
  /** Hits whose whole head is in view. */
  readonly signatures: number;
  readonly missing: readonly string[];
}

/**
 * Looks for each hit as a reader would: a row of its line's number and text, letter by letter, whose path stands before it or is the last path above it. A text that repeats in a file may be told by the
 * numbers of its lines.
 */
export function viewOf(hits: readonly CodeHit[], text: string): View {
  const paths = new Set(hits.map(({ path }) => path));
  const rows = new Set<string>();
  const shown = new Map<string, Set<string>>();
  let path = '';
  let last = '';
  for (const line of text.split('\n')) {
    const named = [...paths].find((known) => line === known || line.startsWith(`${known} (`) || beginsRow(line, known));
    if (named !== undefined) path = named;
    const row = named !== undefined && beginsRow(line, named) ? line.slice(named.length + 1) : line;
    const numbered = /^(\d+)[:-](.*)$/.exec(row);
    const same = /^\[the same on lines? ([\d ]+)\]$/.exec(row);
    if (same !== null) for (const number of same[1]!.split(' ')) rows.add(`${path}:${number}:${last}`);
    if (numbered === null) continue;
    last = numbered[2]!;
    rows.add(`${path}:${numbered[1]}:${last}`);
    const texts = shown.get(path) ?? new Set();
    shown.set(path, texts.add(last));
  }
  const missing = hits.filter((hit) => !rows.has(`${hit.path}:${hit.line}:${hit.text}`));
  const whole = hits.filter(({ path: of, signature }) => signature.every((line) => shown.get(of)?.has(line) === true));
  const named = [...new Set([...missing, ...hits.filter((hit) => !whole.includes(hit))])].map(
    (hit) => `${hit.path}:${hit.line}:${hit.signature.join('\n')}`,
  );
  return { placed: hits.length - missing.length, signatures: whole.length, missing: named };
}

/** `path:12:text` of a hit, `path-13-text` of the lines around it, as the search tool writes them. */
function beginsRow(line: string, path: string): boolean {
  return line.startsWith(path) && /^(?::|-(?=\d+-))/.test(line.slice(path.length, path.length + 12));
}
