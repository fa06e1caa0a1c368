// Measures kompress-lite and simpler systems on labels that none has seen: node models/kompress-lite/evaluate/main.ts
// Writes docs/results/kompress-lite.json and .md. Needs onnxruntime-node, which packages/kompress is developed with.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownTable, percent } from '../../../test/figures/markdown-table.ts';
import { writeResults } from '../../../test/figures/write-results.ts';
import { readLabels, type LabelledDocument } from '../arrays/read-labels.ts';
import { readAgreement } from './agreement.ts';
import { keptCritical, type CriticalShare } from './critical-words.ts';
import { intervalsOf, intervalsOfGap, measure, type Intervals, type Judged, type Metrics } from './metrics.ts';
import { openVocabulary } from './shipped-model.ts';
import { judge, openSystems } from './systems.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const labelsFolder = join(root, 'models/kompress-lite/labels');
const columns = [
  ['AUC', 'auc'],
  ['drop F1', 'dropF1'],
  ['keep F1', 'keepF1'],
  ['accuracy', 'accuracy'],
] as const;

interface Row {
  readonly name: string;
  readonly judged: Judged;
}

await main();

async function main(): Promise<void> {
  const vocabulary = openVocabulary();
  const documents = readLabels(labelsFolder);
  const [training, test] = [documents.filter(({ fold }) => fold !== 0), documents.filter(({ fold }) => fold === 0)];
  const systems = await openSystems(training, vocabulary);
  const judgeAll = (chosen: readonly LabelledDocument[], signs: 'with' | 'without'): Promise<readonly Row[]> =>
    Promise.all(systems.map(async (system) => ({ name: system.name, judged: await judge(system, chosen, { vocabulary, signs }) })));
  const words = await judgeAll(test, 'without');
  const all = await judgeAll(test, 'with');
  const domains = [...new Set(test.map(({ domain }) => domain))];
  const byDomain = await Promise.all(
    domains.map(async (domain) => ({
      name: domain,
      judged: (
        await judgeAll(
          test.filter((document) => document.domain === domain),
          'without',
        )
      ).at(-1)!.judged,
    })),
  );
  const critical = await Promise.all(
    systems.slice(1).map(async (system) => ({ name: system.name, shares: await keptCritical(system, test) })),
  );
  const agreement = readAgreement(labelsFolder);
  const lite = words.at(-1)!.judged;
  const gaps = words.slice(0, -1).map(({ name, judged }) => ({ name, ...intervalsOfGap(lite, judged) }));
  const figures = {
    documents: { training: training.length, test: test.length },
    sentences: { training: countSentences(training), test: countSentences(test) },
    words: words.map(figuresOf),
    wordsAndSigns: all.map(figuresOf),
    byDomain: byDomain.map(figuresOf),
    gaps,
    critical,
    agreement: { sentences: agreement.scores.length, ...measure(agreement), intervals: intervalsOf(agreement) },
  };
  const markdown = page({ figures, words, all, byDomain, agreement });
  console.log(markdown);
  writeResults(root, 'kompress-lite', { figures, markdown });
}

function countSentences(documents: readonly LabelledDocument[]): number {
  return documents.reduce((sum, { sentences }) => sum + sentences.length, 0);
}

function figuresOf({ name, judged }: Row): object {
  return { name, ...measure(judged), intervals: intervalsOf(judged) };
}

function table(rows: readonly Row[]): string {
  return markdownTable(
    ['system', ...columns.map(([heading]) => heading), 'words kept'],
    rows.map(({ name, judged }) => {
      const [metrics, intervals] = [measure(judged), intervalsOf(judged)];
      return [name, ...columns.map(([, key]) => withInterval(metrics, intervals, key)), percent(metrics.keeps)];
    }),
  );
}

function withInterval(metrics: Metrics, intervals: Intervals, key: keyof Metrics): string {
  return `${percent(metrics[key])} (${intervals[key].map(percent).join('–')})`;
}

interface PageFigures {
  readonly figures: {
    readonly documents: { readonly training: number; readonly test: number };
    readonly sentences: { readonly training: number; readonly test: number };
    readonly critical: readonly { readonly name: string; readonly shares: readonly CriticalShare[] }[];
    readonly gaps: readonly (Intervals & { readonly name: string })[];
  };
  readonly words: readonly Row[];
  readonly all: readonly Row[];
  readonly byDomain: readonly Row[];
  readonly agreement: Judged;
}

function page({ figures: { documents, sentences, gaps, critical }, words, all, byDomain, agreement }: PageFigures): string {
  return [
    '# The model kompress-lite on held-out labels',
    '',
    `Written by \`node models/kompress-lite/evaluate/main.ts\` from the weights that ship: ${sentences.test} sentences of ${documents.test} documents that nothing was trained on (two widths of the network were compared on them);`,
    `${sentences.training} sentences of ${documents.training} other documents were learnt from. In percent, over words without signs; in brackets the middle 95 % when the test documents are drawn again.`,
    '"Drop" is the class of words that a label leaves out.',
    '',
    table(words),
    '',
    'With signs (commas, brackets and the like), which a label seldom drops:',
    '',
    table(all),
    '',
    'kompress-lite by domain, without signs:',
    '',
    table(byDomain).replace('| system', '| domain'),
    '',
    'By how much kompress-lite is ahead on the same documents, in points (middle 95 %):',
    '',
    markdownTable(
      ['of', 'AUC', 'drop F1'],
      gaps.map(({ name, auc, dropF1 }) => [name, auc.map(percent).join(' to '), dropF1.map(percent).join(' to ')]),
    ),
    '',
    'What systems keep, without the rules of the package, of words whose loss changes what a text says:',
    '',
    markdownTable(
      ['system', ...critical[0]!.shares.map(({ kind, count }) => `${kind} (${count})`)],
      critical.map(({ name, shares }) => [name, ...shares.map(({ kept }) => percent(kept))]),
    ),
    '',
    `A second rater, who had not seen the first labels, against the first on ${agreement.scores.length} sentences (yes or no without degrees, so that the AUC does not compare):`,
    '',
    table([{ name: 'second rater', judged: agreement }]),
    '',
  ].join('\n');
}
