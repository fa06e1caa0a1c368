// What stands of answers when nobody knows the question, and what tokens leaving out words saves: node models/kompress-lite/retention/main.ts
// Writes docs/results/kompress-retention.json and .md. Needs the development corpus beside the repository, a build and onnxruntime-node.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTokenCounter } from '../../../packages/core/src/tokens/load-token-counter.ts';
import { markdownTable, percent } from '../../../test/figures/markdown-table.ts';
import { writeResults } from '../../../test/figures/write-results.ts';
import { countWords, findQuestions, normalise, readQuestions, type QuestionCase } from '../../../test/question-answering/cases.ts';
import { withBm25 } from '../../../test/question-answering/measure.ts';
import { readLabels } from '../arrays/read-labels.ts';
import { centralSentences, countRarity, leaveOutWords, rarestWords, truncate, withoutFunctionWords } from './shorten.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const shares = [0.7, 0.5, 0.33, 0.2];

const folder = findQuestions(root);
if (folder === undefined) console.log('The development corpus is absent (no ../shared beside the repository): nothing to score.');
else await main(folder);

async function main(found: string): Promise<void> {
  const cases = readQuestions(found).filter(
    ({ paragraph }) => (paragraph.match(/\b(?:the|of|and)\b/g) ?? []).length > countWords(paragraph) / 20,
  );
  const retention = await measureRetention(cases);
  const savings = await measureSavings(cases);
  const retentionTable = markdownTable(
    ['answers that stand whole / best share of their words (words kept)', ...shares.map(String)],
    retention.map(({ name, cells }) => [
      name,
      ...cells.map((cell) => `${percent(cell.whole)} / ${percent(cell.part)} (${percent(cell.kept)})`),
    ]),
  );
  const savingsTable = markdownTable(
    ['tokens saved', ...savings.map(({ domain }) => domain)],
    savings[0]!.rows.map(({ name }, row) => [name, ...savings.map(({ rows }) => percent(rows[row]!.saved))]),
  );
  const markdown = [
    '# What stays when words are left out',
    '',
    `Written by \`node models/kompress-lite/retention/main.ts\`: ${cases.length} questions over single paragraphs (XQuAD in English), in percent. Only BM25 knows the question. Words under a rule`,
    '(negations, numbers, names) stay outside the share, so that more words stay than it says.',
    '',
    retentionTable,
    '',
    'Tokens (o200k_base) that leaving out words at the default threshold saves, the statement of what was left out included, on the held-out documents of each domain of the labels and on the paragraphs',
    'above:',
    '',
    savingsTable,
    '',
  ].join('\n');
  console.log(markdown);
  writeResults(root, 'kompress-retention', { figures: { retention, savings }, markdown });
}

interface Cell {
  readonly share: number;
  readonly whole: number;
  readonly part: number;
  readonly kept: number;
}

async function measureRetention(
  cases: readonly QuestionCase[],
): Promise<readonly { readonly name: string; readonly cells: readonly Cell[] }[]> {
  const rarity = countRarity([...new Set(cases.map(({ paragraph }) => paragraph))]);
  const [rarest, central] = [rarestWords(rarity), centralSentences(rarity)];
  const atRatio = (runtime: 'onnx' | 'fallback') => {
    const ways = new Map(shares.map((share) => [share, leaveOutWords({ targetRatio: share, runtime })]));
    return ({ paragraph }: QuestionCase, share: number): Promise<string> => ways.get(share)!(paragraph, countWords);
  };
  const ways: readonly (readonly [name: string, shorten: (one: QuestionCase, share: number) => Promise<string> | string])[] = [
    ['truncate', ({ paragraph }, share) => truncate(paragraph, share)],
    ['rarest words (IDF)', ({ paragraph }, share) => rarest(paragraph, share)],
    ['central sentences (TF-IDF)', ({ paragraph }, share) => central(paragraph, share)],
    ['sentences by BM25 of the question', ({ paragraph, question }, share) => withBm25(paragraph, question, share)],
    ['kompress-lite', atRatio('onnx')],
    ['kompress-lite without onnxruntime-node', atRatio('fallback')],
  ];
  const rows = [];
  for (const [name, shorten] of ways) {
    const cells = [];
    for (const share of shares) cells.push(await measureCell(cases, share, shorten));
    rows.push({ name, cells });
  }
  return rows;
}

async function measureCell(
  cases: readonly QuestionCase[],
  share: number,
  shorten: (one: QuestionCase, share: number) => Promise<string> | string,
): Promise<Cell> {
  let [whole, part, kept, words] = [0, 0, 0, 0];
  for (const one of cases) {
    const short = await shorten(one, share);
    const [text, answer] = [normalise(short), normalise(one.answer)];
    if (text.includes(answer)) whole += 1;
    const standing = new Set(text.split(' '));
    const parts = answer.split(' ');
    part += parts.filter((word) => standing.has(word)).length / parts.length;
    kept += countWords(short);
    words += countWords(one.paragraph);
  }
  return { share, whole: whole / cases.length, part: part / cases.length, kept: kept / words };
}

interface Savings {
  readonly domain: string;
  readonly rows: readonly { readonly name: string; readonly saved: number }[];
}

async function measureSavings(cases: readonly QuestionCase[]): Promise<readonly Savings[]> {
  const counter = await loadTokenCounter('o200k_base');
  const count = (text: string): number => counter.count(text);
  const test = readLabels(join(root, 'models/kompress-lite/labels')).filter(({ fold }) => fold === 0);
  const domains = [...new Set(test.map(({ domain }) => domain))].map((domain) => ({
    domain,
    texts: test.filter((document) => document.domain === domain).map(({ text }) => text),
  }));
  domains.push({ domain: 'XQuAD', texts: [...new Set(cases.map(({ paragraph }) => paragraph))] });
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
