/** Texts above this are split, into pieces of about `usualPiece` characters at least. */
const longestWhole = 1200;
const usualPiece = 320;
const linesInPiece = 12;

/** A sentence ends at a mark before white space, or at a mark of a script that has no spaces. */
const sentenceEnd = /[.!?…]["'”’)\]]{0,2}\s|[。！？]|\n/g;

/**
 * Cuts the text of a very long paragraph at sentence ends; shorter ones stay whole. The pieces put together are the text.
 */
export function splitSentences(text: string): readonly string[] {
  if (text.length <= longestWhole) return [text];
  const pieces: string[] = [];
  let start = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    if (end - start < usualPiece || text.length - end < usualPiece / 2) continue;
    pieces.push(text.slice(start, end));
    start = end;
  }
  pieces.push(text.slice(start));
  return pieces;
}

/** Cuts long code or preformatted text into groups of whole lines, at blank lines where they lie well. The pieces put together are the text. */
export function splitLines(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.length <= 2 * linesInPiece) return [text];
  const pieces: string[] = [];
  let piece: string[] = [];
  lines.forEach((line, index) => {
    piece.push(line);
    const isGood = line.trim() === '' && piece.length >= linesInPiece / 3;
    if (isGood || piece.length >= linesInPiece || index === lines.length - 1) {
      pieces.push(piece.join('\n') + (index === lines.length - 1 ? '' : '\n'));
      piece = [];
    }
  });
  return pieces;
}
