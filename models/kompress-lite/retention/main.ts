// What stands of answers when nobody knows the question, and what tokens leaving out words saves: node models/kompress-lite/retention/main.ts
// Writes docs/results/kompress-retention.json and .md. Needs the development corpus beside the repository, a build and onnxruntime-node.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTokenCounter } from '../../../packages/core/src/tokens/load-token-counter.ts';
import { markdownTable, percent } from '../../../test/figures/markdown-table.ts';
import { writeResults } from '../../../test/figures/write-results.ts';
import { countWords, findQuestions, normalise, readQuestions, type QuestionCase } from '../../../test/question-answering/cases.ts';
import { withBm25, withProseCompressor } from '../../../test/question-answering/measure.ts';
import { readLabels } from '../arrays/read-labels.ts';
import { openOnnxModel } from '../evaluate/shipped-model.ts';
import {
  centralSentences,
  chooseByQuestion,
  countRarity,
  leaveOutWords,
  mostNeededWords,
  rarestWords,
  truncate,
  withoutFunctionWords,
  type Shorten,
  type ShortenFor,
} from './shorten.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const shares = [0.7, 0.5, 0.33, 0.2];

const folder = findQuestions(root);
if (folder === undefined) console.log('The development corpus is absent (no ../shared beside the repository): nothing to score.');
else await main(folder);

async function main(found: string): Promise<void> {
  const english = ({ paragraph }: QuestionCase): boolean =>
    (paragraph.match(/\b(?:the|of|and)\b/g) ?? []).length > countWords(paragraph) / 20;
  const single = readQuestions(found)
    .filter(english)
    .map(({ paragraph, question, answer }) => ({ text: paragraph, question, answer }));
  const joined = [0, 1, 2, 3, 4].flatMap((variant) => readQuestions(found, variant).filter(english));
  const retention = {
    single: await measureWays(single, await waysOfWords(single)),
    joined: await measureWays(joined, waysByQuestion()),
  };
  const savings = await measureSavings([
    ...new Set(
      readQuestions(found)
        .filter(english)
        .map(({ text }) => text),
    ),
  ]);
  const savingsTable = markdownTable(
    ['tokens saved', ...savings.map(({ domain }) => domain)],
    savings[0]!.rows.map(({ name }, row) => [name, ...savings.map(({ rows }) => percent(rows[row]!.saved))]),
  );
  const markdown = [
    '# What stays when words are left out',
    '',
    'Written by `node models/kompress-lite/retention/main.ts`, in percent: answers that stand whole, the share of the words of answers that stand, and in brackets the words kept, for budgets of 0.7 to',
    '0.2 of the words (XQuAD in English).',
    '',
    `${single.length} questions over single paragraphs by ways that do not know the question. With rules (negations, numbers, names and the like stay) more words stay than the share says.`,
    '',
    retentionTable(retention.single),
    '',
    `${joined.length} cases of five joined paragraphs, the answering one at each place, by ways that know the question (but truncation):`,
    '',
    retentionTable(retention.joined),
    '',
    'Tokens (o200k_base) that leaving out words saves at the default threshold, rules and the statement of what was left out included, on the held-out documents of each domain of the labels and on five',
    'joined paragraphs of XQuAD. The list of function words has no rules and breaks sentences.',
    '',
    savingsTable,
    '',
  ].join('\n');
  console.log(markdown);
  writeResults(root, 'kompress-retention', { figures: { retention, savings }, markdown });
}

interface Case {
  readonly text: string;
  readonly question: string;
  readonly answer: string;
}

interface Cell {
  readonly share: number;
  readonly whole: number;
  readonly part: number;
  readonly kept: number;
}

interface Row {
  readonly name: string;
  readonly cells: readonly Cell[];
}

type Ways = readonly (readonly [name: string, shorten: ShortenFor])[];

function retentionTable(rows: readonly Row[]): string {
  return markdownTable(
    ['budget', ...shares.map(String)],
    rows.map(({ name, cells }) => [
      name,
      ...cells.map(({ whole, part, kept }) => `${percent(whole)} / ${percent(part)} (${percent(kept)})`),
    ]),
  );
}

async function waysOfWords(cases: readonly Case[]): Promise<Ways> {
  const rarity = countRarity([...new Set(cases.map(({ text }) => text))]);
  const blind =
    (shorten: Shorten): ShortenFor =>
    (text, _question, share) =>
      shorten(text, share);
  const withRules = (runtime: 'onnx' | 'fallback'): ShortenFor => {
    const ways = new Map(shares.map((share) => [share, leaveOutWords({ targetRatio: share, runtime })]));
    return (text, _question, share) => ways.get(share)!(text, countWords);
  };
  return [
    ['truncate', blind(truncate)],
    ['central sentences (TF-IDF)', blind(centralSentences(rarity))],
    ['rarest words (IDF)', blind(rarestWords(rarity))],
    ['kompress-lite, words alone', blind(mostNeededWords(await openOnnxModel()))],
    ['kompress-lite with rules', withRules('onnx')],
    ['fallback with rules', withRules('fallback')],
  ];
}

function waysByQuestion(): Ways {
  return [
    ['truncate', (text, _question, share) => truncate(text, share)],
    ['sentences by BM25', withBm25],
    ['sentences by core', withProseCompressor],
    ['kompress-lite: sentences, then words', chooseByQuestion({ runtime: 'onnx' })],
    ['fallback: sentences, then words', chooseByQuestion({ runtime: 'fallback' })],
  ];
}

async function measureWays(cases: readonly Case[], ways: Ways): Promise<readonly Row[]> {
  const rows = [];
  for (const [name, shorten] of ways) {
    const cells = [];
    for (const share of shares) cells.push(await measureCell(cases, share, shorten));
    rows.push({ name, cells });
  }
  return rows;
}

async function measureCell(cases: readonly Case[], share: number, shorten: ShortenFor): Promise<Cell> {
  let [whole, part, kept, words] = [0, 0, 0, 0];
  for (const { text, question, answer } of cases) {
    const short = await shorten(text, question, share);
    const [standing, wanted] = [normalise(short), normalise(answer)];
    if (standing.includes(wanted)) whole += 1;
    const forms = new Set(standing.split(' '));
    const parts = wanted.split(' ');
    part += parts.filter((form) => forms.has(form)).length / parts.length;
    kept += countWords(short);
    words += countWords(text);
  }
  return { share, whole: whole / cases.length, part: part / cases.length, kept: kept / words };
}

interface Savings {
  readonly domain: string;
  readonly rows: readonly { readonly name: string; readonly saved: number }[];
}

async function measureSavings(joined: readonly string[]): Promise<readonly Savings[]> {
  const counter = await loadTokenCounter('o200k_base');
  const count = (text: string): number => counter.count(text);
  const test = readLabels(join(root, 'models/kompress-lite/labels')).filter(({ fold }) => fold === 0);
  const domains = [...new Set(test.map(({ domain }) => domain))].map((domain) => ({
    domain,
    texts: test.filter((document) => document.domain === domain).map(({ text }) => text),
  }));
  domains.push({ domain: 'XQuAD', texts: [...joined] });
  const [lite, fallback] = [leaveOutWords({ runtime: 'onnx' }), leaveOutWords({ runtime: 'fallback' })];
  const ways: readonly (readonly [name: string, shorten: (text: string) => Promise<string> | string])[] = [
    ['list of function words', withoutFunctionWords],
    ['kompress-lite', (text) => lite(text, count)],
    ['kompress-lite without onnxruntime-node', (text) => fallback(text, count)],
  ];
  const found = [];
  for (const { domain, texts } of domains) {
    const before = texts.reduce((sum, text) => sum + count(text), 0);
    const rows = [];
    for (const [name, shorten] of ways) {
      let after = 0;
      for (const text of texts) after += count(await shorten(text));
      rows.push({ name, saved: 1 - after / before });
    }
    found.push({ domain, rows });
  }
  return found;
}
