import type { ContentKind } from '../types/content-kind.ts';

/** What kind of text this is. */
export interface Detection {
  readonly kind: ContentKind;
  /** Between 0 and 1: 1 where a grammar decided, else the share of lines that agree. */
  readonly confidence: number;
  /** What decided, in a few words, for receipts and `headroom detect`. */
  readonly evidence: string;
}
