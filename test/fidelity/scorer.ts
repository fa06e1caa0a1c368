import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input } from './subject.ts';

/** Where the development corpus and its scorer lie, beside the repository. */
export interface Corpus {
  readonly payloads: string;
  readonly scorer: string;
}

/** The corpus beside a checkout; undefined in a bare clone. */
export function findCorpus(root: string): Corpus | undefined {
  const payloads = join(root, '../shared/corpus/payloads');
  const scorer = join(root, '../shared/tools/fidelity.mjs');
  return existsSync(join(payloads, 'probes.json')) && existsSync(scorer) ? { payloads, scorer } : undefined;
}

/** A result row of the scorer. */
export interface ResultRow {
  readonly id: string;
  readonly text: string;
  readonly tokensBefore?: number;
  readonly tokensAfter?: number;
}

/** What the handles of a compressed text give back: `texts` by one call each with the question, `all` everything. */
export interface RecoveredRow {
  readonly id: string;
  readonly texts: readonly string[];
  readonly all: string;
}

/** Shares of the probes, and of the tokens; `lost` is a number of probes. */
export interface Score {
  readonly probes: number;
  readonly retained: number;
  readonly oneCall: number;
  readonly stored: number;
  readonly lost: number;
  readonly tokensKept: number;
}

export interface ScoreTable extends Score {
  readonly kinds: Readonly<Record<string, Score>>;
}

/** The probes of some kinds (all if none is named), with their questions. */
export function readInputs({ payloads, scorer }: Corpus, kinds: readonly string[]): Input[] {
  const kindOf = kindsOfProbes(payloads);
  return invoke([scorer, payloads, 'inputs'], {})
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Input)
    .filter(({ id }) => kinds.length === 0 || kinds.includes(kindOf.get(id) ?? ''));
}

/** Scores rows and answers the scorer's own table as text beside the figures. */
export function score(
  { payloads, scorer }: Corpus,
  {
    results,
    recovered,
    recount,
    verbose,
  }: { results: readonly ResultRow[]; recovered: readonly RecoveredRow[]; recount: boolean; verbose: boolean },
): { printed: string; table: ScoreTable } {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-score-'));
  const write = (name: string, rows: readonly object[]): string => {
    const file = join(folder, name);
    writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return file;
  };
  try {
    const parameters = [scorer, payloads, 'score', write('results.jsonl', results), write('recovered.jsonl', recovered)];
    const output = invoke(parameters, { ...(recount ? { RECOUNT: '1' } : {}), ...(verbose ? { VERBOSE: '1' } : {}) }).trimEnd();
    const end = output.lastIndexOf('\n');
    return { printed: output.slice(0, end), table: JSON.parse(output.slice(end + 1)) as ScoreTable };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function kindsOfProbes(payloads: string): Map<string, string> {
  const load = <T>(name: string): T[] => JSON.parse(readFileSync(join(payloads, name), 'utf8')) as T[];
  const kinds = new Map(load<{ path: string; kind: string }>('manifest.json').map(({ path, kind }) => [path, kind]));
  return new Map(load<{ id: string; payload: string }>('probes.json').map(({ id, payload }) => [id, kinds.get(payload) ?? '']));
}

/** The scorer runs in our folder, where it finds the tokenizer that it counts with. */
function invoke(parameters: readonly string[], env: Readonly<Record<string, string>>): string {
  const { status, stdout, error } = spawnSync(process.execPath, parameters, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${parameters.join(' ')} ended with exit code ${status}.`);
  return stdout;
}
