// Scores the main content that the library leaves of labelled pages: node test/html-main-content/main.ts. Default settings, no question.
// It writes docs/results/html-main-content.json and .md, from which `npm run docs:figures` fills the documents.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { librarySubject } from '../fidelity/library-subject.ts';
import { markdownTable, percent } from '../figures/markdown-table.ts';
import { writeResults } from '../figures/write-results.ts';
import { mean, measureContent } from './measure-content.ts';
import { findPages, readPages } from './pages.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = findPages(root);

if (folder === undefined) console.log('The development corpus is absent (no ../shared beside the repository): nothing to score.');
else {
  const subject = librarySubject();
  try {
    const scores = await measureContent(subject, readPages(folder));
    for (const { name, precision, recall, f1 } of scores)
      console.log(`${name}: precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}`);
    const figures = { pages: scores.length, precision: mean(scores, 'precision'), recall: mean(scores, 'recall'), f1: mean(scores, 'f1') };
    console.log(JSON.stringify(figures));
    const row = [String(figures.pages), percent(figures.precision), percent(figures.recall), percent(figures.f1)];
    const markdown = [
      '# Main content of labelled pages',
      '',
      'Written by `node test/html-main-content/main.ts`: words of what the model reads against words of the expected content, default settings, no question. Means over the',
      'pages, in percent.',
      '',
      markdownTable(['pages', 'precision', 'recall', 'F1'], [row]),
      '',
    ].join('\n');
    writeResults(root, 'html-main-content', { figures, markdown });
  } finally {
    await subject.close();
  }
}
