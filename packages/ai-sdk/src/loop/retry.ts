/** How often and how patiently a later round is tried again. */
export interface RetryOptions {
  readonly maximumRetries: number;
  readonly initialDelayMs: number;
  readonly abortSignal?: AbortSignal | undefined;
}

const longestRequestedDelayMs = 60_000;

/**
 * Tries a model call again where its error says that this may help, waiting twice as long each time or as long as the provider asks.
 *
 * The frameworks retry the wrapped call as a whole, so that an overloaded provider in round two would make them pay for round one again; the
 * rounds after the first are therefore retried here.
 */
export async function withRetries<Result>(attempt: () => PromiseLike<Result>, options: RetryOptions): Promise<Result> {
  for (let retries = 0; ; retries += 1) {
    options.abortSignal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      const delay = delayMs(error, retries, options);
      if (delay === undefined) throw error;
      await sleep(delay, options.abortSignal);
    }
  }
}

// By the field, not by the class: two copies of the provider package in one process have two classes.
function isRetryable(error: unknown): error is { readonly responseHeaders?: Readonly<Record<string, string>> } {
  return typeof error === 'object' && error !== null && 'isRetryable' in error && error.isRetryable === true;
}

/** How long to wait before the next attempt; undefined where there is none. */
function delayMs(error: unknown, retries: number, options: RetryOptions): number | undefined {
  if (!isRetryable(error) || options.abortSignal?.aborted === true) return undefined;
  if (retries < options.maximumRetries) return requestedDelayMs(error) ?? options.initialDelayMs * 2 ** retries;
  // The framework would take a retryable error for a reason to begin with round one again, and each of its attempts would be retried here: three times three.
  if (retries > 0 && !Object.isFrozen(error)) Object.assign(error, { isRetryable: false });
  return undefined;
}

/** The wait that the answer's headers ask for, where it is a number within a minute. */
function requestedDelayMs({ responseHeaders }: { readonly responseHeaders?: Readonly<Record<string, string>> }): number | undefined {
  const milliseconds = Number.parseFloat(responseHeaders?.['retry-after-ms'] ?? '');
  const delay = Number.isNaN(milliseconds) ? Number.parseFloat(responseHeaders?.['retry-after'] ?? '') * 1000 : milliseconds;
  return delay >= 0 && delay <= longestRequestedDelayMs ? delay : undefined;
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
