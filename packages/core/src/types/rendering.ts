import type { Fidelity, Omission } from './compressor.ts';
import type { ContentKind } from './content-kind.ts';
import type { Handle } from './store.ts';

/** Why a segment went out as it came. */
export type PassReason =
  /** The mode is off. */
  | 'off'
  /** Texts of this role are verbatim. */
  | 'role'
  /** A rule of the caller says verbatim. */
  | 'rule'
  /** The result of a failed call is ground truth. */
  | 'error-result'
  /** The result of a tool that reads files is ground truth. */
  | 'file-read'
  /** What the retrieve tool gave back is never compressed (I8). */
  | 'retrieved'
  /** The text carries a marker that this store minted in this scope (I8). */
  | 'already-compressed'
  | 'too-small'
  | 'too-large'
  /** No compressor takes this kind of text. */
  | 'no-compressor'
  /** No form saves the minimum. */
  | 'no-gain'
  | 'compressor-failed'
  /** A rule or a counter of the caller threw. */
  | 'caller-failed'
  | 'deadline'
  | 'store-failed';

/** How one text is shown to the model: pure data, the same for the same request on any machine (I4). */
export interface Rendering {
  /** The text to send; absent where the original goes out unchanged. */
  readonly text?: string;
  readonly kind: ContentKind;
  /** The compressor that wrote `text`. */
  readonly compressor?: string;
  /** How the compressor made it, where it has several ways. */
  readonly method?: string;
  readonly fidelity?: Fidelity;
  readonly tokensBefore: number;
  readonly tokensAfter: number;
  readonly omissions: readonly Omission[];
  /** The handle that stands in `text`, if one does: then the original must be in the store before the text goes out (I1). */
  readonly handle?: Handle;
  readonly reason?: PassReason;
  /** What went wrong, in words, for the reasons that are failures. */
  readonly detail?: string;
}
