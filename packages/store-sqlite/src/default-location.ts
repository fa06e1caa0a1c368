import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** Where a store lies, and whether its directory is ours to lock. */
export interface Location {
  /** An absolute path, or `:memory:`. */
  readonly path: string;
  /** `ours` where the directory is Headroom's own, so that its mode may be set. */
  readonly directory: 'ours' | 'theirs';
}

/** What the default depends on; a test gives its own. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
}

export const inMemory = ':memory:';

/**
 * Finds the file: `path` if given, else the variable `HEADROOM_STORE`, else the place for an application's data on this platform:
 * `$XDG_DATA_HOME/headroom` or `~/.local/share/headroom`, `~/Library/Application Support/headroom`, `%LOCALAPPDATA%\headroom`.
 */
export function locateStore(
  path: string | undefined,
  { environment, platform, home }: Surroundings = { environment: process.env, platform: process.platform, home: homedir() },
): Location {
  const chosen = path ?? (environment['HEADROOM_STORE'] || undefined);
  if (chosen === inMemory) return { path: inMemory, directory: 'theirs' };
  // Resolved, so that no name is ever read as one of SQLite's `file:` addresses.
  if (chosen !== undefined) return { path: resolve(chosen), directory: 'theirs' };
  return { path: join(dataDirectory(environment, platform, home), 'headroom', 'originals.sqlite'), directory: 'ours' };
}

function dataDirectory(environment: Surroundings['environment'], platform: string, home: string): string {
  if (platform === 'win32') return environment['LOCALAPPDATA'] || join(home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  const data = environment['XDG_DATA_HOME'];
  // The XDG specification says that a relative path is invalid and to be ignored.
  return data && isAbsolute(data) ? data : join(home, '.local', 'share');
}
