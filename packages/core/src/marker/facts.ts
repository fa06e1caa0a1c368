const longestFact = 80;

/**
 * Spells how much was left out, in the unit of the thing.
 *
 * @example offloadedFact(37, 'lines') // '37_lines_offloaded'
 */
export function offloadedFact(count: number, unit: string): string {
  return `${count}_${unit}_offloaded`;
}

/**
 * Spells how often something occurs in what was left out.
 *
 * @example countFact(12, 'INFO') // '12×INFO'
 */
export function countFact(count: number, label: string): string {
  return `${count}×${label}`;
}

/**
 * Makes one word of a fact, whatever text it was computed from: white space becomes `_`, and what could end a marker or be escaped inside JSON is replaced
 * by a look-alike. Cut at 80 characters with `…`. Sanitising twice changes nothing.
 */
export function sanitiseFact(fact: string): string {
  // Cut first: a fact may have been computed from a megabyte of somebody else's text.
  const word = fact
    .slice(0, 4 * longestFact)
    .trim()
    .replace(invisible, '_')
    .replace(/[<>"\\]/g, (character) => lookAlikes.get(character) ?? '');
  const characters = Array.from(word, (character) => (isLoneSurrogate(character) ? '\ufffd' : character));
  const whole = characters.length <= longestFact && fact.length <= 4 * longestFact;
  return whole ? characters.join('') : `${characters.slice(0, longestFact - 1).join('')}…`;
}

/** White space, control characters, and marks that take no room or turn the direction of text. Spelled out: property classes grow with Unicode (I4). */
const invisible = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/g;

const lookAlikes: ReadonlyMap<string, string> = new Map([
  ['<', '‹'],
  ['>', '›'],
  ['"', "'"],
  ['\\', '/'],
]);

/** Characters as string iteration gives them: a pair of surrogates is one of two units. */
function isLoneSurrogate(character: string): boolean {
  return character.length === 1 && character >= '\ud800' && character <= '\udfff';
}
