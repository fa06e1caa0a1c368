import { markdownTable, percent } from '../figures/markdown-table.ts';
import type { AdapterRow } from './adapters.ts';
import type { Conversation } from './conversation.ts';
import type { CorpusRow } from './corpus.ts';
import type { EventLoopDelay } from './event-loop.ts';
import type { Speed } from './speed.ts';
import { spelled } from './statistics.ts';
import type { TokenRow } from './tokens.ts';

const thousands = (value: number): string => String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** The page about speed on generated search results. */
export function speedPage({ firstCallMs, sizes, growth }: Speed, machine: string): string {
  const rows = sizes.map((size) => [
    `${thousands(size.rows)} rows`,
    thousands(size.characters),
    thousands(size.tokensBefore),
    percent(size.tokensKept),
    spelled(size.nativeMs),
    spelled(size.headroomMs),
    spelled(size.ratio),
    spelled(size.processorRatio),
  ]);
  return [
    '# Speed on search results',
    '',
    'Written by `npm run bench`. Generated search results of nine fields, new text in every round: detected, compressed, stored and counted before and',
    'after by the library, against `JSON.parse` and `JSON.stringify` of the same text in the same round. Medians, with quartiles in brackets, of',
    `${growth.rounds} interleaved rounds on ${machine}. Times vary with the machine; the ratios are what compares, on a busy one that of processor time (all threads).`,
    '',
    markdownTable(
      ['payload', 'characters', 'tokens', 'tokens kept, %', 'parse + stringify, ms', 'Headroom, ms', 'ratio', 'ratio of processor time'],
      rows,
    ),
    '',
    `The largest takes ${spelled(growth, 2)} times as long as the smallest. The very first call of a process, which loads the tokenizer, took ${firstCallMs.toFixed(0)} ms.`,
    '',
  ].join('\n');
}

/** The page about a growing conversation and about other work in the process. */
export function latencyPage(
  { conversation, eventLoop }: { conversation: Conversation; eventLoop: readonly EventLoopDelay[] },
  machine: string,
): string {
  const { turns, rowsPerTurn, earlyMs, lateMs, lateOverEarly, aloneMs, prefix } = conversation;
  const rows = eventLoop.map(({ payload, wallMs, ownMs, worstOwnMs, idleMs }) => [
    payload,
    spelled(ownMs),
    worstOwnMs.toFixed(1),
    spelled(wallMs),
    idleMs.toFixed(1),
  ]);
  return [
    '# Latency in a running application',
    '',
    `Written by \`npm run bench\` on ${machine}.`,
    '',
    `A conversation of ${turns} turns, each with a new result of ${rowsPerTurn} rows, compressed whole on every turn: a turn takes ${spelled(earlyMs)} ms at its beginning and`,
    `${spelled(lateMs)} ms at its end (${lateOverEarly.toFixed(2)} times as long); one such result alone takes ${spelled(aloneMs)} ms. The prefix of the prompt was`,
    `${prefix === 'kept' ? 'kept on every turn' : 'BROKEN on some turn'}.`,
    '',
    'The longest that other work of the event loop waits while one payload is compressed: by processor time of the main thread, which is what Headroom causes, and by',
    'the clock on the wall, beside what an idle loop sees over the same time (the noise of the machine):',
    '',
    markdownTable(['payload', 'longest wait, own ms', 'worst round, own ms', 'longest wait, wall ms', 'idle loop, worst, wall ms'], rows),
    '',
  ].join('\n');
}

/** The page about what the adapters add to a call. */
export function adaptersPage(rows: readonly AdapterRow[], machine: string): string {
  const { messages, characters } = rows[0]!;
  return [
    '# What an adapter adds to a call whose history is known',
    '',
    `Written by \`npm run bench\` on ${machine}. A history of ${messages} messages, ${thousands(characters)} characters of tool results among them, seen before: processor time of one`,
    'call, all threads, garbage collection included, median and quartiles. Results that are values have to be spelled as JSON to be recognized, on every call; how long `JSON.stringify` of them takes alone stands beside.',
    '',
    markdownTable(
      ['adapter', 'results', 'ms for a call', 'of which JSON.stringify, ms'],
      rows.map(({ adapter, results, ms, stringifyMs }) => [
        adapter,
        results,
        spelled(ms, 2),
        results === 'values' ? spelled(stringifyMs, 2) : '',
      ]),
    ),
    '',
  ].join('\n');
}

/** The page about tokens on generated payloads. */
export function tokensPage(rows: readonly TokenRow[]): string {
  return [
    '# Tokens and facts on generated payloads',
    '',
    'Written by `npm run bench`. Three seeded payloads of each shape, o200k tokens counted by gpt-tokenizer, markers included. Kept is a share of the',
    'tokens of the text as the tool gave it, in percent: without loss as compact JSON, as TOON 4.4.0 and by Headroom; with rows left out, by Headroom with the question.',
    'In view is the share of questions whose facts all stand in the text letter by letter, for three forms of the same number of characters.',
    '',
    markdownTable(
      [
        'shape (tokens)',
        'compact JSON',
        'TOON',
        'Headroom, lossless',
        'Headroom, reversible',
        'in view: Headroom',
        'BM25',
        'head + tail',
        'questions',
      ],
      rows.map((row) => [
        `${row.shape} (${thousands(row.tokens)})`,
        ...[row.compact, row.toon, row.lossless, row.reversible, row.inView.headroom, row.inView.bm25, row.inView.headTail].map(percent),
        String(row.questions),
      ]),
    ),
    '',
  ].join('\n');
}

/** The page about the JSON payloads of the development corpus. */
export function corpusPage(rows: readonly CorpusRow[]): string {
  return [
    '# Lossless forms of the JSON payloads of the development corpus',
    '',
    'Written by `npm run bench`. Sums of o200k tokens over all JSON payloads of a kind, from 200 tokens to 1 MB, as a share of the text as it came, in percent; the last two',
    'columns count the payloads that take more tokens than as compact JSON or as TOON 4.4.0.',
    '',
    markdownTable(
      ['kind (payloads)', 'tokens', 'compact JSON', 'TOON', 'Headroom', 'larger than compact', 'larger than TOON'],
      rows.map((row) => [
        `${row.kind} (${row.payloads})`,
        thousands(row.tokens),
        ...[row.compact, row.toon, row.lossless].map(percent),
        String(row.largerThanCompact),
        String(row.largerThanToon),
      ]),
    ),
    '',
  ].join('\n');
}
