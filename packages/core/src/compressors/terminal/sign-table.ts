/**
 * A table of all code units with 1 for each of some signs.
 *
 * @example signTable('-=')[0x2d] // 1
 */
export function signTable(signs: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < signs.length; at += 1) table[signs.charCodeAt(at)] = 1;
  return table;
}
