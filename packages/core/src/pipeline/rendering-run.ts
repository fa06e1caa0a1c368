import type { ModelDescription } from '../tokens/models.ts';
import type { Segment } from '../types/segment.ts';
import type { Scope } from '../types/store.ts';
import type { Memo } from './memo.ts';
import type { ResolvedOptions } from './options.ts';
import type { RunStore } from './patient-store.ts';
import type { Redemption } from './policy.ts';
import type { RendererPool } from './renderer-pool.ts';

/** What one call of the engine works with. */
export interface RenderingRun {
  readonly options: ResolvedOptions;
  readonly scope: Scope;
  readonly redemption: Redemption;
  readonly model: ModelDescription;
  readonly store: RunStore;
  readonly memo: Memo;
  readonly renderers: RendererPool;
  /** `measure` stores nothing, pins nothing and touches nothing. */
  readonly effect: 'store' | 'measure';
  readonly onStoreFailed: (segment: Segment, error: unknown) => void;
}
