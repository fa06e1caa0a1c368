import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { call, handleIn, play, say, startFakeProviderServer, type Step } from '../../../../test/support/fake-provider-server/index.ts';
import { prefixBreak } from '../../../../test/support/wire-prefix.ts';

const folder = mkdtempSync(join(tmpdir(), 'headroom-langchain-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Asks the agent in a process of its own, which has nothing but the file of checkpoints. */
function ask(...parameters: readonly string[]): Promise<string> {
  const hooks = path('../../../../test/support/resolve-source.mjs');
  const child = spawn(process.execPath, ['--import', hooks, path('../__fixtures__/one-process.ts'), ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) =>
    child.on('error', reject).on('close', (code) => (code === 0 ? resolve(output.trim()) : reject(new Error(output)))),
  );
}

const look =
  (id: string, path: string): Step =>
  ({ messages }) => [call(id, 'headroom_retrieve', { hash: handleIn(messages), path })];

describe.each(['middleware', 'model'])('an agent whose thread another process goes on with (%s)', (place) => {
  it('I3: sends what was sent, exchanges included; the checkpoints hold originals and no marker', { timeout: 60_000 }, async () => {
    const steps = [
      () => [call('u1', 'list_rows', {})],
      look('h1', '$[177]'),
      () => [say('Row 177.')],
      look('h2', '$[3]'),
      () => [say('Row 3 is fine.')],
    ];
    const server = await startFakeProviderServer(play(steps));
    const file = join(folder, place);
    expect(await ask(server.url, file, place, 'Which row failed?')).toContain('Row 177.');
    expect(await ask(server.url, file, place, 'And row 3?')).toContain('Row 3 is fine.');
    const { requests } = server;
    await server.close();
    expect(requests).toHaveLength(5);
    for (const [index, request] of requests.entries()) {
      const before = requests[index - 1];
      if (before !== undefined) expect(prefixBreak(before.messages, request.messages), `request ${index}`).toBeUndefined();
    }
    expect(JSON.stringify(requests[4]?.messages)).toContain('failed: disk 3');
    const checkpoints = readFileSync(file, 'latin1');
    expect(checkpoints).toContain('failed: disk 3');
    expect(checkpoints).not.toContain('<<ccr:');
  });
});
