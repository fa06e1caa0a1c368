/** White space, which belongs to no word. */
export const space = 0;
/** Letters, digits and underscores: what words are made of. */
export const letter = 1;
/** What holds a word together if letters stand on both sides: `don't`, `long-term`, `3.14`, `and/or`. */
export const joiner = 2;
/** Every other sign; a run of one sign is one word. */
const sign = 3;

const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[\s\0-\x1f\x7f]/.test(character)) return space;
  if (/\w/.test(character)) return letter;
  return "'-./@:&+".includes(character) ? joiner : sign;
});

/** Blocks outside ASCII that hold signs: [first, last], ascending. */
const signBlocks: readonly (readonly [number, number])[] = [
  [0xa1, 0xa9],
  [0xab, 0xb4],
  [0xb6, 0xb9],
  [0xbb, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20cf],
  [0x2190, 0x2bff],
  [0x3001, 0x3004],
  [0x3008, 0x3020],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
];
const spaces = new Set([0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);
const apostrophe = 0x2019;

/** The kind of a UTF-16 unit; surrogates count as letters, so that no pair is split. */
export function characterKind(code: number): number {
  if (code < 128) return ascii[code]!;
  if (code === apostrophe) return joiner;
  if (spaces.has(code) || (code >= 0x2000 && code <= 0x200b)) return space;
  for (const [first, last] of signBlocks) {
    if (code < first) return letter;
    if (code <= last) return sign;
  }
  return letter;
}
