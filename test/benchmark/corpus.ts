import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHeadroom } from '@headroom/core';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { compactJson } from '../baselines/compact-json.ts';
import { toon } from '../baselines/toon.ts';

/** Forms without loss of all JSON payloads of one kind of the development corpus. */
export interface CorpusRow {
  readonly kind: string;
  readonly payloads: number;
  readonly tokens: number;
  readonly compact: number;
  readonly toon: number;
  readonly lossless: number;
  /** How many payloads take more tokens than as compact JSON or as TOON: must be none. */
  readonly largerThanCompact: number;
  readonly largerThanToon: number;
}

/** The limit of the corpus's own scorer, in characters: larger payloads take TOON and the tokenizer minutes. */
const largest = 1_000_000;

interface Sums {
  payloads: number;
  tokens: number;
  compact: number;
  toon: number;
  lossless: number;
  largerThanCompact: number;
  largerThanToon: number;
}

/** Measures the JSON payloads of the corpus that are not too small to be touched, and tells of each that a plain form beats; undefined where there is no corpus beside the repository. */
export async function measureCorpus(
  root: string,
  onLarger: (path: string, tokens: Readonly<Record<string, number>>) => void,
): Promise<CorpusRow[] | undefined> {
  const payloads = join(root, '../shared/corpus/payloads');
  if (!existsSync(join(payloads, 'manifest.json'))) return undefined;
  const manifest = JSON.parse(readFileSync(join(payloads, 'manifest.json'), 'utf8')) as { path: string; kind: string }[];
  const kinds = new Map<string, Sums>();
  const headroom = createHeadroom({ mode: 'lossless' });
  try {
    for (const { path, kind } of manifest) {
      const text = readFileSync(join(payloads, path), 'utf8');
      const [compact, inToon] = text.length > largest ? [] : [compactJson(text), toon(text)];
      if (compact === undefined || inToon === undefined) continue;
      const result = await headroom.compressText(text);
      if (result.reason === 'too-small') continue;
      const tokens = { before: count(text), compact: count(compact), toon: count(inToon), lossless: count(result.text) };
      const sums = kinds.get(kind) ?? { payloads: 0, tokens: 0, compact: 0, toon: 0, lossless: 0, largerThanCompact: 0, largerThanToon: 0 };
      kinds.set(kind, sums);
      addPayload(sums, tokens);
      if (tokens.lossless > Math.min(tokens.compact, tokens.toon))
        onLarger(`${path} (${result.compressor ?? result.reason ?? ''})`, tokens);
    }
  } finally {
    await headroom.close();
  }
  return [...kinds].map(([kind, sums]) => ({ kind, ...sums, ...shares(sums) })).sort((a, b) => b.tokens - a.tokens);
}

const count = (text: string): number => countTokens(text, { allowedSpecial: 'all' });

function addPayload(
  sums: Sums,
  { before, compact, toon: inToon, lossless }: Record<'before' | 'compact' | 'toon' | 'lossless', number>,
): void {
  sums.payloads += 1;
  sums.tokens += before;
  sums.compact += compact;
  sums.toon += inToon;
  sums.lossless += lossless;
  // A payload that passes as it came is compared as it came: spaces that stayed count against us.
  if (lossless > compact) sums.largerThanCompact += 1;
  if (lossless > inToon) sums.largerThanToon += 1;
}

function shares({ tokens, compact, toon: inToon, lossless }: Sums): Pick<CorpusRow, 'compact' | 'toon' | 'lossless'> {
  return { compact: compact / tokens, toon: inToon / tokens, lossless: lossless / tokens };
}
