// Which share of the answers stands after a text is cut to a share of its words: node test/question-answering/main.ts [--verbose]
// Writes docs/results/question-answering.json and .md, from which `npm run docs:figures` fills the documents.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { markdownTable, percent } from '../figures/markdown-table.ts';
import { writeResults } from '../figures/write-results.ts';
import { findQuestions, readQuestions } from './cases.ts';
import { scoreAnswers, withBm25, withProseCompressor, type Shorten } from './measure.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { values } = parseArgs({ options: { verbose: { type: 'boolean', default: false } } });
const shares = [0.5, 1 / 3, 0.2];
const ways: readonly (readonly [name: string, shorten: Shorten])[] = [
  ['prose', withProseCompressor],
  ['BM25 over sentences', withBm25],
];
/** The answering paragraph stands at each of the five places once. */
const variants = [0, 1, 2, 3, 4];

const folder = findQuestions(root);
if (folder === undefined) console.log('The development corpus is absent (no ../shared beside the repository): nothing to score.');
else main(folder);

function main(found: string): void {
  const cases = variants.flatMap((variant) => readQuestions(found, variant));
  const rows = ways.flatMap(([name, shorten]) => shares.map((share) => ({ name, share, ...scoreAnswers(cases, shorten, share) })));
  if (values.verbose)
    for (const { name, share, missing } of rows) for (const line of missing) console.log(`${name} at ${share.toFixed(2)}: ${line}`);
  const table = markdownTable(
    ['way', 'share of the words allowed', 'kept', 'answers that stand'],
    rows.map(({ name, share, kept, answered }) => [name, percent(share), percent(kept), percent(answered)]),
  );
  console.log(table);
  const markdown = [
    '# Answers that stand in shortened text',
    '',
    `Written by \`node test/question-answering/main.ts\`: ${cases.length} cases (questions in English, Spanish and Chinese over five joined paragraphs, the answering one at`,
    'each place), in percent. The words of statements about gaps count as kept; BM25 states no gaps.',
    '',
    table,
    '',
  ].join('\n');
  writeResults(root, 'question-answering', { figures: rows.map(({ missing, ...row }) => ({ ...row, missing: missing.length })), markdown });
}
