const lineFeed = 0x0a;

/** A line as text, or why it is none. */
export type InputLine = { readonly text: string } | { readonly problem: string };

/**
 * Splits a stream of bytes into lines, at `\n` alone: U+2028 and a carriage return are characters of a line. A line is decoded as a whole, so that no
 * character is cut where two chunks meet; one that is not UTF-8 is a problem of that line only. Linear in the input, however long a line is.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<InputLine, void, undefined> {
  let pending: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      pending.push(chunk.subarray(start, end));
      yield decodeLine(pending);
      pending = [];
      start = end + 1;
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  }
  if (pending.length > 0) yield decodeLine(pending);
}

function decodeLine(pieces: readonly Uint8Array[]): InputLine {
  const [first] = pieces;
  const bytes = pieces.length === 1 && first !== undefined ? first : Buffer.concat(pieces);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: 'The line is not UTF-8.' };
  }
}
