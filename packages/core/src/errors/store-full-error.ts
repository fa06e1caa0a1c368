import { HeadroomError } from './headroom-error.ts';

/** The store is at its bound and all it holds is in use by live conversations. */
export class StoreFullError extends HeadroomError {
  constructor({ bytes, maximumBytes }: { bytes: number; maximumBytes: number }) {
    super({
      code: 'store-full',
      message: `The store holds ${bytes} of ${maximumBytes} bytes, all of them in use; the text passes unchanged. Raise maximumBytes or purge finished scopes.`,
    });
    this.name = 'StoreFullError';
  }
}
