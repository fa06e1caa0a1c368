import type { PassReason } from '../types/rendering.ts';

/** What Headroom tells about its work; names are noun-verb. */
export type HeadroomEvent =
  | {
      readonly type: 'segment-compressed';
      readonly segmentId: string;
      readonly compressor: string;
      readonly tokensBefore: number;
      readonly tokensAfter: number;
    }
  | { readonly type: 'segment-passed'; readonly segmentId: string; readonly reason: PassReason; readonly detail?: string }
  | { readonly type: 'store-failed'; readonly segmentId: string; readonly error: unknown }
  | {
      readonly type: 'work-progressed';
      readonly segmentsDone: number;
      readonly segmentsTotal: number;
      readonly charactersDone: number;
      readonly charactersTotal: number;
    }
  | { readonly type: 'original-retrieved'; readonly hash: string; readonly outcome: 'found' | 'missed' };

/** Wraps a listener so that its faults never reach the model call (I6). */
export function guardListener<T>(listener: (value: T) => void): (value: T) => void {
  return (value) => {
    try {
      listener(value);
    } catch {
      // A listener that throws has lost one notice; the prompt must go on.
    }
  };
}
