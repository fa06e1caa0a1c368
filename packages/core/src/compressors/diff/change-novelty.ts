import { codeTable } from '../../text/code-table.ts';
import { spellingNumbers, spellingSeed, spellingStep } from '../../text/spelling-numbers.ts';
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
  const names = readNames(document);
  const met = new Uint8Array(names.sides.length);
  const fresh = new Uint8Array(count);
  for (let line = 0; line < count; line += 1) {
    if (!isChange(kinds[line]!)) continue;
    const side = sideOf(kinds[line]!);
    for (let at = names.first[line]!; at < names.first[line + 1]!; at += 1) {
      const name = names.all[at]!;
      if (names.sides[name] !== side || met[name] === 1) continue;
      met[name] = 1;
      fresh[line] = Math.min(manyNames, fresh[line]! + 1);
    }
  }
  return fresh;
}

const sideOf = (kind: number): number => (kind === lineKind.added ? 1 : kind === lineKind.removed ? 2 : 3);

/** The names of changed lines by number: those of line `n` are `all[first[n]]` to before `all[first[n + 1]]`. */
interface Names {
  readonly first: Int32Array;
  readonly all: readonly number[];
  /** The sides that a name stands on, by its number: bits of {@link sideOf}. */
  readonly sides: readonly number[];
}

function readNames({ text, codes, kinds, count, starts, ends }: DiffDocument): Names {
  const numbers = spellingNumbers(text, codes);
  const parts = nameParts;
  const first = new Int32Array(count + 1);
  const all: number[] = [];
  const sides: number[] = [];
  for (let line = 0; line < count; line += 1) {
    first[line] = all.length;
    const kind = kinds[line]!;
    const changed = isChange(kind);
    if (!changed && kind !== lineKind.context) continue;
    const side = sideOf(kind);
    const end = Math.min(ends[line]!, starts[line]! + readCharacters);
    for (let at = starts[line]! + 1; at < end;) {
      let code = codes[at]!;
      if (parts[code]! < beginsName) {
        at += 1;
        continue;
      }
      const start = at;
      const stop = Math.min(end, start + longestName);
      let hash = spellingSeed;
      do {
        hash = spellingStep(hash, code);
        at += 1;
        code = codes[at]!;
      } while (at < stop && parts[code] !== 0);
      if (at - start < shortestName) continue;
      const number = numbers.numberOf(hash, start, at);
      if (number === sides.length) sides.push(side);
      else sides[number]! |= side;
      if (changed) all.push(number);
    }
  }
  first[count] = all.length;
  return { first, all, sides };
}

const shortestName = 3;
const longestName = 64;
const continuesName = 1;
const beginsName = 2;
const nameParts = codeTable((code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z_$]/.test(character) ? beginsName : /[0-9]/.test(character) ? continuesName : 0;
});

function isReformatted(document: DiffDocument, start: number, end: number): boolean {
  if (!mayBeReformatted(document, start, end)) return false;
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

/** Whether the codes of the ASCII letters and digits of both sides add up to the same, which those of hardly two statements do: the letters themselves are compared of few blocks. */
function mayBeReformatted({ codes, kinds, starts, ends }: DiffDocument, start: number, end: number): boolean {
  let [added, removed, sum] = [0, 0, 0];
  for (let line = start; line < end; line += 1) {
    const isAdded = kinds[line] === lineKind.added;
    if (isAdded) added += 1;
    else removed += 1;
    const stop = Math.min(ends[line]!, starts[line]! + readCharacters);
    for (let at = starts[line]! + 1; at < stop; at += 1) {
      const code = codes[at]!;
      // `_` and `$` continue names and are no letters.
      if (nameParts[code] === 0 || code === 0x5f || code === 0x24) continue;
      sum += isAdded ? code : -code;
    }
  }
  return added > 0 && removed > 0 && sum === 0;
}
