import type { Handle } from '../types/store.ts';
import { parseMarkers } from './parse-markers.ts';

/*
 * One `~` is put into every place where our grammar or our key could be read, and one more where there are some already: so that any text, escaped ones
 * included, comes back as it was. A `~` means nothing to JSON, so that the text around may be JSON, a string inside it or plain. Each pattern runs over
 * the `~` once and begins with a character that it holds nowhere else in one match: linear.
 */
const startPattern = /(<<ccr)(~*)(:)/gi;
const keyPattern = /(_ccr)(~*)(_dropped)/gi;

/** Which markers are left as they are. */
export interface EscapeOptions {
  /**
   * Whether the store minted this handle in this scope: such a marker stays in force.
   *
   * @default no marker is ours
   */
  readonly isOurs?: (handle: Handle) => boolean;
}

/**
 * Takes their meaning from markers and marker keys in a text that we did not write (I12): `<<ccr:` becomes `<<ccr~:`, `_ccr_dropped` `_ccr~_dropped`.
 *
 * For every text `unescapeMarkers(escapeMarkers(text)) === text`, and without `isOurs` the escaped text holds no marker. Escape what is going to be shown, not
 * what is going to be parsed: JSON may spell `<` as an escape, and decoding would bring the marker to life after the check.
 *
 * @example escapeMarkers('<<ccr:0123456789abcdef01234567>>') // '<<ccr~:0123456789abcdef01234567>>'
 */
export function escapeMarkers(text: string, { isOurs }: EscapeOptions = {}): string {
  const kept = isOurs === undefined ? [] : parseMarkers(text).filter(({ handle }) => isOurs(handle));
  let escaped = '';
  let done = 0;
  for (const { start, end } of kept) {
    // Our key inside a marker of ours is escaped too, or undoing could not tell what stood there.
    escaped += escapePiece(text.slice(done, start)) + text.slice(start, end).replace(keyPattern, '$1~$2$3');
    done = end;
  }
  return escaped + escapePiece(text.slice(done));
}

/** Undoes `escapeMarkers`, with or without `isOurs`. */
export function unescapeMarkers(text: string): string {
  return text.replace(startPattern, takeOne).replace(keyPattern, takeOne);
}

/** Whether a text holds anything that `escapeMarkers` would change: our grammar or our key, escaped or not. */
export function holdsMarkerGrammar(text: string): boolean {
  return text.search(startPattern) !== -1 || text.search(keyPattern) !== -1;
}

function escapePiece(text: string): string {
  return text.replace(startPattern, '$1~$2$3').replace(keyPattern, '$1~$2$3');
}

function takeOne(_match: string, before: string, tildes: string, after: string): string {
  return before + tildes.slice(1) + after;
}
