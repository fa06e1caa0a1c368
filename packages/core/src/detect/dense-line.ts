const codes = new Uint8Array(0x80);
for (const sign of '{}();=<>&|!') codes[sign.charCodeAt(0)] = 1;

/** Whether a long line is full of the signs of a minified program. */
export function isDense(line: string): boolean {
  if (line.length < 80) return false;
  let signs = 0;
  for (let at = 0; at < line.length; at += 1) if (codes[line.charCodeAt(at)] === 1) signs += 1;
  return signs >= line.length * 0.12;
}
