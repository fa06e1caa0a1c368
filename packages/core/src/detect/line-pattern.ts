import { beyondAscii, markOf, noCharacter, traitBits, type Line, type Trait } from './line.ts';

/**
 * What every line that a pattern matches has, as far as one pass over it tells. The pattern alone decides: needs are what it implies, said so that most lines are refused without trying it.
 *
 * Where characters are named, `é` stands for all beyond ASCII.
 */
export interface Needs {
  /** The first visible character is one of these (`A-Z` is a range). */
  readonly opens?: string;
  /** The last visible character is one of these. */
  readonly closes?: string;
  /** All of these occur; `a` stands for any small letter, `A` for any capital, `0` for any digit. */
  readonly has?: string;
  /** Some of these occur. */
  readonly some?: string;
  /** None of these occurs. */
  readonly lacks?: string;
  readonly is?: readonly Trait[];
  /** This stands in the line. */
  readonly holds?: string;
}

/** A pattern of a line, and what it needs. */
export type LinePattern = readonly [pattern: RegExp, needs: Needs];

export type LineTest = (line: Line) => boolean;

interface Guarded {
  readonly pattern: RegExp;
  readonly opens: Uint8Array;
  readonly closes: Uint8Array;
  readonly has: number;
  readonly some: number;
  readonly lacks: number;
  readonly traits: number;
  readonly holds: string;
}

/** Whether any of some patterns matches a line. Those that no line with such a first character matches are not even looked at. */
export function anyPattern(...patterns: readonly LinePattern[]): LineTest {
  const guarded = patterns.map(guard);
  const byOpening = Array.from({ length: noCharacter + 1 }, (_, code) => guarded.filter(({ opens }) => opens[code] === 1));
  return (line) => {
    const candidates = byOpening[line.opens]!;
    for (let at = 0; at < candidates.length; at += 1) {
      const candidate = candidates[at]!;
      if (fits(line, candidate) && candidate.pattern.test(line.text)) return true;
    }
    return false;
  };
}

function fits({ text, marks, traits, closes }: Line, needs: Guarded): boolean {
  return (
    (marks & needs.has) === needs.has &&
    (needs.some === 0 || (marks & needs.some) !== 0) &&
    (marks & needs.lacks) === 0 &&
    (traits & needs.traits) === needs.traits &&
    needs.closes[closes] === 1 &&
    (needs.holds === '' || text.includes(needs.holds))
  );
}

function guard([pattern, needs]: LinePattern): Guarded {
  return {
    pattern,
    opens: codesOf(needs.opens),
    closes: codesOf(needs.closes),
    has: marksOf(needs.has ?? ''),
    some: marksOf(needs.some ?? ''),
    lacks: marksOf(needs.lacks ?? ''),
    holds: needs.holds ?? '',
    traits: (needs.is ?? []).reduce((all, trait) => all | traitBits[trait], 0),
  };
}

function marksOf(characters: string): number {
  return Array.from(characters).reduce((all, character) => all | markOf(character), 0);
}

/** A table of the codes that characters and ranges name; of all codes where none is named. */
function codesOf(characters: string | undefined): Uint8Array {
  const codes = new Uint8Array(noCharacter + 1);
  if (characters === undefined) return codes.fill(1);
  for (let at = 0; at < characters.length; at += 1) {
    const first = characters.charCodeAt(at);
    const isRange = characters[at + 1] === '-' && at + 2 < characters.length;
    if (isRange) at += 2;
    codes.fill(1, Math.min(first, beyondAscii), Math.min(characters.charCodeAt(at), beyondAscii) + 1);
  }
  return codes;
}
