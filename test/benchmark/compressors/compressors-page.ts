import { markdownTable } from '../../figures/markdown-table.ts';
import type { CompressorSpeed } from './measure-compressors.ts';

/** The page about each compressor alone. */
export function compressorsPage({ rows, detection }: CompressorSpeed, machine: string): string {
  return [
    '# Speed of each compressor',
    '',
    `Written by \`npm run bench\` on ${machine}. Texts of the development corpus from 4,000 characters on, by the kind that detection tells: millions of characters for each second of`,
    'processor time (all threads, the least of each text in rounds over all texts of its kind, after three seconds of the same: a process that has just begun is slower), the exact counting of tokens included. The plain loop does nothing but read each character of the same texts in the',
    'same minutes, so that speeds of different machines and hours can be set against each other; what shares the cores slows it as well. Growth is how many times as long a text of 2, 4 and 8 million characters takes as half of it.',
    '',
    markdownTable(
      ['compressor', 'kind', 'texts', 'million characters', 'with a question', 'without', 'plain loop', 'growth to 2', 'to 4', 'to 8'],
      rows.map(({ compressor, kind, texts, megabytes, withQuestion, withoutQuestion, plainLoop, growth }) => [
        compressor,
        kind,
        String(texts),
        megabytes.toFixed(2),
        withQuestion.toFixed(1),
        withoutQuestion.toFixed(1),
        plainLoop.toFixed(0),
        ...growth.map((times) => times.toFixed(2)),
      ]),
    ),
    '',
    '## Detection of the kind',
    '',
    'Milliseconds of processor time. Of a text of any length some 14,000 characters are looked at closely, which is nearly all of the time of the texts of the corpus (the median and the slowest of each kind); only marks of',
    'fences, and the end of JSON after a text, are looked for in all of it: the last columns are for each 100,000 characters of longer texts.',
    '',
    markdownTable(
      ['kind', 'texts', 'median text', 'slowest text', 'per 100,000 of 100,000', 'of a million', 'of 8 million'],
      detection.map(({ kind, texts, median, slowest, grown }) => [
        kind,
        String(texts),
        median.toFixed(2),
        slowest.toFixed(2),
        ...grown.map((time) => time.toFixed(2)),
      ]),
    ),
    '',
  ].join('\n');
}
