import type { ResolvedOptions } from '../pipeline/options.ts';
import { permit } from '../pipeline/policy.ts';
import type { Segment, SegmentRole } from '../types/segment.ts';

/** When an adapter adds the retrieve tool: where something could be left out (`auto`), to every request that takes tools (`always`), or never. */
export type Injection = 'auto' | 'always' | 'never';

/** What the first request of a conversation shows, and every later one again. */
export interface OfferQuestion {
  readonly injection: Injection;
  readonly options: ResolvedOptions;
  /** Names of the tools that the request offers. */
  readonly offered: readonly string[];
  /** Names of the tools whose results stand in the history, undefined for a result that does not say; asked only where the tools offered do not decide. */
  readonly answered: () => Iterable<string | undefined>;
}

/**
 * Whether the retrieve tool is worth its tokens, which are paid in every request: whether the policy would let anything be left out of a result of the tools offered, of a result in
 * the history, or of another role's texts.
 *
 * Decided by names and options alone (I4), so that it stays as it was in the first request until the caller's own tool list changes, in any process (I3). How large results will be is
 * not known then; one cut pays for the definition many times over, so that a tool whose results may be cut decides for it.
 *
 * @example worthOffering({ injection: 'auto', options: engine.options, offered: [], answered: () => [] }) // false: a chat without tools
 */
export function worthOffering({ injection, options, offered, answered }: OfferQuestion): boolean {
  if (injection !== 'auto') return injection === 'always';
  // A rule by predicate judges texts that are not there yet.
  if (options.tools.some(({ match }) => typeof match === 'function')) return true;
  if (otherRoles.some((role) => mayBeCut({ role }, options))) return true;
  const results = (names: Iterable<string | undefined>): boolean => {
    for (const toolName of names) if (mayBeCut({ role: 'tool', ...(toolName === undefined ? {} : { toolName }) }, options)) return true;
    return false;
  };
  return results(offered) || results(answered());
}

const otherRoles: readonly SegmentRole[] = ['system', 'user', 'assistant'];

function mayBeCut(about: Pick<Segment, 'role' | 'toolName'>, options: ResolvedOptions): boolean {
  const permission = permit({ id: '', text: '', outcome: 'unknown', question: '', ...about }, options, 'tool');
  return permission.allowed === 'rewrite' && permission.fidelity === 'reversible';
}
