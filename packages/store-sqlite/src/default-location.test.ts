import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locateStore } from './default-location.ts';

const home = '/users-home';
const locate = (platform: string, environment: Record<string, string> = {}, path?: string) =>
  locateStore(path, { environment, platform, home });

describe('locateStore', () => {
  it('follows the platform', () => {
    expect(locate('linux')).toEqual({ path: join(home, '.local/share/headroom/originals.sqlite'), directory: 'ours' });
    expect(locate('linux', { XDG_DATA_HOME: '/data' }).path).toBe(join('/data/headroom/originals.sqlite'));
    expect(locate('linux', { XDG_DATA_HOME: 'relative' }).path).toBe(join(home, '.local/share/headroom/originals.sqlite'));
    expect(locate('darwin').path).toBe(join(home, 'Library/Application Support/headroom/originals.sqlite'));
    expect(locate('win32', { LOCALAPPDATA: '/local' }).path).toBe(join('/local/headroom/originals.sqlite'));
    expect(locate('win32').path).toBe(join(home, 'AppData/Local/headroom/originals.sqlite'));
  });

  it('prefers the path given, then HEADROOM_STORE', () => {
    expect(locate('linux', { HEADROOM_STORE: '/srv/store.sqlite' })).toEqual({ path: resolve('/srv/store.sqlite'), directory: 'theirs' });
    expect(locate('linux', { HEADROOM_STORE: '/srv/store.sqlite' }, 'mine.sqlite').path).toBe(resolve('mine.sqlite'));
    expect(locate('linux', { HEADROOM_STORE: '' }).path).toBe(join(home, '.local/share/headroom/originals.sqlite'));
    expect(locate('linux', { HEADROOM_STORE: ':memory:' }).path).toBe(':memory:');
  });

  it('never lets a name be read as an address', () => {
    expect(locate('linux', {}, 'file:store.sqlite?mode=ro').path).toBe(resolve('file:store.sqlite?mode=ro'));
  });
});
