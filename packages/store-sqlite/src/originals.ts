import {
  StoreFullError,
  collisionError,
  type CcrEntry,
  type Handle,
  type ResolvedStoreOptions,
  type Scope,
  type StoreStats,
} from '@headroom/core';
import type { Lifetime } from './lifetime.ts';
import type { Statements } from './statements.ts';
import { scopeKey, type StoredText } from './stored-text.ts';

/** What is known of an original without reading it. */
interface Known {
  readonly scope: string;
  readonly decision: 'unchanged' | null;
  readonly touchedAt: number;
}

/** What a handle is to a scope. */
export type Presence =
  | { readonly status: 'found'; readonly decision?: 'unchanged'; readonly touch: 'due' | 'recorded' }
  | { readonly status: 'never-stored' | 'expired' | 'wrong-scope' };

/** Expired originals forgotten along with one put: enough to keep up with any rate of puts, too few to be felt. */
const forgottenAlong = 8;
/** Originals let go for one put are fetched in batches: the file may hold a million, and a few are enough. */
const batch = 256;

/** Tells what a handle is to a scope, and whether a touch is due. Reads only. */
export function findOriginal(statements: Statements, lifetime: Lifetime, handle: Handle, scope: Scope): Presence {
  const known = find(statements, handle);
  const owner = known?.scope ?? (statements.findGrave.get(handle) as { scope: string } | undefined)?.scope;
  if (owner === undefined) return { status: 'never-stored' };
  if (owner !== scopeKey(scope)) return { status: 'wrong-scope' };
  const now = lifetime.now();
  if (known === undefined || known.touchedAt <= lifetime.expiredBefore(now)) return { status: 'expired' };
  return {
    status: 'found',
    touch: lifetime.isFresh(known.touchedAt, now) ? 'recorded' : 'due',
    ...(known.decision === null ? {} : { decision: known.decision }),
  };
}

/** Whether an original is stored just as a put would store it, so that nothing need be written. */
export function isAcknowledged(
  statements: Statements,
  lifetime: Lifetime,
  handle: Handle,
  { scope, decision }: CcrEntry,
  text: StoredText,
): boolean {
  const presence = findOriginal(statements, lifetime, handle, scope);
  if (presence.status !== 'found' || presence.touch === 'due' || (decision ?? presence.decision) !== presence.decision) return false;
  return holds(statements, handle, text);
}

/** Stores an original or touches it. In a write transaction. */
export function putOriginal(
  statements: Statements,
  lifetime: Lifetime,
  limits: ResolvedStoreOptions,
  handle: Handle,
  { scope, decision }: CcrEntry,
  text: StoredText,
): void {
  const now = lifetime.now();
  const known = find(statements, handle);
  if (known !== undefined && known.touchedAt > lifetime.expiredBefore(now)) {
    if (known.scope !== scopeKey(scope) || !holds(statements, handle, text)) throw collisionError(handle);
    statements.touch.run(now, handle);
    if (decision !== undefined) statements.pin.run(decision, handle);
    return;
  }
  if (known !== undefined) statements.remove.run(handle);
  forgetExpired(statements, lifetime, forgottenAlong);
  makeRoom(statements, lifetime, limits, text.bytes.byteLength);
  statements.insert.run(handle, scopeKey(scope), text.bytes, text.encoding, decision ?? null, text.bytes.byteLength, now);
  statements.fill.run(handle);
}

/** Forgets what has expired, at most so many. In a write transaction. */
export function forgetExpired(statements: Statements, lifetime: Lifetime, most: number): number {
  const expired = oldest(statements, lifetime.expiredBefore(lifetime.now()), most);
  bury(statements, expired);
  return expired.length;
}

export function readStats(statements: Statements): StoreStats {
  const { entries, bytes } = statements.totals.get() as unknown as StoreStats;
  return { entries, bytes };
}

/** Lets the longest untouched originals go until a text fits. Where it cannot fit, the error undoes the transaction: nothing is let go for a put that is refused. */
function makeRoom(statements: Statements, lifetime: Lifetime, { maximumBytes, maximumEntries }: ResolvedStoreOptions, size: number): void {
  const full = readStats(statements);
  let { entries, bytes } = full;
  const fits = () => bytes + size <= maximumBytes && entries < maximumEntries;
  const idleBefore = lifetime.idleBefore(lifetime.now());
  while (!fits()) {
    const idle = size > maximumBytes ? [] : oldest(statements, idleBefore, batch);
    if (idle.length === 0) throw new StoreFullError({ ...full, maximumBytes, maximumEntries });
    const leaving: Leaving[] = [];
    for (const original of idle) {
      if (fits()) break;
      leaving.push(original);
      bytes -= original.bytes;
      entries -= 1;
    }
    bury(statements, leaving);
  }
}

interface Leaving {
  readonly handle: Handle;
  readonly scope: string;
  readonly bytes: number;
}

function oldest(statements: Statements, before: number, most: number): readonly Leaving[] {
  return statements.oldest.all(before, most) as unknown as readonly Leaving[];
}

function bury(statements: Statements, leaving: readonly Leaving[]): void {
  if (leaving.length === 0) return;
  for (const { handle, scope } of leaving) {
    statements.remove.run(handle);
    statements.dig.run(handle, scope);
  }
  statements.levelGraves.run();
}

function find(statements: Statements, handle: Handle): Known | undefined {
  return statements.find.get(handle) as Known | undefined;
}

function holds(statements: Statements, handle: Handle, { bytes, encoding }: StoredText): boolean {
  return (statements.holds.get(bytes, encoding, handle) as { same: number } | undefined)?.same === 1;
}
