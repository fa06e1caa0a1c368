import { HeadroomError } from './headroom-error.ts';

/** The store is at its bound and all it holds is in use by live conversations. */
export class StoreFullError extends HeadroomError {
  constructor({
    bytes,
    maximumBytes,
    entries,
    maximumEntries,
  }: {
    bytes: number;
    maximumBytes: number;
    entries?: number;
    maximumEntries?: number;
  }) {
    const counted = entries === undefined || maximumEntries === undefined ? '' : ` and ${entries} of ${maximumEntries} entries`;
    super({
      code: 'store-full',
      message:
        `The store holds ${bytes} of ${maximumBytes} bytes${counted}, and what it could let go leaves no room; the text passes unchanged. ` +
        'Raise maximumBytes or maximumEntries, or purge finished scopes.',
    });
    this.name = 'StoreFullError';
  }
}
