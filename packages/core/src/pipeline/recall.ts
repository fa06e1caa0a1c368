import type { Rendering } from '../types/rendering.ts';
import type { Segment } from '../types/segment.ts';
import type { CcrTouch, Handle } from '../types/store.ts';
import { memoContext } from './memo-context.ts';
import type { Permission } from './policy.ts';
import { storeFirst } from './render-segment.ts';
import type { RenderingRun } from './rendering-run.ts';

/**
 * The segments of a prompt, what may be done to each, and how each was rendered before, if it was: three lists of one length.
 *
 * Not one list of objects: where hundreds of them are made on every turn, V8 takes them for long-lived, puts them among the old objects at once, and the texts that they hold stay
 * with them until the next full collection.
 */
export interface Recalled {
  readonly segments: readonly Segment[];
  readonly permissions: readonly Permission[];
  readonly renderings: readonly (Rendering | undefined)[];
}

/**
 * Recalls what is known of a history, and tells the store in one call which originals a conversation still shows.
 *
 * A remembered text with a handle goes out only while the store has the original (I1): the segment holds it, so what is missing is put again.
 */
export async function recall(given: readonly Segment[], permissions: readonly Permission[], run: RenderingRun): Promise<Recalled> {
  const segments = [...given];
  const renderings = given.map((segment, index) => {
    const permission = permissions[index];
    const known = permission?.allowed === 'rewrite' ? run.memo.get(segment.text, memoContext(segment, permission, run)) : undefined;
    if (known !== undefined) segments[index] = { ...segment, text: known.text };
    return known?.rendering;
  });
  const handles = run.effect === 'store' ? handlesOf(renderings) : [];
  const touched = handles.length === 0 ? 'all-found' : await touchAll(handles, run);
  if (touched !== 'all-found') {
    for (const [index, segment] of segments.entries()) renderings[index] = await stillStored(segment, renderings[index], touched, run);
  }
  return { segments, permissions, renderings };
}

function handlesOf(renderings: readonly (Rendering | undefined)[]): readonly Handle[] {
  const handles = new Set<Handle>();
  for (const rendering of renderings) if (rendering?.handle !== undefined) handles.add(rendering.handle);
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
  segment: Segment,
  rendering: Rendering | undefined,
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
