/**
 * What a piece of work gives, or the signal's reason as a rejection as soon as it is aborted.
 *
 * The work itself is left behind, not cut short: what it finds out is the same for whoever asks next, and a half-made rendering would not be (I4).
 */
export function orAborted<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work();
  return new Promise<T>((resolve, reject) => {
    signal.throwIfAborted();
    const onAbort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}
