import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const hooks = new URL('../../../../test/support/resolve-source.mjs', import.meta.url).href;
const script = fileURLToPath(new URL('./write-originals.ts', import.meta.url));

/** A writing process, and what it has acknowledged so far. */
export interface Writer {
  readonly process: ChildProcess;
  readonly acknowledged: () => readonly { readonly handle: string; readonly index: number }[];
  readonly failure: () => string | undefined;
  /** Resolves when the process has ended and all it said is here. */
  readonly ended: Promise<void>;
}

/** Starts a process that writes originals; `shell` is put before the command, to limit what it may use. */
export function startWriter({ path, name, count, shell = '' }: { path: string; name: string; count: number; shell?: string }): Writer {
  const command = [process.execPath, '--import', hooks, script, path, name, String(count)];
  const child =
    shell === ''
      ? spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
      : spawn('sh', ['-c', `${shell}; exec "$0" "$@"`, ...command], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
  });
  // A line that was torn by the end of the process acknowledges nothing.
  const lines = () => said.split('\n').slice(0, -1);
  return {
    process: child,
    acknowledged: () => lines().flatMap((line) => (/^[0-9a-f]{24} /.test(line) ? [{ handle: line.slice(0, 24), index: Number(line.slice(25)) }] : [])),
    failure: () => lines().find((line) => line.startsWith('failed'))?.slice('failed '.length),
    ended: new Promise((resolve) => child.on('close', () => resolve())),
  };
}
