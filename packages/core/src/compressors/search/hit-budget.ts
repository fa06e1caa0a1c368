import type { CompressContext } from '../../types/compressor.ts';

/*
 * Where most of the results is context (lines around hits, chunks of an index), the hits alone are a fraction of them, and each is an answer of its own: they all stand where that takes about an eighth of
 * the tokens, and no more than twice what the curve of a search with a question would give. Context then has what is left, with a question at least a third of that.
 */
const mostShareForHits = 0.16;
const wantedShare = 0.119;
const curveFactor = 12;
const mostOverCurve = 2;
const answersShare = 0.35;
/** Without a question context is worth about what hits take. */
const unasked = { fixed: 1700, factor: 3, curve: 56 } as const;

/**
 * The tokens that results may take of which most is context, if every hit stands.
 *
 * @param need tokens that all hits take, with their paths
 * @returns undefined where that takes too many
 */
export function hitBudget(
  need: number,
  { asked, kind }: { readonly asked: boolean; readonly kind: string },
  { tokensBefore, tokenBudget }: CompressContext,
): number | undefined {
  const base = Math.min(tokenBudget, curve({ kind, asked, tokensBefore, tokenBudget }));
  if (need > mostShareForHits * tokensBefore || need > mostOverCurve * base) return undefined;
  const wanted = asked ? Math.min(need + answersShare * base, wantedShare * tokensBefore) : need;
  return Math.max(base, need, wanted);
}

interface CurveRequest extends Pick<CompressContext, 'tokensBefore' | 'tokenBudget'> {
  readonly kind: string;
  readonly asked: boolean;
}

/** A search's own budget knows what the caller wants; that of other kinds is made for other texts. */
function curve({ kind, asked, tokensBefore, tokenBudget }: CurveRequest): number {
  const root = Math.sqrt(tokensBefore);
  if (asked) return kind === 'search' ? tokenBudget : curveFactor * root;
  const most = unasked.fixed + unasked.factor * root;
  return kind === 'search' ? tokenBudget * Math.min(1, most / (unasked.curve * root)) : most;
}
