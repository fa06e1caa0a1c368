// Compresses 100 results of a search over several installed packages, as tools give them: node --import ./test/support/resolve-source.mjs test/code-hits/main.ts [--verbose]
// Writes docs/results/code-hits.json and .md.
import { markdownTable, percent } from '../figures/markdown-table.ts';
import { writeResults } from '../figures/write-results.ts';
import { root } from '../structure/source-tree.ts';
import { measureHits } from './measure-hits.ts';

const { files, rows } = await measureHits(root);
if (process.argv.includes('--verbose'))
  for (const { form, question, text, missing } of rows)
    console.log(`${form} / ${question}\n${text}\n${missing.map((hit) => `not in view: ${hit}`).join('\n')}\n`);
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
  figures: {
    files,
    rows: rows.map(({ form, question, before, after, placed, signatures }) => ({ form, question, before, after, placed, signatures })),
  },
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
