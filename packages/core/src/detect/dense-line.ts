/** Whether a long line is full of the signs of a minified program. */
export function isDense(line: string): boolean {
  return line.length >= 80 && (line.match(/[{}();=<>&|!]/g)?.length ?? 0) >= line.length * 0.12;
}
