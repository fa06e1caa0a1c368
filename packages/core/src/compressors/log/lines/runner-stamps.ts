import type { LogLines } from './log-lines.ts';

/** The share of lines that must carry a runner's time before it is taken for one. */
const leastShare = 0.6;
const sampledLines = 400;

/** What a CI runner or a container engine put before lines. */
export interface RunnerStamps {
  /** Lines with a time, and the first and last of these times. */
  readonly lines: number;
  readonly first: string;
  readonly last: string;
  /** Where each line says that it comes from: an index of `origins`, or -1. */
  readonly originOf: Int32Array;
  /** Jobs and steps as they stand before the time (`build\tRun tests`), without the last tab. */
  readonly origins: readonly string[];
}

/**
 * Finds the time that a CI runner or a container engine put before every line, with the job and step that some tools put before it, and moves `starts` behind it.
 *
 * Runners write seven (GitHub Actions, Azure) or nine (Docker, Kubernetes) digits after the second; the programs behind them write three or six, and their
 * times stay, since they are part of what they say.
 */
export function readRunnerStamps(
  { text, codes, ends }: Pick<LogLines, 'text' | 'codes' | 'ends'>,
  starts: Int32Array,
): RunnerStamps | undefined {
  if (starts.length === 0 || !mostCarryOne(codes, starts, ends)) return undefined;
  const originOf = new Int32Array(starts.length).fill(-1);
  const origins: string[] = [];
  const ids = new Map<string, number>();
  let lines = 0;
  let first = '';
  let last: readonly [number, number] = [0, 0];
  for (let line = 0; line < starts.length; line += 1) {
    const start = starts[line]!;
    const stamp = stampStart(codes, start, ends[line]!);
    if (stamp < 0) continue;
    const behind = stampEnd(codes, stamp, ends[line]!);
    starts[line] = behind;
    last = [stamp, behind];
    if (lines === 0) first = timeIn(text, last);
    lines += 1;
    if (stamp === start) continue;
    const origin = text.slice(start, stamp - 1);
    const id = ids.get(origin) ?? origins.push(origin) - 1;
    ids.set(origin, id);
    originOf[line] = id;
  }
  return { lines, first, last: timeIn(text, last), originOf, origins };
}

function timeIn(text: string, [start, end]: readonly [number, number]): string {
  return text.slice(start, end).replace('\ufeff', '').trimEnd();
}

function mostCarryOne(codes: Uint16Array, starts: Int32Array, ends: Int32Array): boolean {
  const step = Math.max(1, Math.floor(starts.length / sampledLines));
  let seen = 0;
  let stamped = 0;
  for (let line = 0; line < starts.length; line += step, seen += 1) if (stampStart(codes, starts[line]!, ends[line]!) >= 0) stamped += 1;
  return stamped >= seen * leastShare;
}

/** Where the time of a line stands, at its beginning or behind a job and a step; -1 where it has none. */
function stampStart(codes: Uint16Array, start: number, end: number): number {
  if (stampEnd(codes, start, end) > start) return start;
  const stamp = originEnd(codes, start, end);
  return stamp > start && stampEnd(codes, stamp, end) > stamp ? stamp : -1;
}

const longestOrigin = 200;

/** Where `job TAB step TAB` ends; `start` where a line does not begin so. */
function originEnd(codes: Uint16Array, start: number, end: number): number {
  const limit = Math.min(end, start + longestOrigin);
  let tabs = 0;
  for (let at = start; at < limit; at += 1) {
    if (codes[at] !== 0x09) continue;
    tabs += 1;
    if (tabs === 2) return at + 1;
  }
  return start;
}

/** A time down to the second: 0 for a digit, the codes of the signs between them. */
const shape = Uint8Array.from('0000-00-00T00:00:00.', (sign) => (sign === '0' ? 0 : sign.charCodeAt(0)));

/** Where the stamp at `start` ends with its blank; `start` where there is none. */
function stampEnd(codes: Uint16Array, start: number, end: number): number {
  let at = codes[start] === 0xfeff ? start + 1 : start;
  if (end - at < 28 || codes[at + 4] !== 0x2d || codes[at + 19] !== 0x2e) return start;
  for (let index = 0; index < shape.length; index += 1, at += 1) {
    const code = codes[at]!;
    if (shape[index] === 0 ? code < 0x30 || code > 0x39 : code !== shape[index]) return start;
  }
  const digits = at;
  while (at < end && codes[at]! >= 0x30 && codes[at]! <= 0x39) at += 1;
  if ((at - digits !== 7 && at - digits !== 9) || codes[at] !== 0x5a) return start;
  at += 1;
  return codes[at] === 0x20 ? at + 1 : at;
}
