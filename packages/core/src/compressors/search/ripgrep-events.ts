import type { PlainResults } from './plain-results.ts';

interface Event {
  readonly type?: unknown;
  readonly data?: {
    readonly path?: { readonly text?: unknown };
    readonly lines?: { readonly text?: unknown };
    readonly line_number?: unknown;
  };
}

/** Whether a text holds the events of `rg --json`. */
export function isRipgrepEvents(text: string): boolean {
  return /^\s*\{"type":"(?:begin|match|context|end|summary)","data":\{/.test(text.slice(0, 400));
}

/**
 * Writes the events of `rg --json` as rows of a search. Lines keep every character; offsets, submatches and the times of single files go. The summary stays as it is.
 *
 * @returns undefined where a line is no event, so that nothing is guessed
 */
export function readEvents(text: string): PlainResults | undefined {
  const rows: string[] = [];
  const lines: number[] = [];
  let events = 0;
  let at = -1;
  for (const line of text.split('\n')) {
    at += 1;
    if (line.trim() === '') continue;
    const told = tellEvent(line);
    if (told === undefined) return undefined;
    if (told.length === 0 || told[0] !== line) events += 1;
    for (const row of told) {
      rows.push(row);
      lines.push(at);
    }
  }
  const lineOf = (row: number): number => (lines[row] ?? row) + 1;
  return {
    text: rows.join('\n'),
    retold: events,
    unit: 'event_details',
    statement: 'rg --json as path, line:text, its offsets and submatches offloaded',
    place: (first, last) => `rows ${lineOf(first)}-${lineOf(last)}`,
  };
}

function tellEvent(line: string): readonly string[] | undefined {
  const event = parseEvent(line);
  if (event === undefined) return undefined;
  const { type, data } = event;
  if (type === 'begin' || (type === 'end' && data?.path !== undefined)) return [];
  if (type === 'summary') return [line];
  if (type !== 'match' && type !== 'context') return undefined;
  const path = data?.path?.text;
  const shown = data?.lines?.text;
  const first = data?.line_number;
  // What is not UTF-8 comes in base64; standard input has no path: such an event stays as it is.
  if (typeof path !== 'string' || typeof shown !== 'string' || typeof first !== 'number' || path === '' || path.includes('\n'))
    return [line];
  const sign = type === 'match' ? ':' : '-';
  return (shown.endsWith('\n') ? shown.slice(0, -1) : shown)
    .split('\n')
    .map((part, index) => `${path}${sign}${first + index}${sign}${part}`);
}

function parseEvent(line: string): Event | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
