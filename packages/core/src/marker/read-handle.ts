import type { Handle } from '../types/store.ts';
import { handleLength, isHexDigit } from './grammar.ts';
import { parseMarkers } from './parse-markers.ts';

/**
 * Reads a handle out of what a model or a person wrote for one: a whole marker or a torn one, quotes, `ccr:` or `hash=` before it, upper case.
 *
 * Undefined where there is none, or where there are several different ones: guessing would give the wrong original.
 *
 * @example readHandle('hash="0123456789ABCDEF01234567"') // '0123456789abcdef01234567'
 */
export function readHandle(input: string): Handle | undefined {
  const [marker, ...others] = parseMarkers(input);
  if (marker !== undefined) return others.every(({ handle }) => handle === marker.handle) ? marker.handle : undefined;
  const found = new Set<Handle>();
  for (let at = 0; at < input.length; at += 1) {
    if (!isWordCharacter(input.charCodeAt(at))) continue;
    const start = at;
    let digits = true;
    for (; at < input.length && isWordCharacter(input.charCodeAt(at)); at += 1) digits &&= isHexDigit(input.charCodeAt(at));
    // Only a word of just this length: a longer one is somebody else's digest.
    if (digits && at - start === handleLength) found.add(input.slice(start, at).toLowerCase());
  }
  const [handle] = found;
  return found.size === 1 ? handle : undefined;
}

function isWordCharacter(code: number): boolean {
  return isHexDigit(code) || (code >= 0x67 && code <= 0x7a) || (code >= 0x47 && code <= 0x5a) || code > 0x7f;
}
