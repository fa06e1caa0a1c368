import type { MinimumSaving } from '../guard/minimum-saving.ts';
import type { Fidelity } from '../types/compressor.ts';
import type { ContentKind } from '../types/content-kind.ts';
import type { Handle } from '../types/store.ts';

/** All that decides the rendering of one text: plain data, so that it can cross to a worker. */
export interface RenderRequest {
  readonly text: string;
  /** The kind, where the caller knows it; detected otherwise. */
  readonly kind?: ContentKind;
  readonly toolName?: string;
  readonly toolInput?: unknown;
  readonly question: string;
  /** The weakest fidelity allowed. */
  readonly fidelity: Fidelity;
  /** Multiplies the share that is kept. */
  readonly bias: number;
  readonly contextWindow: number;
  readonly minimumTokens: number;
  /** Who chose the minimum: by default some kinds have a larger one. */
  readonly minimumOrigin: 'default' | 'caller';
  readonly minimumSaving: MinimumSaving;
  /** The handle of the original, minted by the store's rule. */
  readonly handle: Handle;
  /** Whether a handle can be redeemed: then lossless forms that fold literals carry one too. */
  readonly redemption: 'tool' | 'none';
}
