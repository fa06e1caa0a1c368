import type { Subject } from '../fidelity/subject.ts';
import type { LabelledPage } from './pages.ts';
import { scoreContent, textOfHtml, textOfMarkdown, type ContentScore } from './score-content.ts';

/** One page's score. */
export interface PageScore extends ContentScore {
  readonly name: string;
}

/** Scores what a subject leaves of each page with default settings and no question. */
export async function measureContent(subject: Subject, pages: readonly LabelledPage[]): Promise<PageScore[]> {
  const results = await subject.compress(
    pages.map(({ name, source }) => ({ id: name, text: source })),
    'reversible',
  );
  return pages.map(({ name, source, expected }, index) => ({
    name,
    ...scoreContent(textOfMarkdown(results[index]?.text ?? source), textOfHtml(expected)),
  }));
}

/** The mean over pages. */
export function mean(scores: readonly PageScore[], figure: 'precision' | 'recall' | 'f1'): number {
  return scores.reduce((sum, score) => sum + score[figure], 0) / Math.max(1, scores.length);
}
