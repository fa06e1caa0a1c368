// Scores the code compressor on sources that are installed here (nothing of them is committed): node --import ./test/support/resolve-source.mjs test/code/main.ts [--verbose]
// With --folder DIR (more than one may be given) it also compresses the sources below, and says whether any threw, took long or was told of untruly.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { codeCompressor } from '@headroom/code';
import { markdownTable, percent as share } from '../figures/markdown-table.ts';
import { writeResults } from '../figures/write-results.ts';
import { measure, missingDeclarations, scoreProbes, type Score } from './measure.ts';
import { outlineShares } from './outline-shares.ts';
import { assemblePayloads, type CodePayload, type Part } from './payloads.ts';
import type { CodeProbe } from './probe.ts';
import { probes } from './probes.ts';
import { fourthProbes } from './fourth-probes.ts';
import { secondProbes } from './second-probes.ts';
import { thirdProbes } from './third-probes.ts';
import { fifthProbes } from './fifth-probes.ts';
import { measureSpeed } from './speed.ts';
import { findSources, runOverFiles } from './robustness.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { values } = parseArgs({
  options: {
    verbose: { type: 'boolean', default: false },
    folder: { type: 'string', multiple: true },
    most: { type: 'string', default: '1000' },
  },
});
const { payloads, missing } = assemblePayloads(root);
if (missing.length > 0) console.log(`Not installed here, so left out: ${missing.join(', ')}`);

const compressor = codeCompressor();
const speed = await measureSpeed(compressor, payloads);
const outline = await outlineShares(payloads);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
let [before, after, lost] = [0, 0, 0];
for (const payload of payloads) {
  const result = await measure(compressor, payload, '');
  const gone = missingDeclarations(result);
  before += result.tokensBefore;
  after += result.tokensAfter;
  lost += gone.length;
  if (values.verbose) {
    console.log(
      `${payload.name}: ${result.tokensBefore} -> ${result.tokensAfter} (${percent(result.tokensAfter / result.tokensBefore)}), ${result.milliseconds.toFixed(0)} ms`,
    );
    for (const line of gone) console.log(`  not in view: ${line}`);
  }
}
console.log(`without a question: ${percent(after / before)} of the tokens, ${lost} declarations not in view`);
const asked = [
  { set: 'first', name: 'with the question', payloads, ...(await scoreProbes(compressor, payloads, probes)) },
  { set: 'second', name: 'with the question, second set', ...(await scoreSet('second', secondProbes)) },
  { set: 'third', name: 'with the question, third set', ...(await scoreSet('third', thirdProbes)) },
  { set: 'fourth', name: 'with the question, fourth set', ...(await scoreSet('fourth', fourthProbes)) },
  { set: 'fifth', name: 'with the question, fifth set, held out', ...(await scoreSet('fifth', fifthProbes)) },
];
const heldOutSets = new Set(['fifth']);
for (const { set, name, needed, inView, kept, bm25InView, missing: unseen, unusable } of asked) {
  // The misses of a held-out set stay unknown.
  for (const line of heldOutSets.has(set) ? [] : unseen) console.log(`not in view: ${line}`);
  if (set === 'fifth' && unusable.length > 0) console.log(`not answered by the source: ${unusable.length} of the fifth set`);
  for (const line of set === 'fifth' ? [] : unusable) console.log(`not answered by the source: ${line}`);
  console.log(
    `${name} (${needed} facts): ${percent(inView)} in view at ${percent(kept)} of the tokens; BM25 over lines at the same size ${percent(bm25InView)}`,
  );
}
async function scoreSet(part: Part, list: readonly CodeProbe[]): Promise<Score & { readonly payloads: readonly CodePayload[] }> {
  const { payloads: found, missing: absent } = assemblePayloads(root, part);
  if (absent.length > 0) console.log(`Not installed here, so left out: ${absent.join(', ')}`);
  return { ...(await scoreProbes(compressor, found, list)), payloads: found };
}

const perSecond = (milliseconds: number): string => (speed.bytes / 1000 / milliseconds).toFixed(1);
const speedTable = markdownTable(
  ['speed', 'ms', 'MB/s'],
  [
    ['the first grammar, with the parser, in a fresh process', speed.firstGrammar.toFixed(0), ''],
    ['the slowest of the other grammars', speed.slowestGrammar.toFixed(0), ''],
    ['the dearest of the other grammars, processor time', speed.dearestGrammar.toFixed(0), ''],
    [`parsing a file of ${speed.lines} lines once, nothing else, processor time`, speed.parsed.toFixed(0), perSecond(speed.parsed)],
    [`a file of ${speed.lines} lines with a question, tokens counted, processor time`, speed.asked.toFixed(0), perSecond(speed.asked)],
    ['the same without a question', speed.unasked.toFixed(0), perSecond(speed.unasked)],
  ],
);
console.log(speedTable);
writeResults(root, 'code', {
  figures: {
    payloads: payloads.length,
    notInstalled: missing,
    unasked: after / before,
    declarationsLost: lost,
    outline,
    speed,
    asked: asked.map(({ set, payloads: { length }, needed, inView, kept, bm25InView }) => ({
      set,
      payloads: length,
      needed,
      inView,
      kept,
      bm25InView,
    })),
  },
  markdown: `# Code\n\n${markdownTable(
    ['on installed sources', 'in view, %', 'tokens kept, %', 'BM25 over lines at the same size, in view, %'],
    [
      ...asked.map(({ name, needed, payloads: { length }, inView, kept, bm25InView }) => [
        `${name} (${needed} facts, ${length} payloads)`,
        share(inView),
        share(kept),
        share(bm25InView),
      ]),
      [`without a question (${lost} heads of declarations not in view)`, '', share(after / before), ''],
      ['outline alone, in place', '', share(outline.inPlace), ''],
      ['outline alone, folded as with a question', '', share(outline.folded), ''],
    ],
  )}\n\n${speedTable}\n`,
});

if (values.folder !== undefined) {
  const paths = findSources(values.folder, Number(values.most));
  const rows = [...(await runOverFiles(compressor, paths))].sort(([a], [b]) => (a < b ? -1 : 1));
  const table = markdownTable(
    ['files', 'how many', 'accepted, %', 'cut', 'threw', 'told untruly', 'parse worse than before', 'slowest, ms'],
    rows.map(([ending, row]) => [
      ending,
      String(row.files),
      share(row.accepted / row.files),
      ...[row.cut, row.threw, row.untrue, row.broken].map(String),
      row.slowestMs.toFixed(0),
    ]),
  );
  console.log(table);
  writeResults(root, 'code-files', { figures: Object.fromEntries(rows), markdown: `# Code over many files\n\n${table}\n` });
}
