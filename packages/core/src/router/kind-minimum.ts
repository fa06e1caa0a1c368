import { inputField } from '../text/tool-input.ts';
import type { ContentKind } from '../types/content-kind.ts';
import type { RenderRequest } from './render-request.ts';

/**
 * Listings, a repository's state and the hits in one file are what agents act on at once, by line and column: users asked for them byte for byte up to so many tokens. So
 * is whatever looks like them where no command says what it is.
 */
const actedOn = 2000;
/** Other output of commands, and hits all over a tree, which are looked at to find a place. */
const lookedThrough = 600;

const listing = /(?:^|[;&|(\n]\s*)(?:ls|ll|la|dir|tree|find|fd|stat|file|pwd|git\s+(?:status|branch|remote|tag|stash))(?:\s|$)/;
const treeSearch =
  /(?:^|[;&|(\n]\s*)(?:rg|ag|ack|git\s+grep|[efz]?grep\s+(?:\S+\s+){0,8}?(?:-[a-zA-Z]*[rR][a-zA-Z]*|--recursive))(?:\s|$)|\bxargs\b|-exec\b/;

/** The smallest text of a kind that may change; what the caller has chosen holds for all kinds. */
export function minimumFor(kind: ContentKind, { minimumTokens, minimumOrigin, toolInput }: RenderRequest): number {
  if (minimumOrigin === 'caller' || (kind !== 'terminal' && kind !== 'search')) return minimumTokens;
  const command = inputField(toolInput, ['command', 'cmd', 'script']);
  const isLookedThrough = command !== undefined && (kind === 'search' ? treeSearch.test(command) : !listing.test(command));
  return Math.max(minimumTokens, isLookedThrough ? lookedThrough : actedOn);
}
