/** The part of `node:worker_threads` that is used; written out because core's own types know no Node. */
export interface WorkerHandle {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
  on(event: 'exit', listener: (code: number) => void): void;
  ref(): void;
  unref(): void;
  terminate(): Promise<number>;
}

interface ParentPort {
  postMessage(message: unknown): void;
  close(): void;
  on(event: 'message', listener: (message: unknown) => void): void;
}

interface WorkerThreads {
  readonly Worker: new (url: URL, options?: { readonly name?: string; readonly execArgv?: readonly string[] }) => WorkerHandle;
  readonly parentPort: ParentPort | null;
}

interface ProcessWithBuiltins {
  getBuiltinModule?(id: string): unknown;
}

/**
 * The worker threads of the runtime, if it has them.
 *
 * Asked for at run time through `process.getBuiltinModule`, so that no bundler and no other runtime meets a Node import in core.
 */
export function workerThreads(): WorkerThreads | undefined {
  const host = (globalThis as { process?: ProcessWithBuiltins }).process;
  try {
    return host?.getBuiltinModule?.('node:worker_threads') as WorkerThreads | undefined;
  } catch {
    return undefined;
  }
}
