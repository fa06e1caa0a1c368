import type { RunnerStamps } from './log-lines.ts';

/** The share of lines that must carry a runner's time before it is taken for one. */
const leastShare = 0.6;
const sampledLines = 400;

/**
 * Finds the time that a CI runner or a container engine put before every line, and moves `starts` behind it.
 *
 * Runners write seven (GitHub Actions, Azure) or nine (Docker, Kubernetes) digits after the second; the programs behind them write three or six, and their
 * times stay, since they are part of what they say.
 */
export function readRunnerStamps(text: string, starts: Int32Array, ends: Int32Array): RunnerStamps | undefined {
  if (starts.length === 0 || !mostCarryOne(text, starts, ends)) return undefined;
  let lines = 0;
  let first = '';
  let last = '';
  for (let line = 0; line < starts.length; line += 1) {
    const start = starts[line]!;
    const behind = stampEnd(text, start, ends[line]!);
    if (behind === start) continue;
    starts[line] = behind;
    last = text.slice(start, behind).replace('\ufeff', '').trimEnd();
    if (lines === 0) first = last;
    lines += 1;
  }
  return { lines, first, last };
}

function mostCarryOne(text: string, starts: Int32Array, ends: Int32Array): boolean {
  const step = Math.max(1, Math.floor(starts.length / sampledLines));
  let seen = 0;
  let stamped = 0;
  for (let line = 0; line < starts.length; line += step, seen += 1) {
    if (stampEnd(text, starts[line]!, ends[line]!) > starts[line]!) stamped += 1;
  }
  return stamped >= seen * leastShare;
}

/** Where the stamp at `start` ends with its blank; `start` where there is none. */
function stampEnd(text: string, start: number, end: number): number {
  let at = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
  if (end - at < 28 || text.charCodeAt(at + 4) !== 0x2d || text.charCodeAt(at + 19) !== 0x2e) return start;
  const shape = 'dddd-dd-ddTdd:dd:dd.';
  for (let index = 0; index < shape.length; index += 1, at += 1) {
    const code = text.charCodeAt(at);
    if (shape[index] === 'd' ? code < 0x30 || code > 0x39 : code !== shape.charCodeAt(index)) return start;
  }
  const digits = at;
  while (at < end && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at += 1;
  if ((at - digits !== 7 && at - digits !== 9) || text.charCodeAt(at) !== 0x5a) return start;
  at += 1;
  return text.charCodeAt(at) === 0x20 ? at + 1 : at;
}
