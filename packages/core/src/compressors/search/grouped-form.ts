import { isDigit } from './read-hit.ts';
import { groupedHeader } from './signature.ts';
import { numberedText, rowKind, rowText, type SearchResults } from './search-results.ts';

/**
 * Writes results with each path once, over its rows; undefined where that is not read back character by character (I10).
 *
 * {@link decodeGrouped} undoes it. A row stays `12:text`, so that no line stands beside another line's number.
 */
export function writeGrouped(results: SearchResults): string | undefined {
  if (results.layout !== 'path') return undefined;
  const out: string[] = [groupedHeader];
  let current = -1;
  for (let row = 0; row < results.count; row += 1) {
    const kind = results.kinds[row]!;
    if (kind !== rowKind.match && kind !== rowKind.context) {
      const text = rowText(results, row);
      out.push(text);
      if (text !== '--') current = -1;
      continue;
    }
    const file = results.fileOf[row]!;
    if (file !== current) out.push(results.files[file]!.path);
    current = file;
    out.push(numberedText(results, row));
  }
  const form = out.join('\n') + (results.text.endsWith('\n') ? '\n' : '');
  return decodeGrouped(form) === results.text ? form : undefined;
}

/** About how long {@link writeGrouped} would be, without writing it. */
export function groupedLength({ layout, kinds, fileOf, numbers, starts, count, files, text }: SearchResults): number {
  if (layout !== 'path') return text.length;
  let length = text.length + groupedHeader.length;
  let current = -1;
  for (let row = 0; row < count; row += 1) {
    if (kinds[row] !== rowKind.match && kinds[row] !== rowKind.context) continue;
    const file = fileOf[row]!;
    length -= numbers[row]! - starts[row]!;
    if (file !== current) length += files[file]!.path.length + 1;
    current = file;
  }
  return length;
}

/** Undoes {@link writeGrouped}: what stands right over a numbered row is its path. */
export function decodeGrouped(form: string): string {
  const lines = form.split('\n');
  const out: string[] = [];
  let path = '';
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at]!;
    const sign = signOf(line);
    if (sign !== '') out.push(path + sign + line);
    else if (line !== '--' && signOf(lines[at + 1] ?? '') !== '') path = line;
    else out.push(line);
  }
  return out.join('\n');
}

function signOf(line: string): string {
  let at = 0;
  while (at < line.length && isDigit(line.charCodeAt(at))) at += 1;
  const sign = line[at];
  return at > 0 && (sign === ':' || sign === '-' || sign === '=') ? sign : '';
}
