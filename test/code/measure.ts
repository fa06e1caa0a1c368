import { loadTokenCounter, type Candidate, type CompressContext, type Compressor } from '@headroom/core';
import { bm25 } from '../baselines/bm25.ts';
import type { CodePayload } from './payloads.ts';
import type { CodeProbe } from './probe.ts';

/** What a payload becomes. */
export interface Measured {
  readonly payload: CodePayload;
  readonly tokensBefore: number;
  readonly tokensAfter: number;
  readonly text: string;
  readonly milliseconds: number;
}

/** Shares of all, and what was not in view. */
export interface Score {
  readonly needed: number;
  readonly inView: number;
  readonly kept: number;
  readonly bm25InView: number;
  readonly missing: readonly string[];
  /** Probes whose answer does not stand in the source that is installed here. */
  readonly unusable: readonly string[];
}

/** Tokens that may be kept: the curve proposed for code. */
export const budgets = {
  asked: (tokens: number): number => Math.floor(Math.min(0.24 * tokens, 23 * tokens ** 0.5)),
  unasked: (tokens: number): number => Math.floor(1.3 * tokens ** 0.88),
};

const counter = await loadTokenCounter('o200k_base');

/** Compresses one payload as the router would ask for it. */
export async function measure(compressor: Compressor, payload: CodePayload, question: string): Promise<Measured> {
  const tokensBefore = counter.count(payload.text);
  const tokenBudget = question === '' ? budgets.unasked(tokensBefore) : Math.min(tokensBefore, budgets.asked(tokensBefore));
  const context: CompressContext = {
    fidelity: 'reversible',
    tokensBefore,
    tokenBudget,
    count: (text) => counter.count(text),
    handleTokens: 24,
  };
  const begin = performance.now();
  const candidate: Candidate | undefined = await compressor.compress(
    { text: payload.text, kind: 'code', toolInput: payload.input, question },
    context,
  );
  const milliseconds = performance.now() - begin;
  const text = candidate?.text ?? payload.text;
  return {
    payload,
    text,
    tokensBefore,
    tokensAfter: counter.count(text) + (candidate === undefined ? 0 : context.handleTokens),
    milliseconds,
  };
}

/** Scores all probes beside BM25 over lines at the same size. */
export async function scoreProbes(compressor: Compressor, payloads: readonly CodePayload[], probes: readonly CodeProbe[]): Promise<Score> {
  let [held, needed, byBm25, before, after] = [0, 0, 0, 0, 0];
  const missing: string[] = [];
  const unusable: string[] = [];
  for (const { payload: name, question, needs } of probes) {
    const payload = payloads.find((known) => known.name === name);
    if (payload === undefined) continue;
    const absent = needs.filter((need) => !payload.text.includes(need));
    // Another version of the package says it in other words.
    if (absent.length > 0) {
      unusable.push(`${name}: ${question}`);
      continue;
    }
    const result = await measure(compressor, payload, question);
    const baseline = bm25(payload.text, question, result.text.length / payload.text.length);
    needed += needs.length;
    held += needs.filter((need) => result.text.includes(need)).length;
    byBm25 += needs.filter((need) => baseline.includes(need)).length;
    before += result.tokensBefore;
    after += result.tokensAfter;
    missing.push(...needs.filter((need) => !result.text.includes(need)).map((need) => `${name}: ${question} -> ${need}`));
  }
  return { needed, inView: held / needed, bm25InView: byBm25 / needed, kept: after / before, missing, unusable };
}

const declaration =
  /^(?:[ \t]*(?:async )?def \w+.*|[ \t]*class \w+.*|(?:export )?(?:declare )?(?:interface|type|enum|abstract class) \w+.*|(?:export )?(?:async )?function\*? \w+.*|export const \w+.*|func (?:\(.*?\) )?\w+.*|type \w+ .*|(?:from|import) .*)$/gm;

/** Heads of declarations that stand at the margin or in a class, and are not in view. */
export function missingDeclarations({ payload, text }: Measured): readonly string[] {
  const shown = new Set(text.split('\n').map((line) => line.replace(/^\s*\d+\t/, '')));
  const source = payload.text.replace(/^ {0,5}\d{1,6}\t/gm, '').replace(/\/\*\*[^]*?\*\//g, '');
  return [...source.matchAll(declaration)].map(([line]) => line).filter((line) => indentation(line) <= 4 && !shown.has(line));
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}
