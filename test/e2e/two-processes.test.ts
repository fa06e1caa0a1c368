// An application is killed and started again: what it had compressed is still there, and the same prompt is sent byte for byte.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { prefixBreak } from '../support/wire-prefix.ts';
import { conversations, toolResult, type Format } from './conversation.ts';

const directory = mkdtempSync(join(tmpdir(), 'headroom-two-processes-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const hooks = new URL('../support/resolve-source.mjs', import.meta.url).href;
const script = fileURLToPath(new URL('./one-process.ts', import.meta.url));

interface Sent {
  readonly messages: readonly unknown[];
  readonly originals: Readonly<Record<string, string>>;
}

let runs = 0;

/** Runs one process up to the point where its prompt is ready, and kills it there. */
async function sentByProcess(store: string, format: Format, turns: number): Promise<Sent> {
  runs += 1;
  const output = join(directory, `${runs}.json`);
  const child = spawn(process.execPath, ['--import', hooks, script, join(directory, store), format, String(turns), output], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  child.kill('SIGKILL');
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  return JSON.parse(readFileSync(output, 'utf8')) as Sent;
}

describe.each(Object.keys(conversations) as Format[])('%s messages', (format) => {
  it(
    'I1, I3, I4: survive kill -9: other processes read every original byte for byte and send the same prompt, and more of it',
    { timeout: 120_000 },
    async () => {
      const first = await sentByProcess(`${format}.sqlite`, format, 2);
      const second = await sentByProcess(`${format}.sqlite`, format, 2);
      // At once, one going on with the file and one with nothing.
      const [further, fresh] = await Promise.all([
        sentByProcess(`${format}.sqlite`, format, 3),
        sentByProcess(`${format}-empty.sqlite`, format, 3),
      ]);

      expect(JSON.stringify(first.messages).length).toBeLessThan(0.7 * JSON.stringify(conversations[format](2)).length);
      expect(JSON.stringify(second.messages)).toBe(JSON.stringify(first.messages));
      expect(prefixBreak(first.messages, further.messages)).toBeUndefined();
      expect(JSON.stringify(fresh.messages)).toBe(JSON.stringify(further.messages));
      expect(Object.values(first.originals)).toEqual([1, 2].map(toolResult));
      expect(second.originals).toEqual(first.originals);
      expect(Object.values(further.originals)).toEqual([1, 2, 3].map(toolResult));
      expect(fresh.originals).toEqual(further.originals);
    },
  );
});
