import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadroomError } from '@headroom/core';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { createSqliteStore } from './sqlite-store.ts';

const directory = mkdtempSync(join(tmpdir(), 'headroom-sqlite-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

const scope = 'a';
const modeOf = (path: string) => statSync(path).mode & 0o777;

async function failureOf(path: string): Promise<HeadroomError> {
  const store = createSqliteStore({ path });
  const error = await store.put({ scope, text: 'a text' }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  await store.close();
  if (!HeadroomError.isInstance(error)) throw new Error(`Not an error of Headroom: ${String(error)}`);
  return error;
}

describe('the file', () => {
  it.runIf(process.platform !== 'win32')(
    'is for its owner alone, with its log and its index, whatever the umask and whatever it was',
    async () => {
      const before = process.umask(0);
      try {
        const path = join(directory, 'new', 'deep', 'store.sqlite');
        const store = createSqliteStore({ path });
        await store.put({ scope, text: 'a text' });
        expect([path, `${path}-wal`, `${path}-shm`].map(modeOf)).toEqual([0o600, 0o600, 0o600]);
        expect([join(directory, 'new'), join(directory, 'new', 'deep')].map(modeOf)).toEqual([0o700, 0o700]);
        await store.close();

        chmodSync(path, 0o644);
        chmodSync(join(directory, 'new'), 0o755);
        const again = createSqliteStore({ path });
        await again.put({ scope, text: 'another' });
        expect([path, `${path}-wal`, `${path}-shm`].map(modeOf)).toEqual([0o600, 0o600, 0o600]);
        // Not ours to change: it was named by the caller.
        expect(modeOf(join(directory, 'new'))).toBe(0o755);
        await again.close();
      } finally {
        process.umask(before);
      }
    },
  );

  it('is opened on first use only', async () => {
    const path = join(directory, 'late.sqlite');
    const store = createSqliteStore({ path });
    expect(existsSync(path)).toBe(false);
    await store.stats();
    expect(existsSync(path)).toBe(true);
    await store.close();
  });

  it('keeps nothing of what was purged, deleted or pruned', async () => {
    const path = join(directory, 'secret.sqlite');
    let time = 0;
    const store = createSqliteStore({ path, ttlMs: 1_000, now: () => time });
    const secret = 'sk-live-0123456789';
    await store.put({ scope, text: `${secret} purged` });
    await store.put({ scope: 'b', text: `${secret} pruned ${'x'.repeat(20_000)}` });
    const bytesOnDisk = () =>
      readdirSync(directory)
        .filter((name) => name.startsWith('secret'))
        .map((name) => readFileSync(join(directory, name), 'latin1'))
        .join('');
    expect(bytesOnDisk()).toContain(secret);
    await store.purge(scope);
    expect(bytesOnDisk()).not.toContain(`${secret} purged`);
    time = 10_000;
    expect(await store.prune()).toBe(1);
    expect(bytesOnDisk()).not.toContain(secret);
    await store.close();
  });

  it('gives disk space back', async () => {
    const path = join(directory, 'large.sqlite');
    const store = createSqliteStore({ path });
    for (let index = 0; index < 50; index += 1) await store.put({ scope, text: `${index}${'x'.repeat(100_000)}` });
    await store.purge(scope);
    await store.prune();
    expect(statSync(path).size).toBeLessThan(200_000);
    await store.close();
  });
});

describe('a file that cannot be used', () => {
  it('I1: fails the put with one clear error, so that the text passes unchanged', async () => {
    const garbage = join(directory, 'garbage.sqlite');
    writeFileSync(garbage, 'this is no database '.repeat(1_000));
    const mode = modeOf(garbage);
    expect((await failureOf(garbage)).message).toMatch(/garbage\.sqlite failed.*not an SQLite database.*another path/);
    expect(modeOf(garbage)).toBe(mode);

    const folder = join(directory, 'folder.sqlite');
    mkdirSync(folder);
    const notAFile = await failureOf(folder);
    expect(notAFile.code).toBe('store-failed');
    expect(notAFile.cause).toBeInstanceOf(Error);

    const below = await failureOf(join(garbage, 'store.sqlite'));
    expect(below.code).toBe('store-failed');
    expect(below.message).toMatch(/file stands where a directory should be/);
    expect(notAFile.message).toMatch(/directory\. Name a file/);
  });

  it.runIf(process.platform !== 'win32')('leaves a pipe as it is, and so a device, whose mode is for all', async () => {
    const path = join(directory, 'pipe');
    execFileSync('sh', ['-c', 'mkfifo -m 644 "$0"', path]);
    // Held open, so that nobody who opens it waits for the other end.
    const held = openSync(path, 'r+');
    try {
      expect((await failureOf(path)).message).toMatch(/a pipe or a socket, not a file/);
      expect(modeOf(path)).toBe(0o644);
    } finally {
      closeSync(held);
    }
  });

  // Nothing can be found or made in /proc, which is there: Node's own recursive mkdir never ends on it.
  it.runIf(process.platform === 'linux').each(['/proc/x/y.sqlite', '/proc/x/deep/y.sqlite'])('I6: fails and ends at %s', async (path) => {
    const error = await failureOf(path);
    expect(error.code).toBe('store-failed');
    expect(error.message).toMatch(/cannot be made there.*another path/);
  });

  it('leaves databases of other programs alone', async () => {
    const path = join(directory, 'foreign.sqlite');
    const foreign = new DatabaseSync(path);
    foreign.exec('CREATE TABLE customers (name TEXT)');
    foreign.close();
    expect((await failureOf(path)).message).toMatch(/another program/);
    const again = new DatabaseSync(path);
    expect(again.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'customers' }]);
    again.close();
  });

  it('leaves files of newer versions alone', async () => {
    const path = join(directory, 'newer.sqlite');
    const store = createSqliteStore({ path });
    await store.stats();
    await store.close();
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect((await failureOf(path)).message).toMatch(/newer version/);
  });

  it('is found damaged in its middle, and says so', async () => {
    const path = join(directory, 'damaged.sqlite');
    const store = createSqliteStore({ path });
    const handles: string[] = [];
    for (let index = 0; index < 200; index += 1) handles.push(await store.put({ scope, text: `${index} ${'x'.repeat(2_000)}` }));
    await store.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xaa, 4_096, bytes.length - 4_096));
    const again = createSqliteStore({ path });
    const codes = new Set<string>();
    for (const handle of handles)
      await again.get(handle, scope).catch((error: unknown) => codes.add(HeadroomError.isInstance(error) ? error.code : String(error)));
    expect([...codes]).toEqual(['store-failed']);
    await again.close();
  });

  it('never gives out an original that has changed on the disk, and keeps one that another text collides with', async () => {
    const path = join(directory, 'changed.sqlite');
    const store = createSqliteStore({ path });
    const handle = await store.put({ scope, text: 'the original' });
    const database = new DatabaseSync(path);
    database.prepare('UPDATE originals SET text = ?').run(Buffer.from('the 0riginal'));
    await expect(store.get(handle, scope)).rejects.toMatchObject({
      code: 'store-failed',
      message: expect.stringContaining('damaged') as string,
    });
    await expect(store.put({ scope, text: 'the original' })).rejects.toMatchObject({ code: 'store-failed' });
    expect(database.prepare('SELECT count(*) AS entries FROM originals').get()).toEqual({ entries: 1 });
    database.close();
    await store.close();
  });

  it('waits for a lock without holding up the event loop', async () => {
    const path = join(directory, 'locked.sqlite');
    const store = createSqliteStore({ path });
    await store.stats();
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    let turns = 0;
    const watch = setInterval(() => (turns += 1), 1);
    const put = store.put({ scope, text: 'a text' });
    setTimeout(() => other.exec('COMMIT'), 300);
    expect((await store.get(await put, scope)).status).toBe('found');
    clearInterval(watch);
    expect(turns).toBeGreaterThan(2);
    other.close();
    await store.close();
  });

  it('reads while another process writes', async () => {
    const path = join(directory, 'read.sqlite');
    const store = createSqliteStore({ path });
    const handle = await store.put({ scope, text: 'a text' });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    expect((await store.get(handle, scope)).status).toBe('found');
    expect((await store.touch([handle], scope))[0]?.status).toBe('found');
    expect(await store.put({ scope, text: 'a text' })).toBe(handle);
    other.exec('ROLLBACK');
    other.close();
    await store.close();
  });
});

describe('a runtime without node:sqlite', () => {
  it('gets an error that says what to use', async () => {
    vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
    const error = await failureOf(':memory:');
    expect(error.code).toBe('missing-dependency');
    expect(error.message).toMatch(/Node\.js 22\.13/);
  });
});

describe('touches', () => {
  it('are not written when the last is recent enough, and never shorten a life', async () => {
    let time = 1_000_000_000;
    const path = join(directory, 'touched.sqlite');
    const store = createSqliteStore({ path, now: () => time });
    const handle = await store.put({ scope, text: 'a text' });
    const recorded = () => {
      const database = new DatabaseSync(path);
      const row = database.prepare('SELECT touched_at AS touchedAt FROM originals').get();
      database.close();
      return row?.['touchedAt'];
    };
    time += store.capabilities.ttlGranularityMs - 1;
    await store.touch([handle], scope);
    expect(recorded()).toBe(1_000_000_000);
    time += 1;
    await store.touch([handle], scope);
    expect(recorded()).toBe(time);
    const latest = time;
    time = 5;
    await store.touch([handle], scope);
    expect(recorded()).toBe(latest);
    await store.close();
  });
});
