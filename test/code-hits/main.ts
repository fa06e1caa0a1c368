// Compresses 100 results of a search over several installed packages, as tools give them: node --import ./test/support/resolve-source.mjs test/code-hits/main.ts [--verbose]
// Writes docs/results/code-hits.json and .md.
import { createHeadroom } from '@headroom/core';
import { codeCompressor } from '@headroom/code';
import { markdownTable, percent } from '../figures/markdown-table.ts';
import { writeResults } from '../figures/write-results.ts';
import { root } from '../structure/source-tree.ts';
import { findHits } from './find-hits.ts';
import { resultForms } from './result-forms.ts';
import { viewOf } from './score-view.ts';

const hits = findHits(root, 100);
const files = new Set(hits.map(({ path }) => path)).size;
const questions = [
  '',
  'Where is the function that validates the options of a request, and what does it take?',
  'Which function parses a chunk of a stream?',
];
const headroom = createHeadroom({ compressors: [codeCompressor()] });
const rows: { form: string; question: string; before: number; after: number; placed: number; signatures: number }[] = [];
try {
  for (const { name, write } of resultForms) {
    for (const question of questions) {
      const text = write(hits);
      const result = await headroom.compressText(text, { question });
      const view = viewOf(hits, result.text);
      rows.push({
        form: name,
        question,
        before: result.tokensBefore,
        after: result.tokensAfter,
        placed: view.placed,
        signatures: view.signatures,
      });
      if (process.argv.includes('--verbose'))
        console.log(`${name} / ${question}\n${result.text}\n${view.missing.map((hit) => `MISSING ${hit}`).join('\n')}\n`);
    }
  }
} finally {
  await headroom.close();
}
const table = markdownTable(
  ['100 results as', 'question', 'tokens', 'kept', 'left out, %', '`path:line` with its line in view', 'whole signatures in view'],
  rows.map(({ form, question, before, after, placed, signatures }) => [
    form,
    question === '' ? 'none' : question,
    String(before),
    String(after),
    percent(1 - after / before),
    String(placed),
    String(signatures),
  ]),
);
console.log(table);
writeResults(root, 'code-hits', {
  figures: { files, rows },
  markdown: [
    '# 100 results of a search over code',
    '',
    'Written by `node --import ./test/support/resolve-source.mjs test/code-hits/main.ts`, default settings, o200k tokens, markers included: declarations of functions and classes in',
    `${files} files of installed packages, at most five in a file. In view is a hit whose line stands in full with its number, under or behind its path; and a signature of which every line does.`,
    '',
    table,
    '',
  ].join('\n'),
});
