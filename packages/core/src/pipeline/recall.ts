import type { Rendering } from '../types/rendering.ts';
import type { Segment } from '../types/segment.ts';
import type { CcrTouch } from '../types/store.ts';
import { memoContext } from './memo-context.ts';
import type { Permission } from './policy.ts';
import { storeFirst, type RenderingRun } from './render-segment.ts';

/** A segment, what may be done to it, and how it was rendered before, if it was. */
export interface Recalled {
  readonly segment: Segment;
  readonly permission: Permission;
  readonly rendering: Rendering | undefined;
}

/**
 * Recalls what is known of a history, and tells the store in one call which originals a conversation still shows.
 *
 * A remembered text with a handle goes out only while the store has the original (I1): the segment holds it, so what is missing is put again.
 */
export async function recall(
  planned: readonly { readonly segment: Segment; readonly permission: Permission }[],
  run: RenderingRun,
): Promise<readonly Recalled[]> {
  const known = planned.map(({ segment, permission }) => ({
    segment,
    permission,
    rendering: permission.allowed === 'rewrite' ? run.memo.get(segment.text, memoContext(segment, permission, run)) : undefined,
  }));
  const touched = run.effect === 'store' ? await touchAll(known, run) : undefined;
  const recalled: Recalled[] = [];
  for (const { segment, permission, rendering } of known) {
    const current = rendering === undefined || touched === undefined ? rendering : await stillStored(rendering, segment, touched, run);
    recalled.push({ segment, permission, rendering: current });
  }
  return recalled;
}

type Touched = ReadonlyMap<string, CcrTouch['status']> | { readonly error: unknown };

async function touchAll(known: readonly Recalled[], { store, scope }: RenderingRun): Promise<Touched> {
  const handles = [...new Set(known.flatMap(({ rendering }) => rendering?.handle ?? []))];
  if (handles.length === 0) return new Map();
  try {
    return new Map((await store.touch(handles, scope)).map(({ handle, status }) => [handle, status]));
  } catch (error) {
    return { error };
  }
}

async function stillStored(rendering: Rendering, segment: Segment, touched: Touched, run: RenderingRun): Promise<Rendering> {
  if (rendering.handle === undefined) return rendering;
  if ('error' in touched) {
    // This store acknowledged the original, and the text went out before: to send another now would break the prefix for a fault that passes (I3).
    run.onStoreFailed(segment, touched.error);
    return rendering;
  }
  return touched.get(rendering.handle) === 'found' ? rendering : storeFirst(rendering, segment, run);
}
