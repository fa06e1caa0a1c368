import type { ContentKind } from '../types/content-kind.ts';
import type { Segment } from '../types/segment.ts';
import type { Treatment } from './treatment.ts';

/** How the results of some tools are treated. */
export interface ToolRule {
  /** The tool's name, a glob over names (`*` any letters, `?` one letter; case does not matter), or a predicate over the segment. */
  readonly match: string | ((segment: Segment) => boolean);
  /** @default as the mode and the other options say */
  readonly treatment?: Treatment;
  /** The kind of text this tool gives, where detection need not guess. @default detected */
  readonly kind?: ContentKind;
  /** Multiplies how much is kept of these results. @default the option `bias` */
  readonly bias?: number;
  /** @default the option `minimumTokens` */
  readonly minimumTokens?: number;
}

/** Finds the first rule that matches a segment. */
export function findRule(rules: readonly ToolRule[], segment: Segment): ToolRule | undefined {
  if (rules.length === 0) return undefined;
  return rules.find(({ match }) =>
    typeof match === 'function'
      ? match(segment)
      : segment.toolName !== undefined && matchesGlob(match.toLowerCase(), segment.toolName.toLowerCase()),
  );
}

/** Matches a glob of `*` and `?` in time linear in pattern × name, without a regular expression built from the caller's text. */
export function matchesGlob(pattern: string, name: string): boolean {
  let patternAt = 0;
  let nameAt = 0;
  let starAt = -1;
  let resumeAt = 0;
  while (nameAt < name.length) {
    if (pattern[patternAt] === '*') {
      starAt = patternAt++;
      resumeAt = nameAt;
    } else if (patternAt < pattern.length && (pattern[patternAt] === '?' || pattern[patternAt] === name[nameAt])) {
      patternAt++;
      nameAt++;
    } else if (starAt >= 0) {
      patternAt = starAt + 1;
      nameAt = ++resumeAt;
    } else return false;
  }
  while (pattern[patternAt] === '*') patternAt++;
  return patternAt === pattern.length;
}
