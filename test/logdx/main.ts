// Scores the library, or any program that speaks `compress --jsonl`, on the LogDx development cases: node test/logdx/main.ts [--command "…"] [--verbose]
// Default settings, no question. With the library it writes docs/results/logdx.json and .md, from which `npm run docs:figures` fills the documents.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commandSubject } from '../fidelity/command-subject.ts';
import { librarySubject } from '../fidelity/library-subject.ts';
import { markdownTable, percent } from '../figures/markdown-table.ts';
import { writeResults } from '../figures/write-results.ts';
import { findLogCorpus, readCases, type LogCorpus } from './cases.ts';
import { reduceCases } from './reduce.ts';
import { scoreCases, type LogScore } from './score.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { values } = parseArgs({ options: { command: { type: 'string' }, verbose: { type: 'boolean', default: false } } });
const corpus = findLogCorpus(root);

if (corpus === undefined) console.log('The development corpus is absent (no ../shared beside the repository): nothing to score.');
else await main(corpus);

async function main(found: LogCorpus): Promise<void> {
  const cases = readCases(found);
  const subject = values.command === undefined ? librarySubject() : commandSubject(values.command);
  try {
    const results = await reduceCases(subject, cases);
    const score = scoreCases(found, cases, results);
    if (values.verbose) for (const { id, tokens } of results) console.log(`${id}: ${tokens} tokens`);
    if (values.verbose) for (const line of score.missing) console.log(`not in view: ${line}`);
    console.log(JSON.stringify({ ...score, missing: score.missing.length }));
    if (values.command === undefined)
      writeResults(root, 'logdx', { figures: { ...score, missing: score.missing.length }, markdown: markdown(score) });
  } finally {
    await subject.close();
  }
}

function markdown(score: LogScore): string {
  const row = [
    String(score.cases),
    percent(score.criticalRecall),
    percent(score.strictRecall),
    percent(score.signalRecall),
    String(score.meanTokens),
  ];
  return [
    '# Signals in view on the LogDx development cases',
    '',
    'Written by `node test/logdx/main.ts`: logs of failed CI runs, default settings, no question. Means over the cases, in percent: critical signals in view, the same',
    'counted strictly (no exit codes of fewer than four characters, a file only beside its line), all signals; o200k tokens of what the model reads.',
    '',
    markdownTable(['cases', 'critical', 'strict', 'all signals', 'tokens for each'], [row]),
    '',
  ].join('\n');
}
