/**
 * Text inside a payload that looks like one of our own marks: the opening of a marker, or the key that stands beside one. Spelled with an escape it is
 * inert, and it decodes to the same string (I12).
 */
const OWN_MARKS = /<<(?=ccr:)|_(?=ccr_dropped)/gi;

const BEYOND_ASCII = /[\u0080-\uffff]/g;

/** The JSON spelling of a string, with anything that looks like our own marks escaped. Lone surrogates are escaped, as `JSON.stringify` does. */
export function spellString(value: string): string {
  const spelled = JSON.stringify(value);
  return mentionsOwnMarks(spelled) ? escapeOwnMarks(spelled) : spelled;
}

/** Whether a text holds something that looks like our own marks; cheap where it does not. */
export function mentionsOwnMarks(text: string): boolean {
  OWN_MARKS.lastIndex = 0;
  return OWN_MARKS.test(text);
}

/** Escapes our own marks inside the JSON spelling of a string. */
export function escapeOwnMarks(spelled: string): string {
  return spelled.replace(OWN_MARKS, (mark) => (mark === '_' ? '\\u005f' : '\\u003c<'));
}

/** A JSON spelling with every letter beyond ASCII as an escape. */
export function toAscii(spelled: string): string {
  return spelled.replace(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
