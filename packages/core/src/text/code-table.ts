/** How many code units there are. */
const codeUnits = 0x10000;

/** A table of what each code unit is. Filled by a loop: `Uint8Array.from` takes some ten times as long, and tables are made while modules load. */
export function codeTable(of: (code: number) => number): Uint8Array {
  const table = new Uint8Array(codeUnits);
  for (let code = 0; code < codeUnits; code += 1) table[code] = of(code);
  return table;
}
