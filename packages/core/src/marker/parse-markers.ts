import type { Handle } from '../types/store.ts';
import { endsMarker, handleLength, isHexDigit, markerEnd, markerStart } from './grammar.ts';

/** A marker found in a text. It has no power of its own: whether the store minted it in this scope is the store's to say (I12). */
export interface Marker {
  /** In lower case, however it stood. */
  readonly handle: Handle;
  /** The words behind the handle; empty for a blob. */
  readonly facts: readonly string[];
  /** Where the marker replaces a blob: its format and size as spelled, such as `4.5KB`. */
  readonly blob?: { readonly format: string; readonly size: string };
  /** Where the marker begins and ends in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * Finds every marker of a text, in order, in either case: linear, whatever the text holds.
 *
 * @example parseMarkers('… <<ccr:0123456789abcdef01234567 20_rows_offloaded>>')[0]?.facts // ['20_rows_offloaded']
 */
export function parseMarkers(text: string): readonly Marker[] {
  const markers: Marker[] = [];
  // A marker cannot hold `<`, so that a failed reading never has to be taken up again inside what it has read: every character is read at most twice.
  for (let at = text.indexOf('<<'); at !== -1; at = text.indexOf('<<', at)) {
    const marker = readMarker(text, at);
    if (marker === undefined) at += 1;
    else {
      markers.push(marker);
      at = marker.end;
    }
  }
  return markers;
}

function readMarker(text: string, start: number): Marker | undefined {
  const handleStart = start + markerStart.length;
  if (text.slice(start, handleStart).toLowerCase() !== markerStart) return undefined;
  const handleEnd = handleStart + handleLength;
  for (let at = handleStart; at < handleEnd; at += 1) if (!isHexDigit(text.charCodeAt(at))) return undefined;
  let bodyEnd = handleEnd;
  while (bodyEnd < text.length && !endsMarker(text.charCodeAt(bodyEnd))) bodyEnd += 1;
  if (!text.startsWith(markerEnd, bodyEnd)) return undefined;

  const place = { handle: text.slice(handleStart, handleEnd).toLowerCase(), start, end: bodyEnd + markerEnd.length };
  const body = text.slice(handleEnd, bodyEnd);
  if (body === '' || body.startsWith(' ')) return { ...place, facts: body.split(' ').filter((word) => word !== '') };
  const [before, format, size, ...rest] = body.split(',');
  if (before !== '' || !format || !size || rest.length > 0) return undefined;
  return { ...place, facts: [], blob: { format, size } };
}
