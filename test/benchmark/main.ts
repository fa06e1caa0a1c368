// Measures the built library: speed, latency, tokens, and forms without loss on the development corpus. See `--help`.
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeResults } from '../figures/write-results.ts';
import { measureAdapters } from './adapters.ts';
import { compressorsPage } from './compressors/compressors-page.ts';
import { measureCompressors } from './compressors/measure-compressors.ts';
import { measureConversation } from './conversation.ts';
import { measureCorpus } from './corpus.ts';
import { measureEventLoop } from './event-loop.ts';
import { adaptersPage, corpusPage, latencyPage, speedPage, tokensPage } from './report.ts';
import { measureSpeed } from './speed.ts';
import { measureTokens } from './tokens.ts';

const usage = `npm run bench -- [options]

  --sections A,B    some of speed, latency, adapters, tokens, corpus, compressors (default: all)
  --rounds N        rounds of the timed sections (default: 15)

Writes docs/results/SECTION.json and .md; npm run docs:figures brings the tables into the documents.`;

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const absent = '\nThe development corpus is absent (no ../shared beside the repository): its section is skipped.';
const machine = `Node ${process.versions.node}, ${cpus().length} cores`;

const { values } = parseArgs({
  options: {
    sections: { type: 'string', default: 'speed,latency,adapters,tokens,corpus,compressors' },
    rounds: { type: 'string', default: '15' },
    help: { type: 'boolean', default: false },
  },
});

const sections: Readonly<Record<string, () => Promise<void>>> = {
  async speed() {
    const figures = await measureSpeed({ rounds: Number(values.rounds) });
    show('speed', figures, speedPage(figures, machine));
  },
  async latency() {
    const figures = {
      conversation: await measureConversation(),
      eventLoop: await measureEventLoop({ rounds: Math.ceil(Number(values.rounds) / 3) }),
    };
    show('latency', figures, latencyPage(figures, machine));
  },
  async adapters() {
    const figures = await measureAdapters();
    show('adapters', figures, adaptersPage(figures, machine));
  },
  async tokens() {
    const figures = await measureTokens();
    show('tokens', figures, tokensPage(figures));
  },
  async compressors() {
    const figures = await measureCompressors(root, { rounds: Number(values.rounds) });
    if (figures === undefined) console.log(absent);
    else show('compressors', figures, compressorsPage(figures, machine));
  },
  async corpus() {
    const figures = await measureCorpus(root, (path, tokens) => console.log(`larger than a plain form: ${path} ${JSON.stringify(tokens)}`));
    if (figures === undefined) console.log(absent);
    else show('corpus', figures, corpusPage(figures));
  },
};

if (values.help) console.log(usage);
else {
  for (const name of values.sections.split(',')) {
    const section = sections[name];
    if (section === undefined) throw new Error(`There is no section ${name}.\n\n${usage}`);
    await section();
  }
}

function show(name: string, figures: unknown, markdown: string): void {
  writeResults(root, name, { figures, markdown });
  console.log(`\n${markdown}`);
}
