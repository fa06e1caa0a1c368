import type { Rendering } from '../types/rendering.ts';
import type { Segment } from '../types/segment.ts';
import type { CcrTouch, Handle } from '../types/store.ts';
import { memoContext } from './memo-context.ts';
import type { Permission } from './policy.ts';
import { storeFirst, type RenderingRun } from './render-segment.ts';

/** A segment, and what may be done to it. */
export interface Planned {
  readonly segment: Segment;
  readonly permission: Permission;
}

/** How a segment was rendered before, if it was. */
export interface Recalled extends Planned {
  readonly rendering: Rendering | undefined;
}

/**
 * Recalls what is known of a history, and tells the store in one call which originals a conversation still shows.
 *
 * A remembered text with a handle goes out only while the store has the original (I1): the segment holds it, so what is missing is put again.
 */
export async function recall(planned: readonly Planned[], run: RenderingRun): Promise<readonly Recalled[]> {
  const known = planned.map((item) => recallOne(item, run));
  const handles = run.effect === 'store' ? handlesOf(known) : [];
  if (handles.length === 0) return known;
  const touched = await touchAll(handles, run);
  if (touched === 'all-found') return known;
  const current: Recalled[] = [];
  for (const item of known) current.push({ ...item, rendering: await stillStored(item, touched, run) });
  return current;
}

function recallOne({ segment, permission }: Planned, run: RenderingRun): Recalled {
  const known = permission.allowed === 'rewrite' ? run.memo.get(segment.text, memoContext(segment, permission, run)) : undefined;
  if (known === undefined) return { segment, permission, rendering: undefined };
  return { segment: { ...segment, text: known.text }, permission, rendering: known.rendering };
}

function handlesOf(known: readonly Recalled[]): readonly Handle[] {
  const handles = new Set<Handle>();
  for (const { rendering } of known) if (rendering?.handle !== undefined) handles.add(rendering.handle);
  return [...handles];
}

type Touched = 'all-found' | ReadonlyMap<Handle, CcrTouch['status']> | { readonly error: unknown };

async function touchAll(handles: readonly Handle[], { store, scope }: RenderingRun): Promise<Touched> {
  try {
    const touched = await store.touch(handles, scope);
    const allFound = handles.every((handle, index) => touched[index]?.handle === handle && touched[index].status === 'found');
    return allFound ? 'all-found' : new Map(touched.map(({ handle, status }) => [handle, status]));
  } catch (error) {
    return { error };
  }
}

async function stillStored(
  { segment, rendering }: Recalled,
  touched: Exclude<Touched, 'all-found'>,
  run: RenderingRun,
): Promise<Rendering | undefined> {
  if (rendering?.handle === undefined) return rendering;
  if ('error' in touched) {
    // This store acknowledged the original, and the text went out before: to send another now would break the prefix for a fault that passes (I3).
    run.onStoreFailed(segment, touched.error);
    return rendering;
  }
  return touched.get(rendering.handle) === 'found' ? rendering : storeFirst(rendering, segment, run);
}
