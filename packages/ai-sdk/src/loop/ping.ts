import type { StreamPart } from '../specification/stream-part.ts';

const everyMs = 1000;

/**
 * Waits for a promise and pings meanwhile, at once and then every second: a caller that gives up when no part comes for a while would take the wait between
 * two rounds for a dead stream. Only V4 streams know pings; ai 6 throws on parts that it does not know.
 */
export async function* pingWhile<Value>(promise: Promise<Value>, specificationVersion: string): AsyncGenerator<StreamPart, Value> {
  if (specificationVersion !== 'v4') return await promise;
  const settled = promise.then(
    () => true,
    () => true,
  );
  do yield { type: 'ping' };
  while (!(await settlesWithin(settled, everyMs)));
  return await promise;
}

async function settlesWithin(settled: Promise<boolean>, milliseconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}
