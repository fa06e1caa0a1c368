import { isChange, lineHead, lineKind, type DiffDocument } from './diff-document.ts';

/** What a changed line is worth by what it brings: names that the other side of the diff does not hold, or nothing but another layout. */
const shares = { reformatted: 0.15, known: 0.85, fresh: 1.15, freshest: 1.35 } as const;
const manyNames = 3;
const readCharacters = 400;
/** Blocks of more lines are no wrapped statements. */
const longestBlock = 60;

/**
 * Tells for each changed line how much of it is new: a block of removed and added lines that hold the same letters is the same code in another layout, and a line with names that
 * stand nowhere on the other side says what the change is about. Linear.
 *
 * @returns a factor for each line, 1 for those that did not change
 */
export function changeNovelty(document: DiffDocument): Float32Array {
  const { kinds, count } = document;
  const factors = new Float32Array(count).fill(1);
  const fresh = freshNames(document);
  for (let line = 0; line < count; line += 1) {
    if (isChange(kinds[line]!))
      factors[line] = fresh[line] === 0 ? shares.known : fresh[line]! < manyNames ? shares.fresh : shares.freshest;
  }
  for (let line = 0; line < count;) {
    if (!isChange(kinds[line]!)) {
      line += 1;
      continue;
    }
    let end = line + 1;
    while (end < count && isChange(kinds[end]!)) end += 1;
    if (end - line <= longestBlock && isReformatted(document, line, end)) factors.fill(shares.reformatted, line, end);
    line = end;
  }
  return factors;
}

/** Names of each added line that stand on no removed or unchanged line, those of each removed line that stand on no other; each where it stands first. */
function freshNames(document: DiffDocument): Uint8Array {
  const { kinds, count } = document;
  const sides = new Map<string, number>();
  const namesOf = (line: number): readonly string[] =>
    lineHead(document, line, readCharacters)
      .slice(1)
      .match(/[A-Za-z_$][\w$]{2,63}/g) ?? [];
  const sideOf = (kind: number): number => (kind === lineKind.added ? 1 : kind === lineKind.removed ? 2 : 3);
  for (let line = 0; line < count; line += 1) {
    const kind = kinds[line]!;
    if (!isChange(kind) && kind !== lineKind.context) continue;
    for (const name of namesOf(line)) sides.set(name, (sides.get(name) ?? 0) | sideOf(kind));
  }
  const fresh = new Uint8Array(count);
  const met = new Set<string>();
  for (let line = 0; line < count; line += 1) {
    if (!isChange(kinds[line]!)) continue;
    for (const name of namesOf(line)) {
      if (sides.get(name) !== sideOf(kinds[line]!) || met.has(name)) continue;
      met.add(name);
      fresh[line] = Math.min(manyNames, fresh[line]! + 1);
    }
  }
  return fresh;
}

function isReformatted(document: DiffDocument, start: number, end: number): boolean {
  const sides = { added: '', removed: '' };
  for (let line = start; line < end; line += 1) {
    const letters = lineHead(document, line, readCharacters)
      .slice(1)
      .replace(/[^\p{L}\p{N}]+/gu, '');
    if (document.kinds[line] === lineKind.added) sides.added += letters;
    else sides.removed += letters;
  }
  return sides.added !== '' && sides.added === sides.removed;
}
