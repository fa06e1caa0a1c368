import { mentionsOwnMarks, spellData, tellsAbsence } from '../../spell/spell-string.ts';
import { BARE_KEY, BARE_NAME, WORDS } from '../grammar.ts';

/** A key as it is written where a field is named. Bare keys hold no sign of the grammar; a dot separates the keys of a path. */
function spellName(key: string): string {
  return BARE_NAME.test(key) && !WORDS.has(key) && !/\p{Surrogate}/u.test(key) && !mentionsOwnMarks(key) ? key : spellData(key);
}

/** A key of a record that is written as it is: dots and spaces are part of it. */
export function spellKey(key: string): string {
  return BARE_KEY.test(key) && !/[\u0000-\u001f]|\p{Surrogate}/u.test(key) && !mentionsOwnMarks(key) ? key : spellData(key);
}

export function spellPath(path: readonly string[]): string {
  return path.map(spellName).join('.');
}

/** A key before its row in a map: all up to a colon and a space or the end of the line, so nearly every key stands bare. */
export function spellMapKey(key: string): string {
  const bare =
    key !== '' &&
    !/[\n\r\u0000-\u001f]|: |:$|^[\s"`\]})([{…#]|\s$|\p{Surrogate}/u.test(key) &&
    !mentionsOwnMarks(key) &&
    !tellsAbsence(key);
  return bare ? key : spellData(key);
}
