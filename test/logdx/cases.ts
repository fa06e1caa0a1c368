import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Something that a reader must find in a log to tell why the run failed (LogDx-CI). */
export interface Signal {
  readonly type: string;
  readonly value?: string;
  readonly aliases?: readonly string[];
  readonly file?: string;
  readonly line?: number;
  readonly importance: 'critical' | 'important' | 'optional';
}

/** A log of a CI run that failed, and its signals. */
export interface LogCase {
  readonly id: string;
  readonly text: string;
  readonly signals: readonly Signal[];
}

/** Where the cases and their scorer lie, beside the repository. */
export interface LogCorpus {
  readonly folder: string;
  readonly scorer: string;
}

/** The cases beside a checkout; undefined in a bare clone. */
export function findLogCorpus(root: string): LogCorpus | undefined {
  const folder = join(root, '../shared/corpus/logdx');
  const scorer = join(root, '../shared/tools/logdx.mjs');
  return existsSync(folder) && existsSync(scorer) ? { folder, scorer } : undefined;
}

/** Reads all cases, in the order of their names. */
export function readCases({ folder }: LogCorpus): LogCase[] {
  return readdirSync(folder)
    .sort()
    .map((id) => {
      const truth = JSON.parse(readFileSync(join(folder, id, 'ground_truth.json'), 'utf8')) as { required_signals: Signal[] };
      return { id, text: readFileSync(join(folder, id, 'raw.log'), 'utf8'), signals: truth.required_signals };
    });
}
