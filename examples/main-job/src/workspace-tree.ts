import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One package of this repository, with what it needs. */
interface WorkspacePackage {
  readonly path: string;
  readonly version: string;
  readonly private: boolean;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: readonly Dependency[];
}

interface Dependency {
  readonly name: string;
  readonly range: string;
  readonly field: string;
  readonly local: boolean;
}

const fields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/** Reads the repository's own dependency tree: each workspace package with its dependencies, as one nested document. */
export function workspaceTree(root: string): Readonly<Record<string, WorkspacePackage>> {
  const folders = [
    '.',
    ...['packages', 'examples'].flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`)),
  ];
  return Object.fromEntries(
    folders
      .filter((folder) => existsSync(join(root, folder, 'package.json')))
      .map((folder) => {
        const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, unknown>;
        return [String(manifest['name']), describe(folder, manifest)];
      }),
  );
}

function describe(path: string, manifest: Record<string, unknown>): WorkspacePackage {
  return {
    path,
    version: String(manifest['version'] ?? ''),
    private: manifest['private'] === true,
    scripts: (manifest['scripts'] ?? {}) as Record<string, string>,
    dependencies: fields.flatMap((field) =>
      Object.entries((manifest[field] ?? {}) as Record<string, string>).map(([name, range]) => ({
        name,
        range,
        field,
        local: range.startsWith('workspace:'),
      })),
    ),
  };
}
