import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogCase, LogCorpus, Signal } from './cases.ts';

/** What came of one case. */
export interface Reduced {
  readonly id: string;
  readonly text: string;
  readonly tokens: number;
}

/** Means over the cases (macro): of the shares of signals in view, and of tokens. */
export interface LogScore {
  readonly cases: number;
  /** By the scorer beside the corpus: a signal counts where its value, an alias or its file stands in view. */
  readonly criticalRecall: number;
  readonly signalRecall: number;
  /** An exit code of fewer than four characters does not count, and a file counts only beside its line where the log shows them together. */
  readonly strictRecall: number;
  readonly meanTokens: number;
  /** Critical signals that are not in view, strictly, by case. */
  readonly missing: readonly string[];
}

export function scoreCases(corpus: LogCorpus, cases: readonly LogCase[], results: readonly Reduced[]): LogScore {
  const texts = new Map(results.map(({ id, text }) => [id, withoutCodes(text)]));
  const missing: string[] = [];
  let strict = 0;
  for (const one of cases) {
    const view = texts.get(one.id) ?? '';
    const signals = one.signals.filter((signal) => signal.importance === 'critical' && !isShortExitCode(signal));
    const lost = signals.filter((signal) => !isStrictlyKept(signal, withoutCodes(one.text), view));
    strict += signals.length === 0 ? 1 : 1 - lost.length / signals.length;
    missing.push(...lost.map((signal) => `${one.id}: ${signal.value ?? `${signal.file}:${signal.line}`}`));
  }
  const { criticalRecall, signalRecall } = runScorer(corpus, results);
  const meanTokens = Math.round(results.reduce((sum, { tokens }) => sum + tokens, 0) / results.length);
  return { cases: cases.length, criticalRecall, signalRecall, strictRecall: strict / cases.length, meanTokens, missing };
}

function runScorer({ folder, scorer }: LogCorpus, results: readonly Reduced[]): { criticalRecall: number; signalRecall: number } {
  const scratch = mkdtempSync(join(tmpdir(), 'headroom-logdx-'));
  try {
    const rows = join(scratch, 'results.jsonl');
    writeFileSync(rows, results.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`).join(''));
    // Its tokens are an estimate where no tokenizer lies beside it: ours are counted.
    const { status, stdout, stderr } = spawnSync(process.execPath, [scorer, folder, rows], { encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (status !== 0) throw new Error(`${scorer} ended with exit code ${status}: ${stderr}`);
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as { criticalRecall: number; signalRecall: number };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const codes = /\u001b\[[0-9;?]*[ -/]*[@-~]|\^\[\[[0-9;]*[A-Za-z]/g;

function withoutCodes(text: string): string {
  return text.replace(codes, '');
}

function isShortExitCode({ type, value }: Signal): boolean {
  return type === 'exit_code' && (value ?? '').length < 4;
}

function isStrictlyKept(signal: Signal, log: string, view: string): boolean {
  const { value, aliases = [], file, line } = signal;
  if ([value, ...aliases].some((text) => text !== undefined && text.trim() !== '' && view.includes(text.trim()))) return true;
  if (file === undefined) return false;
  const together = (text: string): boolean => text.includes(file) && (line === undefined || new RegExp(`\\b${line}\\b`).test(text));
  const shown = log.split('\n').some((text) => together(text.replace(/^\S+Z /, '')));
  return shown ? view.split('\n').some(together) : view.includes(file);
}
