import { createHeadroom, type Headroom } from '@headroom/core';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { bm25 } from '../baselines/bm25.ts';
import { compactJson } from '../baselines/compact-json.ts';
import { headTail } from '../baselines/head-tail.ts';
import { toon } from '../baselines/toon.ts';
import { shapes, type GeneratedPayload, type Question } from '../payloads/shapes.ts';

/** Tokens that forms without loss keep of one shape of payload, and facts in view in forms of one size that drop something; all shares. */
export interface TokenRow {
  readonly shape: string;
  readonly tokens: number;
  readonly compact: number | undefined;
  readonly toon: number | undefined;
  readonly lossless: number;
  readonly reversible: number;
  readonly questions: number;
  readonly inView: Readonly<Record<'headroom' | 'bm25' | 'headTail', number>>;
}

/** Seeds of the payloads of one shape; the figures are sums over them. */
const seeds = [11, 12, 13];

interface Sums {
  tokens: number;
  compact: number | undefined;
  toon: number | undefined;
  lossless: number;
  reversible: number;
  asked: number;
  reversibleAsked: number;
  headroom: number;
  bm25: number;
  headTail: number;
}

/** Measures every shape. A fact is in view where all its strings stand in the text, letter by letter. */
export async function measureTokens(): Promise<TokenRow[]> {
  const lossless = createHeadroom({ mode: 'lossless' });
  const reversible = createHeadroom({ mode: 'reversible' });
  try {
    const rows: TokenRow[] = [];
    for (const [shape, generate] of Object.entries(shapes)) {
      const sums: Sums = {
        tokens: 0,
        compact: 0,
        toon: 0,
        lossless: 0,
        reversible: 0,
        asked: 0,
        reversibleAsked: 0,
        headroom: 0,
        bm25: 0,
        headTail: 0,
      };
      for (const seed of seeds) await addPayload(sums, generate(seed), { lossless, reversible });
      rows.push(row(shape, sums));
    }
    return rows;
  } finally {
    await lossless.close();
    await reversible.close();
  }
}

async function addPayload(
  sums: Sums,
  { text, questions }: GeneratedPayload,
  engines: Record<'lossless' | 'reversible', Headroom>,
): Promise<void> {
  const before = countTokens(text);
  const add = (sum: number | undefined, form: string | undefined): number | undefined =>
    sum === undefined || form === undefined ? undefined : sum + countTokens(form);
  sums.tokens += before;
  sums.compact = add(sums.compact, compactJson(text));
  sums.toon = add(sums.toon, toon(text));
  sums.lossless += countTokens((await engines.lossless.compressText(text)).text);
  for (const { question, facts } of questions) {
    const ours = (await engines.reversible.compressText(text, { question })).text;
    const share = Math.min(1, ours.length / text.length);
    sums.asked += 1;
    sums.reversible += countTokens(ours);
    sums.reversibleAsked += before;
    sums.headroom += inView(ours, facts);
    sums.bm25 += inView(bm25(text, question, share), facts);
    sums.headTail += inView(headTail(text, share), facts);
  }
}

function inView(text: string, facts: Question['facts']): number {
  return facts.every((fact) => text.includes(fact)) ? 1 : 0;
}

function row(shape: string, sums: Sums): TokenRow {
  const kept = (tokens: number | undefined): number | undefined => (tokens === undefined ? undefined : tokens / sums.tokens);
  return {
    shape,
    tokens: sums.tokens,
    compact: kept(sums.compact),
    toon: kept(sums.toon),
    lossless: sums.lossless / sums.tokens,
    reversible: sums.reversible / sums.reversibleAsked,
    questions: sums.asked,
    inView: { headroom: sums.headroom / sums.asked, bm25: sums.bm25 / sums.asked, headTail: sums.headTail / sums.asked },
  };
}
