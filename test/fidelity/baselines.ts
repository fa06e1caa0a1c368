import { bm25 } from '../baselines/bm25.ts';
import { headTail } from '../baselines/head-tail.ts';
import type { Corpus, ScoreTable } from './scorer.ts';
import { score } from './scorer.ts';
import type { Compressed, Input } from './subject.ts';

/** What two null baselines keep in view at the size that the compressor needed, text by text. Nothing they drop can be recovered. */
export function scoreBaselines(
  corpus: Corpus,
  { inputs, results, query }: { inputs: readonly Input[]; results: readonly Compressed[]; query: 'with' | 'without' },
): Readonly<Record<'bm25' | 'headTail', ScoreTable>> {
  const lengths = new Map(results.map(({ id, text }) => [id, text.length]));
  const scored = (reduce: (text: string, question: string, share: number) => string): ScoreTable => {
    const rows = inputs.map(({ id, text, query: question = '' }) => {
      const share = Math.min(1, (lengths.get(id) ?? text.length) / Math.max(1, text.length));
      return { id, text: reduce(text, query === 'with' ? question : '', share) };
    });
    return score(corpus, { results: rows, recovered: [], recount: true, verbose: false }).table;
  };
  return { bm25: scored(bm25), headTail: scored((text, _question, share) => headTail(text, share)) };
}
