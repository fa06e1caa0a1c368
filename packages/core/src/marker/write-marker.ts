import { HeadroomError } from '../errors/headroom-error.ts';
import type { Handle } from '../types/store.ts';
import { sanitiseFact } from './facts.ts';
import { droppedKey, isHandle, markerEnd, markerStart } from './grammar.ts';

/** What a marker says. */
export interface MarkerContent {
  /** The handle that the store answered when it acknowledged the original. */
  readonly handle: Handle;
  /** Short words computed from exactly what was left out, the amount first. */
  readonly facts?: readonly string[];
}

/**
 * Writes the marker of a text out of which something was left.
 *
 * @throws HeadroomError `invalid-input` where the handle is none: a marker that cannot be redeemed must not exist (I2).
 * @example writeMarker({ handle, facts: ['37_lines_offloaded', '12×INFO'] }) // '<<ccr:0a1b… 37_lines_offloaded 12×INFO>>'
 */
export function writeMarker({ handle, facts = [] }: MarkerContent): string {
  const words = facts.map(sanitiseFact).filter((word) => word !== '');
  return markerStart + [checkHandle(handle), ...words].join(' ') + markerEnd;
}

/** A blob: a value that no reader needs to see, such as an image in base64. */
export interface BlobMarkerContent {
  readonly handle: Handle;
  /** What the blob is: `base64`, `html`, `image/png`. */
  readonly format: string;
  /** Length of the blob as it stood in the text, in UTF-8 bytes. */
  readonly bytes: number;
}

/**
 * Writes the marker that replaces a blob.
 *
 * @throws HeadroomError `invalid-input` where the handle is none.
 * @example writeBlobMarker({ handle, format: 'base64', bytes: 4608 }) // '<<ccr:0a1b…,base64,4.5KB>>'
 */
export function writeBlobMarker({ handle, format, bytes }: BlobMarkerContent): string {
  const name =
    format
      .toLowerCase()
      .slice(0, 40)
      .replace(/[^a-z0-9.+/_-]/g, '') || 'blob';
  return `${markerStart}${checkHandle(handle)},${name},${spellSize(bytes)}${markerEnd}`;
}

/**
 * Writes the JSON element that stands last in an array out of which items were dropped: still JSON, and no value of the array changed.
 *
 * @example writeDroppedElement(marker) // '{"_ccr_dropped":"<<ccr:… 20_rows_offloaded>>"}'
 */
export function writeDroppedElement(marker: string): string {
  return JSON.stringify({ [droppedKey]: marker });
}

/** Bytes as people read them: 1024 to the next unit, one decimal where it says something. */
function spellSize(bytes: number): string {
  const whole = Number.isFinite(bytes) && bytes > 0 ? Math.round(bytes) : 0;
  if (whole < 1024) return `${whole}B`;
  const [size, unit] = whole < 1024 ** 2 ? [whole / 1024, 'KB'] : whole < 1024 ** 3 ? [whole / 1024 ** 2, 'MB'] : [whole / 1024 ** 3, 'GB'];
  return `${Math.round(size * 10) / 10}${unit}`;
}

function checkHandle(handle: Handle): Handle {
  if (isHandle(handle)) return handle;
  throw new HeadroomError({
    code: 'invalid-input',
    message: 'A marker needs a handle of 24 lowercase hexadecimal digits, as store.put() answers it.',
  });
}
