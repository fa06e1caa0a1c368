import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A package of one version: `npm NAME@VERSION`, `pypi NAME==VERSION` or `deb NAME=VERSION`. */
export type Pinned = `npm ${string}` | `pypi ${string}` | `deb ${string}`;

const folders = new Map<Pinned, string | undefined>();
const patience = 120_000;

export function isPinned(of: string): of is Pinned {
  return /^(?:npm|pypi|deb) /.test(of);
}

/** The folder of an unpacked package below `.cache`, fetched with the client of its registry when first asked for; undefined where that fails. */
export function fetchPackage(root: string, pinned: Pinned): string | undefined {
  if (!folders.has(pinned)) folders.set(pinned, unpacked(root, pinned));
  return folders.get(pinned);
}

function unpacked(root: string, pinned: Pinned): string | undefined {
  const packages = join(root, '.cache/code-packages');
  const folder = join(packages, pinned.replace(/[^\w.@=+-]+/g, '_'));
  if (existsSync(folder)) return folder;
  mkdirSync(packages, { recursive: true });
  const work = mkdtempSync(join(packages, 'new-'));
  try {
    const files = join(work, 'files');
    mkdirSync(files);
    unpack(pinned, work, files);
    renameSync(files, folder);
    return folder;
  } catch (error) {
    console.log(`Could not fetch ${pinned}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    return undefined;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function unpack(pinned: Pinned, work: string, files: string): void {
  const [registry, name] = pinned.split(' ') as [string, string];
  const run = (command: string, ...parameters: readonly string[]): void => {
    execFileSync(command, parameters, { cwd: work, stdio: ['ignore', 'ignore', 'pipe'], timeout: patience });
  };
  const archive = (): string =>
    join(
      work,
      readdirSync(work).find((entry) => /\.(?:tgz|whl|deb)$/.test(entry))!,
    );
  switch (registry) {
    case 'npm':
      run('npm', 'pack', '--silent', name);
      run('tar', 'xzf', archive(), '-C', files, '--strip-components=1');
      break;
    case 'pypi':
      run('pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:', name);
      run('python3', '-m', 'zipfile', '-e', archive(), files);
      break;
    default:
      run('apt-get', 'download', name);
      run('dpkg-deb', '-x', archive(), files);
  }
}
