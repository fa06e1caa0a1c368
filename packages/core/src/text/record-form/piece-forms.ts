import type { Pieces } from './pieces.ts';

/** Looked at for one piece: where more others stand in its place than hardly ever, it counts as one of its own. */
const mostLooked = 64;

/**
 * Numbers the forms of pieces: those with equal parts have one number. They are known by 64 bits made of their letters, which is enough: what is written is read back before it is used. Linear.
 */
export function pieceForms({ codes, count, starts, firstCuts, cuts }: Pieces): Int32Array {
  const places = 1 << (32 - Math.clz32(2 * count + 1));
  const firsts = new Int32Array(places);
  const seconds = new Int32Array(places);
  /** The number of a form and one. */
  const numbers = new Int32Array(places);
  const forms = new Int32Array(count);
  let form = 0;
  for (let piece = 0; piece < count; piece += 1) {
    let first = 0;
    let second = 0;
    let at = starts[piece]!;
    const last = firstCuts[piece + 1]!;
    for (let cut = firstCuts[piece]!; cut <= last; cut += 2) {
      const end = cut < last ? cuts[cut]! : starts[piece + 1]!;
      for (; at < end; at += 1) {
        const code = codes[at]!;
        first = Math.imul(first ^ code, 0x01000193);
        second = Math.imul(second + code, 0x5bd1e995) ^ (second >>> 15);
      }
      if (cut === last) break;
      // A value stands here, whatever it is.
      first = Math.imul(first ^ 0x1ffff, 0x01000193);
      second = Math.imul(second + 0x1ffff, 0x5bd1e995);
      at = cuts[cut + 1]!;
    }
    first ^= first >>> 15;
    let place = first & (places - 1);
    let look = 0;
    while (numbers[place] !== 0 && (firsts[place] !== first || seconds[place] !== second) && look < mostLooked) {
      place = (place + 1) & (places - 1);
      look += 1;
    }
    if (look === mostLooked || numbers[place] === 0) {
      form += 1;
      if (look < mostLooked) {
        firsts[place] = first;
        seconds[place] = second;
        numbers[place] = form;
      }
      forms[piece] = form;
    } else forms[piece] = numbers[place]!;
  }
  return forms;
}
