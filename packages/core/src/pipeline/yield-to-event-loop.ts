/**
 * Lets other work of the event loop run.
 *
 * A message channel's turn comes after pending I/O and, unlike a timer, without a delay of a millisecond or more.
 */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
