import type { UnitPlace } from '../outline/unit.ts';

/** A run of lines that is left out. */
export interface Gap {
  /** Lines of the payload, both inside, from 0. */
  readonly first: number;
  readonly last: number;
  readonly place: UnitPlace;
  readonly lineComment: string;
  /** The first line that is left out, as the file has it. */
  readonly line: string;
  /** Heads of functions that are left out whole. */
  readonly heads: readonly string[];
}

const widest = 80;

/**
 * The line that stands for a gap: a comment of the language at the indentation of what was there.
 *
 * The range says how many lines they are; every token of such a line is paid for each function.
 *
 * @example gapLine({ first: 119, last: 163, place: 'code', lineComment: '#', line: '    total = 0' }) // '    # lines 120-164 …'
 */
export function gapLine({ first, last, place, lineComment, line, heads }: Gap): string {
  const indentation = /^[ \t]*/.exec(line.slice(0, widest))?.[0] ?? '';
  const said = first === last ? `line ${first + 1} …` : `lines ${first + 1}-${last + 1} …`;
  if (place === 'code') return `${indentation}${lineComment} ${said}${heads.length === 0 ? '' : `: ${heads.join('; ')}`}`;
  if (place === 'string') return `${indentation}[${said}]`;
  return `${indentation}${line.slice(indentation.length).startsWith('*') ? '* ' : ''}${said}`;
}
