/** What a rendering says about gaps. */
export interface StatedGaps {
  readonly lines: number;
  readonly sentences: number;
  /** The first thing that is wrong, if any. */
  readonly fault?: string;
}

const statement = /\[lines? (\d+)(?:-(\d+))? offloaded\]|\[(\d+) sentences? offloaded\]/;

/**
 * Checks a rendering against its original by its own words: what is shown stands there in this order, lines stand on the lines that the statements leave them, and sentences in their
 * line.
 */
export function checkShown(original: string, rendered: string): StatedGaps {
  const source = original.split('\n').map((line) => line.trimEnd());
  let next = 0;
  let lines = 0;
  let sentences = 0;
  for (const line of rendered.split('\n')) {
    const whole = statement.exec(line);
    if (whole?.[1] !== undefined && whole[0] === line) {
      const from = Number(whole[1]);
      const to = Number(whole[2] ?? whole[1]);
      if (from !== next + 1) return { lines, sentences, fault: `${line} stands behind line ${next}` };
      lines += to - from + 1;
      next = to;
      continue;
    }
    const pieces = line.split(new RegExp(statement.source)).filter((piece) => piece !== undefined && !/^\d+$/.test(piece));
    sentences += [...line.matchAll(new RegExp(statement.source, 'g'))].reduce((sum, match) => sum + Number(match[3] ?? 0), 0);
    let at = 0;
    for (const piece of pieces.map((part) => part.trim()).filter((part) => part !== '')) {
      const found = (source[next] ?? '').indexOf(piece, at);
      if (found < 0) return { lines, sentences, fault: `line ${next + 1} does not hold ${JSON.stringify(piece)}` };
      at = found + piece.length;
    }
    if (pieces.length === 1 && source[next] !== line.trimEnd())
      return { lines, sentences, fault: `${JSON.stringify(line)} is not line ${next + 1}` };
    next += 1;
  }
  return next >= original.trimEnd().split('\n').length ? { lines, sentences } : { lines, sentences, fault: `ends at line ${next}` };
}
