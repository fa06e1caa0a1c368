import { readHandle } from '../marker/read-handle.ts';
import type { CcrStore, Scope } from '../types/store.ts';
import { problem, type RetrieveAnswer } from './answer.ts';
import type { Count } from './budget.ts';
import { readCursor, type Cursor } from './cursor.ts';
import { failure } from './failure.ts';
import { readPassages } from './passages/read-passages.ts';
import { readPath } from './read-path.ts';
import { readLines, readRange, readWhole, type Reading } from './read-pages.ts';
import { readRetrieveInput, type RetrieveRequest } from './retrieve-request.ts';

export type { RetrieveAnswer, RetrieveFailure, RetrieveProblem } from './answer.ts';
export { readRetrieveInput, type RetrieveRequest } from './retrieve-request.ts';

/** How an original is read. */
export interface RetrieveOptions {
  readonly scope: Scope;
  /**
   * Tokens that an answer may take, its closing statement included.
   *
   * @default 2000
   */
  readonly budgetTokens?: number;
  readonly count: Count;
}

const defaultBudget = 2000;

/** Below this an answer would hold its closing statement and nothing else. */
const leastBudget = 160;

/**
 * Reads an original, or the part of it that is asked for: raw text, and a last line in brackets that says what part it is and how to get more.
 *
 * A pure function of original, request and options (I4), so that a replayed exchange has the same bytes. Never rejects for what a model asked: a wrong hash, an expired
 * original and a path that leads nowhere are answers that say what to do. Rejects where the store does.
 *
 * @example
 * const { text } = await retrieve(store, { hash, query: 'Which pod failed?' }, { scope: 'tenant-1', count: counter.count });
 */
export function retrieve(store: Pick<CcrStore, 'get'>, request: RetrieveRequest, options: RetrieveOptions): Promise<RetrieveAnswer> {
  return retrieveBy(store, request, { scope: options.scope, read: (original, wanted) => readOriginal(original, wanted, options) });
}

/** The same with the reading done by the caller, who may have another thread for it. */
export async function retrieveBy(
  store: Pick<CcrStore, 'get'>,
  request: RetrieveRequest,
  {
    scope,
    read,
  }: { readonly scope: Scope; readonly read: (original: string, request: RetrieveRequest) => RetrieveAnswer | Promise<RetrieveAnswer> },
): Promise<RetrieveAnswer> {
  const wanted = readRetrieveInput(request);
  const handle = readHandle(wanted.hash);
  if (handle === undefined) return failure('invalid');
  const lookup = await store.get(handle, scope);
  return lookup.status === 'found' ? read(lookup.text, wanted) : failure(lookup.status);
}

/** The same from an original at hand. */
export function readOriginal(original: string, request: RetrieveRequest, options: Omit<RetrieveOptions, 'scope'>): RetrieveAnswer {
  const reading: Reading = {
    original,
    tokens: Math.max(leastBudget, request.budget ?? options.budgetTokens ?? defaultBudget),
    count: options.count,
  };
  const cursor = request.cursor === undefined ? undefined : readCursor(request.cursor);
  if (request.cursor !== undefined && cursor === undefined)
    return problem('cursor-unreadable', 'cursor not understood: copy it from the end of an answer, or leave it out');
  if (cursor?.kind === 'text') return readFrom(cursor, reading);
  if (cursor !== undefined && request.query === undefined)
    return problem('query-missing', 'this cursor goes on with a query: give the same query with it');
  if (request.path !== undefined) return readPath(reading, request.path);
  if (request.lines !== undefined) return readLines(reading, request.lines);
  if (request.query !== undefined) return readPassages(reading, request.query, cursor?.page ?? 0);
  return readWhole(reading);
}

function readFrom({ start, end }: Extract<Cursor, { kind: 'text' }>, reading: Reading): RetrieveAnswer {
  const { length } = reading.original;
  if (start < Math.min(end, length)) return readRange(reading, start, Math.min(end, length));
  return { ...problem('cursor-absent', `nothing stands behind this cursor: the original has ${length} characters`), content: '' };
}
