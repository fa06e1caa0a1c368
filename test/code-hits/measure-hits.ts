import { codeCompressor } from '@headroom/code';
import { createHeadroom } from '@headroom/core';
import { findHits } from './find-hits.ts';
import { resultForms } from './result-forms.ts';
import { viewOf, type View } from './score-view.ts';

/** What became of the results in one form under one question. */
export interface HitsRow extends View {
  readonly form: string;
  readonly question: string;
  readonly before: number;
  readonly after: number;
  readonly text: string;
}

export const wantedHits = 100;
const questions = [
  '',
  'Where is the function that validates the options of a request, and what does it take?',
  'Which function parses a chunk of a stream?',
];

/** Compresses the same hits in every form, with default settings, under two questions and without one. */
export async function measureHits(root: string): Promise<{ readonly files: number; readonly rows: readonly HitsRow[] }> {
  const hits = findHits(root, wantedHits);
  const headroom = createHeadroom({ compressors: [codeCompressor()] });
  const rows: HitsRow[] = [];
  try {
    for (const { name, write } of resultForms) {
      for (const question of questions) {
        const { text, tokensBefore, tokensAfter } = await headroom.compressText(write(hits), { question });
        rows.push({ form: name, question, before: tokensBefore, after: tokensAfter, text, ...viewOf(hits, text) });
      }
    }
  } finally {
    await headroom.close();
  }
  return { files: new Set(hits.map(({ path }) => path)).size, rows };
}
