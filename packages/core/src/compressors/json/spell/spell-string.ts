/**
 * Text inside a payload that looks like one of our own marks: the opening of a marker, or the key that stands beside one. Spelled with an escape it is
 * inert, and it decodes to the same string (I12).
 */
const OWN_MARKS = /<<(?=ccr:)|_(?=ccr_dropped)/gi;

/** Text inside a payload that reads like an absence that we state: the opening of `…12 rows left out`. */
const ABSENCES = /…(?=\d{1,15} [a-z]{1,16} left out)/g;

const BEYOND_ASCII = /[\u0080-\uffff]/g;

/** The JSON spelling of a string, with anything that looks like our own marks escaped. Lone surrogates are escaped, as `JSON.stringify` does. */
export function spellString(value: string): string {
  const spelled = JSON.stringify(value);
  return mentionsOwnMarks(spelled) ? escapeOwnMarks(spelled) : spelled;
}

/** The JSON spelling of a string of the payload: like `spellString`, and what reads like an absence that we state has an escape too (I11). */
export function spellData(value: string): string {
  const spelled = spellString(value);
  return tellsAbsence(spelled) ? spelled.replace(ABSENCES, '\\u2026') : spelled;
}

/** Whether a text holds something that reads like an absence that we state. */
export function tellsAbsence(text: string): boolean {
  ABSENCES.lastIndex = 0;
  return text.includes('…') && ABSENCES.test(text);
}

/** Whether a text holds something that looks like our own marks; cheap where it does not. */
export function mentionsOwnMarks(text: string): boolean {
  OWN_MARKS.lastIndex = 0;
  return OWN_MARKS.test(text);
}

/** Escapes our own marks inside the JSON spelling of a string. */
function escapeOwnMarks(spelled: string): string {
  return spelled.replace(OWN_MARKS, (mark) => (mark === '_' ? '\\u005f' : '\\u003c<'));
}

/** A JSON spelling with every letter beyond ASCII as an escape. */
export function toAscii(spelled: string): string {
  return spelled.replace(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
