import type { JsonValue } from '../model.ts';
import { spellExactly } from './spell-value.ts';
import type { Spelling } from './spelling.ts';

const ESCAPED_LETTER = /\\u(?!00[01])[0-9a-f]{4}/;

/**
 * The spelling in which a JSON text was written, proved by writing it again; undefined where no known serialiser writes this text.
 * The text must not have white space around it. Linear: one candidate is tried.
 */
export function recogniseSpelling(text: string, value: JsonValue): Spelling | undefined {
  const spelling: Spelling = { layout: guessLayout(text), letters: ESCAPED_LETTER.test(text) ? 'ascii' : 'plain' };
  return spellExactly(value, spelling) === text ? spelling : undefined;
}

function guessLayout(text: string): Spelling['layout'] {
  const second = text[1];
  if (second === '\n') {
    if (text[2] === '\t') return 'tab';
    let spaces = 0;
    while (text[2 + spaces] === ' ') spaces++;
    return spaces === 1 || spaces === 2 || spaces === 3 ? spaces : 4;
  }
  return followedBySpace(text) ? 'spaced' : 'compact';
}

/** Whether the first colon or comma outside a string is followed by a space. */
function followedBySpace(text: string): boolean {
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inside && character === '\\') at++;
    else if (character === '"') inside = !inside;
    else if (!inside && (character === ':' || character === ',')) return text[at + 1] === ' ';
  }
  return false;
}
