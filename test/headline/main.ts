// Makes the two headline workloads of the field from real material and measures them: node test/headline/main.ts
// Writes docs/results/headline.json and .md, from which `npm run docs:figures` fills the documents.
import { markdownTable, percent } from '../figures/markdown-table.ts';
import { writeResults } from '../figures/write-results.ts';
import { root } from '../structure/source-tree.ts';
import { measureHeadlines, type HeadlineRow } from './measure-headlines.ts';

const thousands = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');

const rows = await measureHeadlines();
const markdown = page(rows);
writeResults(root, 'headline', { figures: rows, markdown });
console.log(markdown);
for (const { workload, question, missing } of rows)
  for (const fact of missing) console.log(`not in view (${workload}, ${question}): ${fact}`);

function page(measured: readonly HeadlineRow[]): string {
  return [
    '# An incident log and a triage of issues',
    '',
    'Written by `node test/headline/main.ts`, default settings, o200k tokens, markers included. The log is of a service that really fails: its errors are thrown by Node, SQLite',
    'and zod while seeded requests go on; in view must be the first line of every distinct error. The issues are the changes of a pinned package, told by its own authors, with the',
    'fields that an API sends along; in view must be the number and the title of the one that each of eight questions is about.',
    '',
    markdownTable(
      ['workload', 'question', 'tokens', 'kept', 'kept, %', 'facts', 'in view'],
      measured.map(({ workload, question, tokensBefore, tokensAfter, facts, inView }) => [
        workload,
        question,
        thousands(tokensBefore),
        thousands(tokensAfter),
        percent(tokensAfter / tokensBefore),
        String(facts),
        String(inView),
      ]),
    ),
    '',
  ].join('\n');
}
