/**
 * The one grammar of markers: `<<ccr:HASH FACTS>>` where something was left out, `<<ccr:HASH,KIND,SIZE>>` where a blob stood.
 *
 * No part of a marker holds `<`, `>`, `"`, a control character or (as we write it) a backslash: it can neither close itself early nor change by being
 * put into a JSON string, and a reader never looks further for its end than to the next of these.
 */
export const markerStart = '<<ccr:';

export const markerEnd = '>>';

/** The key of the element that stands last in a JSON array out of which items were dropped. */
export const droppedKey = '_ccr_dropped';

/** Digits of a handle, hexadecimal. */
export const handleLength = 24;

/** Characters that end the reading of a marker, whether it was whole or not. */
export function endsMarker(code: number): boolean {
  return code === 0x3c || code === 0x3e || code === 0x22 || code < 0x20 || code === 0x7f;
}

/** Whether a code unit is a hexadecimal digit, in either case. */
export function isHexDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}

/** Whether a text is a handle as we write it. */
export function isHandle(text: string): boolean {
  return text.length === handleLength && /^[0-9a-f]*$/.test(text);
}
