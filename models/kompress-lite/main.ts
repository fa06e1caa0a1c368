// Makes kompress-lite anew: node models/kompress-lite/main.ts FOLDER [--from STEP]
// Collects text, learns words, learns the labels, writes the weights and measures them. Needs Debian 12 (apt-get, dpkg-deb, python3-torch, python3-onnx), npm, a build and 2 GB in FOLDER,
// where everything lies that is not committed. About two hours on one core.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countVocabulary } from './arrays/count-words.ts';
import { writeLabelArrays } from './arrays/label-arrays.ts';
import { readLabels } from './arrays/read-labels.ts';
import { writeTextArrays } from './arrays/text-arrays.ts';
import { collect } from './collect/collect.ts';
import { compareWithTorch } from './evaluate/parity.ts';
import { openVocabulary, weightsFolder } from './evaluate/shipped-model.ts';
import { spellVocabulary } from '../../packages/kompress/src/features/vocabulary.ts';
import { labelSoftly, readTexts, writeSoftArrays } from './train/soft-labels.ts';
import { trainFallback } from './train/train-fallback.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { from: { type: 'string', default: 'collect' } } });
if (positionals[0] === undefined) throw new Error('Say where to work: node models/kompress-lite/main.ts FOLDER');
const folder = resolve(positionals[0]);
const hidden = 128;
const embedding = 64;
/** States of the network that ships: a quarter less than it learns words with makes it a third faster, and is not worse at what the labels ask. */
const shippedHidden = 96;
const teachers = [0, 1];
const steps: readonly (readonly [name: string, run: () => Promise<void> | void])[] = [
  ['collect', () => collect(folder)],
  ['vocabulary', writeVocabulary],
  ['words', () => writeTextArrays(folder, readTexts(folder), openVocabulary())],
  ['pretrain', pretrain],
  ['labels', () => writeLabelArrays(folder, labelled(), openVocabulary())],
  ['teachers', () => teachers.forEach((seed) => finetune(`teacher-${seed}`, { from: 'pretrained-1', seed, kind: 'hard' }))],
  ['opinions', writeOpinions],
  ['wide', () => finetune('wide', { from: 'pretrained-2', seed: 0, kind: 'soft' })],
  ['student', narrow],
  ['ship', ship],
  ['evaluate', evaluate],
];

mkdirSync(folder, { recursive: true });
const first = steps.findIndex(([name]) => name === values.from);
if (first < 0) throw new Error(`Steps are ${steps.map(([name]) => name).join(', ')}.`);
for (const [name, run] of steps.slice(first)) {
  console.log(`\n── ${name}`);
  await run();
}

function labelled(): ReturnType<typeof readLabels> {
  return readLabels(join(here, 'labels'));
}

function writeVocabulary(): void {
  mkdirSync(weightsFolder, { recursive: true });
  writeFileSync(join(weightsFolder, 'vocabulary.txt'), spellVocabulary(countVocabulary(readTexts(folder))));
}

function pretrain(): void {
  python('pretrain.py', folder, '1', '3000', String(hidden), String(embedding));
  python('pretrain.py', folder, '2', '1800', String(hidden), String(embedding));
}

interface Learning {
  /** The checkpoint where learning begins. */
  readonly from: string;
  readonly seed: number;
  readonly kind: 'hard' | 'soft';
}

function finetune(name: string, { from, seed, kind }: Learning): void {
  python('finetune.py', folder, join(folder, `${from}.pt`), join(folder, `${name}.pt`), String(seed), kind);
  python('export.py', join(folder, `${name}.pt`), join(folder, `${name}.whole.onnx`));
  python('split.py', join(folder, `${name}.whole.onnx`), join(folder, `${name}.onnx`));
}

/** Takes states from the wide network and lets what is left learn again. */
function narrow(): void {
  python('narrow.py', join(folder, 'wide.pt'), join(folder, 'narrowed.pt'), String(shippedHidden));
  finetune('student', { from: 'narrowed', seed: 1, kind: 'soft' });
}

/** What the teachers say of texts: the student learns from it, and the fallback. */
async function writeOpinions(): Promise<void> {
  const soft = await labelSoftly(
    folder,
    teachers.map((seed) => join(folder, `teacher-${seed}.onnx`)),
  );
  console.log(`${soft.length} texts, ${soft.reduce((sum, { keep }) => sum + keep.length, 0)} words`);
  writeSoftArrays(folder, soft);
  trainFallback(
    labelled().filter(({ fold }) => fold !== 0),
    soft,
  );
}

async function ship(): Promise<void> {
  for (const part of ['onnx', 'table']) copyFileSync(join(folder, `student.${part}`), join(weightsFolder, `kompress-lite.${part}`));
  python('predict.py', folder, join(folder, 'student.pt'));
  await compareWithTorch(folder, labelled());
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
}

function evaluate(): void {
  for (const name of ['evaluate', 'retention']) execFileSync(process.execPath, [join(here, name, 'main.ts')], { stdio: 'inherit' });
}

/** Runs a script of `train/` on one thread: more threads are slower at these sizes. */
function python(script: string, ...parameters: readonly string[]): void {
  const env = { ...process.env, OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' };
  execFileSync('/usr/bin/python3', [join(here, 'train', script), ...parameters], { stdio: 'inherit', env });
}
