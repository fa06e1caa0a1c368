import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** One source file of this repository. */
export interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly bytes: number;
  readonly exports: readonly string[];
}

/** Every source file of the packages, tests left out, in the order of their paths. */
export function sourceFiles(root: string): readonly SourceFile[] {
  const packages = join(root, 'packages');
  const paths = readdirSync(packages).flatMap((name) => filesBelow(join(packages, name, 'src')));
  return paths.sort((first, second) => (first < second ? -1 : 1)).map((path) => describe(root, path));
}

function filesBelow(folder: string): string[] {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') ? [path] : [];
  });
}

function describe(root: string, path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const exports = [...text.matchAll(/^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm)].map(([, name]) => name ?? '');
  return { path: relative(root, path), lines: text.split('\n').length - 1, bytes: Buffer.byteLength(text), exports };
}
