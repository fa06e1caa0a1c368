/** Looked at for one line: where more others stand in its place than hardly ever, it counts as new. */
const mostLooked = 64;

/** Knows lines again by a hash that their reader made, and by their letters. */
export interface EqualLines {
  /** The line before that has the same letters, -1 for none; from here on the line itself stands for them. */
  before(line: number, hash: number, start: number, end: number): number;
}

/** Makes a memory for so many lines. Linear. */
export function equalLines(codes: Uint16Array, starts: Int32Array, lines: number): EqualLines {
  const places = new Int32Array(1 << (32 - Math.clz32(2 * lines + 1)));
  const hashes = new Int32Array(lines);
  const lengths = new Int32Array(lines);
  const last = places.length - 1;
  const isSame = (known: number, start: number, end: number): boolean => {
    if (lengths[known] !== end - start) return false;
    for (let at = start, from = starts[known]!; at < end; at += 1, from += 1) if (codes[at] !== codes[from]) return false;
    return true;
  };
  return {
    before(line, hash, start, end) {
      hashes[line] = hash;
      lengths[line] = end - start;
      let place = (hash ^ (hash >>> 15)) & last;
      for (let look = 0; look < mostLooked; look += 1) {
        const known = places[place]! - 1;
        const same = known >= 0 && hashes[known] === hash && isSame(known, start, end);
        if (known < 0 || same) {
          places[place] = line + 1;
          return known;
        }
        place = (place + 1) & last;
      }
      return -1;
    },
  };
}
