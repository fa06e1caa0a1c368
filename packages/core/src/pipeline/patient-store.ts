import { HeadroomError } from '../errors/headroom-error.ts';
import type { CcrStore } from '../types/store.ts';

/** What a run needs of a store. */
export type RunStore = Pick<CcrStore, 'put' | 'touch'>;

/**
 * Waits for a store so long and no longer (I6), for the length of one call.
 *
 * A store that once did not answer is not asked again in that call: each of its texts would wait as long.
 */
export function patientStore(store: CcrStore, deadlineMs: number): RunStore {
  let gaveUp: HeadroomError | undefined;

  async function inTime<T>(ask: () => Promise<T>): Promise<T> {
    if (gaveUp !== undefined) throw gaveUp;
    if (deadlineMs > longestTimer) return ask();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        gaveUp = new HeadroomError({
          code: 'store-failed',
          message: `The store did not answer within ${deadlineMs} ms; the text passes unchanged. Look after the store, or raise storeDeadlineMs.`,
        });
        reject(gaveUp);
      }, deadlineMs);
    });
    try {
      return await Promise.race([ask(), deadline]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    put: (entry) => inTime(() => store.put(entry)),
    touch: (handles, scope, lifetime) => inTime(() => store.touch(handles, scope, lifetime)),
  };
}

const longestTimer = 2 ** 31 - 1;
