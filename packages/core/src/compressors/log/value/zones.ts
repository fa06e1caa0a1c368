import type { LogLines } from '../lines/log-lines.ts';

const script = 0.2;
const afterwards = 0.3;

/**
 * How much of its worth a line keeps for where it stands: the text of a script that a runner echoes before it runs it is not output (`echo "Error: ..."`),
 * and cleaning up after a job hardly ever tells why it failed.
 */
export function zoneShares({ text, codes, count, starts }: LogLines): Float32Array {
  const shares = new Float32Array(count).fill(1);
  let inScript = false;
  let after = false;
  for (let line = 0; line < count; line += 1) {
    const start = starts[line]!;
    const first = codes[start];
    if (first === hash && text.startsWith('##[', start)) {
      if (text.startsWith('##[group]', start)) inScript = text.startsWith('Run ', start + 9);
      else if (text.startsWith('##[endgroup]', start)) {
        inScript = false;
        shares[line] = 0;
        continue;
      }
      if (!after || text.startsWith('##[error]', start)) continue;
    } else if (first === letterP && text.startsWith('Post job cleanup', start)) after = true;
    if (inScript) shares[line] = script;
    else if (after) shares[line] = afterwards;
  }
  return shares;
}

const hash = 0x23;
const letterP = 0x50;
