import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectKind } from '../../../packages/core/src/detect/detect-kind.ts';
import type { ContentKind } from '../../../packages/core/src/types/content-kind.ts';
import { searchRows } from '../../payloads/search-rows.ts';

/** One text of the development corpus with a question about it. */
export interface Workload {
  readonly text: string;
  readonly kind: ContentKind;
  readonly question: string;
}

/** Smaller texts pass or take microseconds: they say nothing of speed. */
const smallest = 4000;
/** Ground truth is no payload. */
const truth = 'truth';

/** The texts of the corpus beside the repository, as detection tells their kinds; undefined where there is none. */
export function corpusWorkloads(root: string): readonly Workload[] | undefined {
  const payloads = join(root, '../shared/corpus/payloads');
  if (!existsSync(join(payloads, 'probes.json'))) return undefined;
  const load = <T>(name: string): T => JSON.parse(readFileSync(join(payloads, name), 'utf8')) as T;
  const questions = new Map(load<{ payload: string; query: string }[]>('probes.json').map(({ payload, query }) => [payload, query]));
  return load<{ path: string; kind: string }[]>('manifest.json')
    .filter(({ kind }) => kind !== truth)
    .map(({ path }) => ({ text: readFileSync(join(payloads, path), 'utf8'), question: questions.get(path) ?? 'Which error came first?' }))
    .filter(({ text }) => text.length >= smallest)
    .map(({ text, question }) => ({ text, question, kind: detectKind(text).kind }));
}

/**
 * A text of a kind and about a length, put together from real ones over and over; numbers grow from round to round, so that no round is a copy. JSON cannot be
 * put together like that: there it is a result of so many rows.
 */
export function grownText(texts: readonly string[], kind: ContentKind, length: number): string {
  if (kind === 'json') return JSON.stringify(searchRows(Math.ceil(length / 480), 1));
  const parts: string[] = [];
  let grown = 0;
  for (let round = 0; grown < length; round += 1) {
    for (const text of texts) {
      const part = round === 0 ? text : text.replace(/\b[1-9]\d{2,5}\b/g, (digits) => String(Number(digits) + round));
      parts.push(part.endsWith('\n') ? part : `${part}\n`);
      grown += part.length;
      if (grown >= length) break;
    }
  }
  return parts.join('').slice(0, length);
}
