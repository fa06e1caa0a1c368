import type { StreamPart } from '../specification/stream-part.ts';

/** Where the parts of all rounds come from; cancelling it reaches the provider, whatever it is doing. */
export interface Source {
  /** Aborts when the caller aborts or cancels: for the requests of later rounds. */
  readonly signal: AbortSignal;
  cancelled(): boolean;
  read(stream: ReadableStream<StreamPart>): AsyncGenerator<StreamPart, void>;
  cancel(reason: unknown): Promise<void>;
}

/**
 * Makes the source of one call.
 *
 * The reader is kept at hand because closing a generator waits for the read under way: a provider that has fallen silent would never hear that nobody listens
 * any more.
 */
export function createSource(callerSignal: AbortSignal | undefined): Source {
  const controller = new AbortController();
  let reader: ReadableStreamDefaultReader<StreamPart> | undefined;
  let cancelled = false;
  return {
    signal: callerSignal === undefined ? controller.signal : AbortSignal.any([callerSignal, controller.signal]),
    cancelled: () => cancelled,
    async *read(stream) {
      if (cancelled) return stream.cancel();
      const current = stream.getReader();
      reader = current;
      let ended = false;
      try {
        for (;;) {
          const { done, value } = await current.read();
          ended = done;
          if (done) return;
          yield value;
        }
      } finally {
        reader = undefined;
        // Left early by an error of ours or of the stream: then the provider's stream must not stay open, and a second failure says nothing new.
        if (!ended) void current.cancel().catch(() => undefined);
        current.releaseLock();
      }
    },
    async cancel(reason) {
      cancelled = true;
      controller.abort(reason);
      await reader?.cancel(reason);
    },
  };
}

/** A generator as a stream that asks for a part only when its reader does. */
export function pullStream(parts: AsyncGenerator<StreamPart, void>, source: Source): ReadableStream<StreamPart> {
  return new ReadableStream<StreamPart>(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => source.cancel(reason),
    },
    // Nothing is read ahead: the provider's own back pressure is the caller's.
    { highWaterMark: 0 },
  );
}
