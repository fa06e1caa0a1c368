import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built program. */
export const bin = fileURLToPath(new URL('../dist/bin.js', import.meta.url));

/** What a run of the built program gave. */
export interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly remarks: string;
}

/** Starts the built program. */
export function startBin(argv: readonly string[]) {
  if (!existsSync(bin)) throw new Error(`${bin} is missing: run \`npm run build\` first.`);
  return spawn(process.execPath, [bin, ...argv], { stdio: 'pipe' });
}

/** Runs the built program to its end. */
export function runBin(argv: readonly string[], input: string | Uint8Array = ''): Promise<Run> {
  const child = startBin(argv);
  const output: Buffer[] = [];
  const remarks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => remarks.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(output).toString(), remarks: Buffer.concat(remarks).toString() }));
  });
}

/** The objects of a JSON lines output; splits at `\n` alone, as clients must. */
export function parseLines(output: string): readonly Readonly<Record<string, unknown>>[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** A folder for one test file. */
export function temporaryFolder(): { readonly path: (name: string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-cli-'));
  return { path: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Rows of which no lossless form is short: their notes have nothing in common. */
export function manyRows(count = 400): string {
  let seed = 1;
  const word = (): string => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed.toString(36);
  };
  const rows = Array.from({ length: count }, (_, id) => ({
    id,
    state: id % 211 === 0 ? 'failed' : 'done',
    title: `Ticket about ${['disks', 'networks', 'printers'][id % 3] ?? ''} \u2028 of floor ${id % 17}`,
    note: Array.from({ length: 12 }, word).join(' '),
  }));
  return JSON.stringify(rows);
}
