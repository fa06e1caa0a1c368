import { HeadroomError } from '../errors/headroom-error.ts';
import type { CcrEntry, Handle } from '../types/store.ts';

/**
 * Checks what a caller without types could hand over.
 *
 * @throws HeadroomError `invalid-input` where scope or text is no string.
 */
export function checkEntry({ scope, text }: CcrEntry): void {
  if (typeof scope === 'string' && typeof text === 'string') return;
  throw new HeadroomError({ code: 'invalid-input', message: 'A store keeps texts: put({ scope, text }) takes two strings.' });
}

/** The error of two different originals with one handle: the first is kept, and the second passes unchanged. */
export function collisionError(handle: Handle): HeadroomError {
  return new HeadroomError({
    code: 'store-failed',
    message: `Another original stands under the handle ${handle} already; it is kept, and this text passes unchanged.`,
  });
}

/** The error of using a store after its end. */
export function storeClosedError(): HeadroomError {
  return new HeadroomError({
    code: 'store-closed',
    message: 'The store was closed; create a new one, or close it after the last conversation.',
  });
}
