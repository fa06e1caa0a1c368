// Scores the code compressor on sources that are installed here (nothing of them is committed): node --import ./test/support/resolve-source.mjs test/code/main.ts [--verbose]
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { codeCompressor } from '@headroom/code';
import { measure, missingDeclarations, scoreProbes } from './measure.ts';
import { assemblePayloads } from './payloads.ts';
import { probes } from './probes.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { values } = parseArgs({ options: { verbose: { type: 'boolean', default: false } } });
const { payloads, missing } = assemblePayloads(root);
if (missing.length > 0) console.log(`Not installed here, so left out: ${missing.join(', ')}`);

const compressor = codeCompressor();
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
let [before, after, lost] = [0, 0, 0];
for (const payload of payloads) {
  const result = await measure(compressor, payload, '');
  const gone = missingDeclarations(result);
  before += result.tokensBefore;
  after += result.tokensAfter;
  lost += gone.length;
  if (values.verbose) {
    console.log(`${payload.name}: ${result.tokensBefore} -> ${result.tokensAfter} (${percent(result.tokensAfter / result.tokensBefore)}), ${result.milliseconds.toFixed(0)} ms`);
    for (const line of gone) console.log(`  not in view: ${line}`);
  }
}
console.log(`without a question: ${percent(after / before)} of the tokens, ${lost} declarations not in view`);
const score = await scoreProbes(compressor, payloads, probes);
for (const line of score.missing) console.log(`not in view: ${line}`);
for (const line of score.unusable) console.log(`not answered by the source: ${line}`);
console.log(`with the question (${score.needed} facts): ${percent(score.inView)} in view at ${percent(score.kept)} of the tokens; BM25 over lines at the same size ${percent(score.bm25InView)}`);
