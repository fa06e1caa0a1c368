import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeSuite } from '@headroom/conformance';
import { afterAll, describe, expect, it } from 'vitest';
import { createSqliteStore } from './sqlite-store.ts';

const directory = mkdtempSync(join(tmpdir(), 'headroom-store-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('in a file', () => {
  let path = '';
  let made = 0;
  storeSuite({
    test: { describe, it, expect },
    createStore(setup) {
      made += 1;
      path = join(directory, `${made}.sqlite`);
      return createSqliteStore({ ...setup, path });
    },
    reopenStore: (setup) => createSqliteStore({ ...setup, path }),
  });
});

describe('in memory', () => {
  storeSuite({ test: { describe, it, expect }, createStore: (setup) => createSqliteStore({ ...setup, path: ':memory:' }) });
});
