import { APICallError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { withRetries } from './retry.ts';

const overloaded = (responseHeaders: Record<string, string> = {}, statusCode = 503) =>
  new APICallError({ message: 'overloaded', url: 'http://x.example', requestBodyValues: {}, statusCode, responseHeaders });

function failing(times: number, error: unknown): { attempt: () => Promise<string>; count: () => number } {
  let count = 0;
  return {
    count: () => count,
    attempt: () => {
      count += 1;
      return count <= times ? Promise.reject(error) : Promise.resolve('done');
    },
  };
}

describe('withRetries', () => {
  it('tries again where the error says that this may help', async () => {
    const { attempt, count } = failing(2, overloaded());
    expect(await withRetries(attempt, { maximumRetries: 2, initialDelayMs: 1 })).toBe('done');
    expect(count()).toBe(3);
  });

  it('gives the last error on, as one that is not to be retried, when it has tried often enough', async () => {
    const error = overloaded();
    const { attempt, count } = failing(9, error);
    await expect(withRetries(attempt, { maximumRetries: 2, initialDelayMs: 1 })).rejects.toBe(error);
    expect(count()).toBe(3);
    expect(error.isRetryable, 'so that the framework does not begin anew').toBe(false);
  });

  it('leaves an error as it is where it retries nothing', async () => {
    const error = overloaded();
    await expect(withRetries(failing(9, error).attempt, { maximumRetries: 0, initialDelayMs: 1 })).rejects.toBe(error);
    expect(error.isRetryable).toBe(true);
  });

  it('does not try again what cannot help', async () => {
    const { attempt, count } = failing(9, overloaded({}, 400));
    await expect(withRetries(attempt, { maximumRetries: 2, initialDelayMs: 1 })).rejects.toThrow('overloaded');
    expect(count()).toBe(1);
  });

  it('waits as long as the provider asks, not as long as it would by itself', async () => {
    const { attempt } = failing(1, overloaded({ 'retry-after-ms': '5' }));
    await withRetries(attempt, { maximumRetries: 1, initialDelayMs: 60_000 });
  });

  it('stops waiting when the caller aborts', async () => {
    const controller = new AbortController();
    const { attempt, count } = failing(9, overloaded());
    const running = withRetries(attempt, { maximumRetries: 3, initialDelayMs: 60_000, abortSignal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 5);
    await expect(running).rejects.toThrow('enough');
    expect(count()).toBe(1);
  });
});
