const encoder = new TextEncoder();

/** Texts are read in pieces of so many code units: most of a text that is not all ASCII is, and such a piece is taken over as it is. */
const pieceLength = 2048;
const piece = new Uint8Array(3 * pieceLength);

/**
 * The code units of a text, for loops that read them more than once: a string is asked for its characters one by one some five times as slowly, the more so
 * where it is a part of another or where strings of many forms were seen before.
 *
 * @example charCodes('ab') // Uint16Array [97, 98]
 */
export function charCodes(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length;) {
    const { read, written } = encoder.encodeInto(at === 0 && text.length <= pieceLength ? text : text.slice(at, at + pieceLength), piece);
    // Only ASCII has as many bytes as characters.
    if (written === read) codes.set(piece.subarray(0, written), at);
    else decode(text, at, written, codes);
    at += read;
  }
  return codes;
}

/** Takes over a piece of UTF-8 as code units. What stands for a lone half of a surrogate pair, and for a pair that two pieces share, is looked up in the text. */
function decode(text: string, start: number, written: number, codes: Uint16Array): void {
  let at = start;
  for (let from = 0; from < written; at += 1) {
    const byte = piece[from]!;
    if (byte < 0x80) {
      codes[at] = byte;
      from += 1;
    } else if (byte < 0xe0) {
      codes[at] = ((byte & 0x1f) << 6) | (piece[from + 1]! & 0x3f);
      from += 2;
    } else if (byte < 0xf0) {
      const code = ((byte & 0x0f) << 12) | ((piece[from + 1]! & 0x3f) << 6) | (piece[from + 2]! & 0x3f);
      codes[at] = code === replacement ? text.charCodeAt(at) : code;
      from += 3;
    } else {
      codes[at] = text.charCodeAt(at);
      codes[at + 1] = text.charCodeAt(at + 1);
      at += 1;
      from += 4;
    }
  }
}

const replacement = 0xfffd;
