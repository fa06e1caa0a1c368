import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the tool tells about one installed package. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly description: string;
  readonly repository: string;
  readonly homepage: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly unpackedBytes: number;
  readonly files: number;
}

/** Reads the metadata of every package that this repository has installed, from the package manager's store in node_modules. */
export function installedPackages(root: string): readonly InstalledPackage[] {
  const store = join(root, 'node_modules', '.pnpm');
  const folders = readdirSync(store).filter((name) => existsSync(join(store, name, 'node_modules')));
  const found = folders.sort().flatMap((folder) => packagesIn(join(store, folder, 'node_modules'), folder));
  return found.filter(({ name, version }, index) => found.findIndex((other) => other.name === name && other.version === version) === index);
}

function packagesIn(folder: string, storeName: string): readonly InstalledPackage[] {
  return namesIn(folder)
    .filter((name) => storeName.startsWith(name.replace('/', '+')))
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'package.json')))
    .map(readPackage);
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => (name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name]));
}

function readPackage(path: string): InstalledPackage {
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Record<string, unknown>;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const size = measure(path, 0);
  return {
    name: text(manifest['name']),
    version: text(manifest['version']),
    license: text(manifest['license']),
    description: text(manifest['description']),
    repository: text((manifest['repository'] as { url?: unknown } | undefined)?.url ?? manifest['repository']),
    homepage: text(manifest['homepage']),
    engines: (manifest['engines'] ?? {}) as Record<string, string>,
    dependencies: (manifest['dependencies'] ?? {}) as Record<string, string>,
    unpackedBytes: size.bytes,
    files: size.files,
  };
}

const deepest = 12;

function measure(folder: string, depth: number): { readonly bytes: number; readonly files: number } {
  let bytes = 0;
  let files = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules' && depth < deepest) {
      const inner = measure(path, depth + 1);
      bytes += inner.bytes;
      files += inner.files;
    } else if (entry.isFile()) {
      bytes += statSync(path).size;
      files += 1;
    }
  }
  return { bytes, files };
}
