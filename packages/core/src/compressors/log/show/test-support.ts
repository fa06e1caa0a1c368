import { readLogLines, shownText } from '../lines/log-lines.ts';

const gap = /^\[lines? (\d+)(?:-(\d+))? offloaded(?:: \d+×error-like)?\]$/;
const declared =
  /^\[(?:offloaded: .+|in .+:|line \d+: \d+ overwritten states? offloaded|\d+ offloaded lines are like line \d+(?:: .+)?)\]$/;
const cut = / \[…(\d+) characters of line (\d+) offloaded…\] /;

/**
 * Reads a rendering line by line against the log: each line must be the next one of the log or a declared statement, and gaps must join what is shown without a hole.
 *
 * @returns the number of lines that the gaps leave out
 * @throws Error at the first line that is neither
 */
export function checkShown(source: string, rendered: string): number {
  const out = rendered.split('\n');
  const lines = readLogLines(source, out[0]!.startsWith('[offloaded: ') && out[0]!.includes(' before ') ? 'fold' : 'keep');
  let next = 0;
  let missing = 0;
  for (const line of out) {
    const [, from, to = from] = gap.exec(line) ?? [];
    if (from !== undefined) {
      if (Number(from) !== next + 1) throw new Error(`${line} follows line ${next}`);
      missing += Number(to) - next;
      next = Number(to);
    } else if (next < lines.count && isLine(shownText(lines, next), line, next)) next += 1;
    else if (!declared.test(line))
      throw new Error(`line ${next + 1} is ${JSON.stringify(shownText(lines, next))}, not ${JSON.stringify(line)}`);
  }
  if (next !== lines.count) throw new Error(`ends at line ${next} of ${lines.count}`);
  return missing;
}

function isLine(original: string, shown: string, line: number): boolean {
  if (original === shown) return true;
  const found = cut.exec(shown);
  if (found === null || Number(found[2]) !== line + 1) return false;
  const head = shown.slice(0, found.index);
  const tail = shown.slice(found.index + found[0].length);
  return original.startsWith(head) && original.endsWith(tail) && head.length + tail.length + Number(found[1]) === original.length;
}
