// Scores the library (or any program that speaks the protocol of the command line) on the development corpus. See `--help`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeResults } from '../figures/write-results.ts';
import { readArguments, usage } from './arguments.ts';
import { scoreBaselines } from './baselines.ts';
import { commandSubject } from './command-subject.ts';
import { measure, type Measurement } from './measure.ts';
import { baselineLines, markdown, title } from './report.ts';
import { findCorpus, readInputs } from './scorer.ts';
import type { Subject } from './subject.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const choice = readArguments(process.argv.slice(2));
const corpus = findCorpus(root);

if (choice.help) console.log(usage);
else if (corpus === undefined) console.log('The development corpus is absent (no ../shared beside the repository): nothing to score.');
else process.exitCode = await main(corpus);

/** Answers the exit code: 1 where a fact was lost. */
async function main(found: NonNullable<typeof corpus>): Promise<number> {
  const inputs = readInputs(found, choice.kinds);
  if (inputs.length === 0) throw new Error(`The corpus has no probe of the kinds ${choice.kinds.join(', ')}.`);
  const subject = await chooseSubject();
  const measurements: Measurement[] = [];
  try {
    for (const configuration of choice.configurations) {
      const started = performance.now();
      const one = await measure(subject, found, inputs, { ...configuration, recount: choice.recount, verbose: choice.verbose });
      measurements.push(one);
      console.log(
        `\n${subject.name}, ${one.mode}, ${one.query} the question (${((performance.now() - started) / 1000).toFixed(1)} s with retrieval)`,
      );
      console.log(one.printed);
      if (choice.baselines) {
        const { bm25, headTail } = scoreBaselines(found, { inputs, results: one.results, query: one.query });
        console.log([...baselineLines('BM25', bm25), ...baselineLines('head + tail', headTail)].join('\n'));
      }
    }
  } finally {
    await subject.close();
  }
  write(subject.name, measurements);
  return report(measurements);
}

/** The library is loaded only where it is what is scored: another program needs no build of ours. */
async function chooseSubject(): Promise<Subject> {
  if (choice.command !== undefined) return commandSubject(choice.command);
  const { librarySubject } = await import('./library-subject.ts');
  return librarySubject(choice.model === undefined ? {} : { model: choice.model });
}

/** The full run is what documents show; a narrower one must not overwrite it. */
function write(subject: string, measurements: readonly Measurement[]): void {
  const figures = { subject, runs: measurements.map(({ mode, query, table }) => ({ mode, query, ...table })) };
  if (choice.output === undefined && measurements.length > 1 && choice.kinds.length === 0 && choice.command === undefined) {
    writeResults(root, 'fidelity', { figures, markdown: markdown(measurements, subject) });
    console.log('\nWritten to docs/results/fidelity.json and .md.');
    return;
  }
  const output = choice.output ?? join(root, '.cache/fidelity.json');
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, `${JSON.stringify(figures, undefined, 2)}\n`);
  console.log(`\nWritten to ${output}.`);
}

/** A form without loss has nothing to give back: what is not in view in it letter by letter is folded, which the tests of the form prove reversible. */
function report(measurements: readonly Measurement[]): number {
  const losers = measurements.filter(({ mode, table }) => mode !== 'lossless' && table.lost > 0);
  for (const { table, ...one } of losers) {
    console.error(`${table.lost} facts are LOST (${title(one)}): neither in view nor given back by any handle in view.`);
  }
  return losers.length === 0 ? 0 : 1;
}
