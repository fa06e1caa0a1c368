import { rowKind, type SearchResults } from './search-results.ts';

/** A head of more lines is cut: what it opens is hardly a list of parameters. */
const longestHead = 12;
const readCharacters = 400;

/**
 * Marks matches, and the lines of context by which they go on: a signature over several lines, up to the one that closes its brackets. Linear.
 *
 * @returns 1 for each row that belongs to a hit
 */
export function hitHeads({ text, count, kinds, fileOf, bodies, ends }: SearchResults): Uint8Array {
  const heads = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    if (kinds[row] !== rowKind.match) continue;
    heads[row] = 1;
    let open = 0;
    let next = row;
    do {
      open += opened(text, bodies[next]!, ends[next]!);
      // What opens the body closes the head.
      if (open === 1 && text[ends[next]! - 1] === '{') open = 0;
      next += 1;
    } while (open > 0 && next < count && next - row < longestHead && kinds[next] === rowKind.context && fileOf[next] === fileOf[row]);
    if (open <= 0) heads.fill(1, row + 1, next);
  }
  return heads;
}

/** Brackets that a line opens and does not close; angle brackets where they stand at its end or its beginning. */
function opened(text: string, start: number, end: number): number {
  const line = text.slice(start, Math.min(end, start + readCharacters)).trim();
  let open = (line.endsWith('<') ? 1 : 0) - (line.startsWith('>') ? 1 : 0);
  for (const sign of line) {
    if (sign === '(' || sign === '[' || sign === '{') open += 1;
    else if (sign === ')' || sign === ']' || sign === '}') open -= 1;
  }
  return open;
}

/** Whether more than half of the results is context, in characters. */
export function mostlyContext({ count, kinds, starts, ends, text, layout }: SearchResults): boolean {
  if (layout === 'counts' || layout === 'unnumbered') return false;
  let context = 0;
  for (let row = 0; row < count; row += 1) if (kinds[row] === rowKind.context) context += ends[row]! - starts[row]! + 1;
  return context * 2 > text.length;
}
