import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { originalText } from './__fixtures__/original-text.ts';
import { startWriter, type Writer } from './__fixtures__/start-writer.ts';
import { createSqliteStore } from './sqlite-store.ts';

const directory = mkdtempSync(join(tmpdir(), 'headroom-processes-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function expectAcknowledged(path: string, writers: readonly { name: string; writer: Writer }[]): Promise<void> {
  const store = createSqliteStore({ path });
  for (const { name, writer } of writers) {
    for (const { handle, index } of writer.acknowledged()) {
      expect(await store.get(handle, 'shared')).toEqual({ status: 'found', text: originalText(name, index) });
    }
  }
  await store.close();
}

function expectSound(path: string): void {
  const database = new DatabaseSync(path);
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  const counted = database.prepare('SELECT count(*) AS entries, coalesce(sum(bytes), 0) AS bytes FROM originals').get();
  expect(database.prepare('SELECT entries, bytes FROM totals').get()).toEqual(counted);
  database.close();
}

async function until(condition: () => boolean): Promise<void> {
  const started = performance.now();
  while (!condition()) {
    if (performance.now() - started > 50_000) throw new Error('Waited too long.');
    await delay(5);
  }
}

describe('several processes', () => {
  it('create one new file and write to it at once, and lose nothing', { timeout: 120_000 }, async () => {
    const path = join(directory, 'shared.sqlite');
    const names = ['first', 'second', 'third'];
    const writers = names.map((name) => ({ name, writer: startWriter({ path, name, count: 120 }) }));
    await Promise.all(writers.map(({ writer }) => writer.ended));
    for (const { writer } of writers) expect(writer.acknowledged().length, writer.failure()).toBe(120);
    await expectAcknowledged(path, writers);
    expectSound(path);
    const store = createSqliteStore({ path });
    expect((await store.stats()).entries).toBe(360);
    await store.close();
  });

  it('I1: have every acknowledged original after kill -9 in the middle of writing, three times over', { timeout: 120_000 }, async () => {
    const path = join(directory, 'killed.sqlite');
    const writers: { name: string; writer: Writer }[] = [];
    for (const round of [1, 2, 3]) {
      const pair = [`${round} a`, `${round} b`].map((name) => ({ name, writer: startWriter({ path, name, count: 1_000_000 }) }));
      await until(() => pair.every(({ writer }) => writer.acknowledged().length > 30 * round));
      for (const { writer } of pair) writer.process.kill('SIGKILL');
      await Promise.all(pair.map(({ writer }) => writer.ended));
      for (const { writer } of pair) expect(writer.process.signalCode).toBe('SIGKILL');
      writers.push(...pair);
      expectSound(path);
    }
    await expectAcknowledged(path, writers);
  });

  it.runIf(process.platform === 'linux')(
    'get a clear error where no more can be written, and keep what was acknowledged',
    { timeout: 120_000 },
    async () => {
      const path = join(directory, 'full.sqlite');
      // Blocks of 512 bytes (POSIX): no file of this process may grow beyond 400 KiB.
      const writer = startWriter({ path, name: 'limited', count: 100_000, shell: 'trap "" XFSZ; ulimit -f 800' });
      await writer.ended;
      expect(writer.failure()).toBe('store-failed');
      expect(writer.acknowledged().length).toBeGreaterThan(10);
      await expectAcknowledged(path, [{ name: 'limited', writer }]);
      expectSound(path);
    },
  );
});
