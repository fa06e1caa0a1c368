import type { Fidelity, Omission } from '../types/compressor.ts';
import type { ContentKind } from '../types/content-kind.ts';
import type { PassReason } from '../types/rendering.ts';
import type { SegmentRole } from '../types/segment.ts';
import type { Handle } from '../types/store.ts';

/** What happened to one segment. */
export interface SegmentReport {
  readonly id: string;
  readonly role: SegmentRole;
  readonly toolName?: string;
  readonly toolCallId?: string;
  readonly flag: 'compressed' | 'passed';
  /** Why it passed unchanged; absent when compressed. */
  readonly reason?: PassReason;
  readonly detail?: string;
  readonly kind?: ContentKind;
  readonly compressor?: string;
  /** How the compressor made it, where it has several ways. */
  readonly method?: string;
  readonly fidelity?: Fidelity;
  /** Absent where nothing was counted, because policy excluded the text before anyone looked at it. */
  readonly tokensBefore?: number;
  readonly tokensAfter?: number;
  readonly handle?: Handle;
  readonly omissions: readonly Omission[];
}

/**
 * What one call of `compress` comes to, as plain data.
 *
 * One definition of each figure (I13): tokens are counted by `counter` over the texts of the segments that policy allowed to be looked at, markers
 * included; `tokensSaved` is what was saved after our own overhead is taken off, and negative where it was a loss.
 */
export interface ReceiptTotals {
  readonly mode: 'off' | 'audit' | 'lossless' | 'reversible';
  /** Whether the request offers the retrieve tool; with `none` only lossless rewrites are made (I2). */
  readonly redemption: 'tool' | 'none';
  /** The tokenizer that counted. */
  readonly counter: string;
  readonly tokensBefore: number;
  readonly tokensAfter: number;
  /** Tokens of the retrieve tool's definition, where this request carries it because of us. */
  readonly overheadTokens: number;
  readonly tokensSaved: number;
  /** Handles that stand in the prompt because of us, in order, each once; none in `audit`, where nothing goes out changed. */
  readonly handles: readonly Handle[];
  readonly milliseconds: number;
}

/** The totals of one call of `compress`, and what happened to each text. */
export interface Receipt extends ReceiptTotals {
  readonly segments: readonly SegmentReport[];
}

/** The totals alone: whoever keeps them beside a conversation does not keep a report on every text of its history for every call. */
export function totalsOf({ segments: _segments, ...totals }: Receipt): ReceiptTotals {
  return totals;
}

/** Adds the reports of one call up. */
export function buildReceipt(call: {
  mode: Receipt['mode'];
  redemption: Receipt['redemption'];
  counter: string;
  segments: readonly SegmentReport[];
  overheadTokens: number;
  milliseconds: number;
}): Receipt {
  let tokensBefore = 0;
  let tokensAfter = 0;
  const handles = new Set<Handle>();
  for (const segment of call.segments) {
    tokensBefore += segment.tokensBefore ?? 0;
    tokensAfter += segment.tokensAfter ?? 0;
    if (segment.handle !== undefined && call.mode !== 'audit') handles.add(segment.handle);
  }
  return {
    mode: call.mode,
    redemption: call.redemption,
    counter: call.counter,
    tokensBefore,
    tokensAfter,
    overheadTokens: call.overheadTokens,
    tokensSaved: tokensBefore - tokensAfter - call.overheadTokens,
    handles: [...handles],
    segments: call.segments,
    milliseconds: call.milliseconds,
  };
}
