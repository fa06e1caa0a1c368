import { charCodes } from '../../../packages/core/src/text/char-codes.ts';
import { builtInCompressors } from '../../../packages/core/src/router/built-in-compressors.ts';
import { tokenBudget } from '../../../packages/core/src/router/token-budget.ts';
import { loadTokenCounter } from '../../../packages/core/src/tokens/load-token-counter.ts';
import type { Compressor } from '../../../packages/core/src/types/compressor.ts';
import type { ContentKind } from '../../../packages/core/src/types/content-kind.ts';
import type { TokenCounter } from '../../../packages/core/src/types/token-counter.ts';
import { leastTime } from './least-time.ts';
import { measureDetection, type DetectionRow } from './measure-detection.ts';
import { corpusWorkloads, grownText, type Workload } from './workloads.ts';

/** How fast one compressor is on the texts of one kind. */
export interface CompressorRow {
  readonly compressor: string;
  readonly kind: ContentKind;
  readonly texts: number;
  readonly megabytes: number;
  /** Megabytes (of characters) for each second of processor time, the counting of tokens included: with the question and without. */
  readonly withQuestion: number;
  readonly withoutQuestion: number;
  /** The same for a loop that only reads the characters of these texts, taken beside them: what shares the machine slows all three. */
  readonly plainLoop: number;
  /** How many times as long 2, 4 and 8 MB take as half of each. */
  readonly growth: readonly number[];
}

/** The compressors and the detection of kinds, measured on the same texts. */
export interface CompressorSpeed {
  readonly rows: readonly CompressorRow[];
  readonly detection: readonly DetectionRow[];
}

const megabyte = 1_000_000;
const grownSizes = [1, 2, 4, 8] as const;
const grownRounds = 9;
/** Milliseconds for which the texts of a kind are compressed at first: code that the engine has not compiled yet says how long a process has run, not how fast it is. */
const warmMs = 3000;
/** A kind with less text than this is no measurement. */
const leastMegabytes = 0.05;

/** Measures every built-in compressor on the corpus, by processor time; undefined where there is no corpus beside the repository. */
export async function measureCompressors(root: string, { rounds }: { rounds: number }): Promise<CompressorSpeed | undefined> {
  const workloads = corpusWorkloads(root);
  if (workloads === undefined) return undefined;
  const counter = await loadTokenCounter('o200k_base');
  const rows: CompressorRow[] = [];
  for (const compressor of builtInCompressors()) {
    for (const kind of compressor.kinds) {
      const own = workloads.filter((workload) => workload.kind === kind);
      if (own.reduce((sum, { text }) => sum + text.length, 0) < leastMegabytes * megabyte) continue;
      rows.push(await measureKind(compressor, { kind, own, counter, rounds }));
    }
  }
  return { rows, detection: await measureDetection(workloads, { rounds: Math.ceil(rounds / 3) }) };
}

interface KindRequest {
  readonly kind: ContentKind;
  readonly own: readonly Workload[];
  readonly counter: TokenCounter;
  readonly rounds: number;
}

async function measureKind(compressor: Compressor, { kind, own, counter, rounds }: KindRequest): Promise<CompressorRow> {
  const characters = own.reduce((sum, { text }) => sum + text.length, 0);
  const works = own.map((workload) => {
    const run = runner(compressor, counter, workload.text, kind);
    return [() => run(workload.question), () => run('')];
  });
  const least = works.map((work) => work.map(() => Number.POSITIVE_INFINITY));
  const sweep = async (): Promise<void> => {
    for (const [text, work] of works.entries())
      for (const [place, run] of work.entries()) least[text]![place] = Math.min(least[text]![place]!, await leastTime(run, 1, 0));
  };
  for (const begun = performance.now(); performance.now() - begun < warmMs;) await sweep();
  for (let round = 0; round < rounds; round += 1) await sweep();
  const codes = charCodes(own.map(({ text }) => text).join('\n'));
  const plain = await leastTime(() => readCodes(codes), rounds);
  const speedOf = (place: number): number => characters / 1000 / least.reduce((sum, times) => sum + times[place]!, 0);
  return {
    compressor: compressor.name,
    kind,
    texts: own.length,
    megabytes: characters / megabyte,
    withQuestion: speedOf(0),
    withoutQuestion: speedOf(1),
    plainLoop: codes.length / 1000 / plain,
    growth: await measureGrowth(compressor, { kind, own, counter }),
  };
}

/** The sizes take turns, so that a slow minute of the machine falls on all of them and not on one. */
async function measureGrowth(compressor: Compressor, { kind, own, counter }: Omit<KindRequest, 'rounds'>): Promise<number[]> {
  const texts = own.map((workload) => workload.text);
  const runs = grownSizes.map((size) => runner(compressor, counter, grownText(texts, kind, size * megabyte), kind));
  const least = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < grownRounds; round += 1)
    for (const [index, run] of runs.entries()) {
      // What one size leaves behind is not collected at the cost of another.
      globalThis.gc?.();
      least[index] = Math.min(least[index]!, await leastTime(() => run(own[0]!.question), 1, 0));
    }
  return least.slice(1).map((time, index) => time / least[index]!);
}

/** Compresses a text as the router does, but for the count of the whole text, which it makes once whatever the compressor. */
function runner(compressor: Compressor, counter: TokenCounter, text: string, kind: ContentKind): (question: string) => unknown {
  const tokensBefore = counter.count(text);
  return (question) =>
    compressor.compress(
      { text, kind, question },
      {
        fidelity: 'reversible',
        tokensBefore,
        tokenBudget: tokenBudget({ kind, tokensBefore, question: question === '' ? 'unknown' : 'known', contextWindow: 200_000, bias: 1 }),
        count: (one) => counter.count(one),
        handleTokens: 30,
      },
    );
}

/** Code units in an array: strings of one and of two bytes would be two loops to the engine. */
function readCodes(codes: Uint16Array): number {
  let key = 0;
  for (let at = 0; at < codes.length; at += 1) key = (Math.imul(key, 31) + codes[at]!) | 0;
  return key;
}
