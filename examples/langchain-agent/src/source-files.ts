import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What the tool tells about one source file. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: number;
  readonly lines: number;
  readonly imports: number;
  readonly purpose: string;
}

const left = new Set(['node_modules', 'dist', '.git', '.cache']);

/** Every TypeScript file of the repository. */
export function sourceFiles(root: string, folder = root): readonly SourceFile[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((first, second) => (first.name < second.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return left.has(entry.name) ? [] : sourceFiles(root, path);
    return entry.name.endsWith('.ts') ? [describe(root, path)] : [];
  });
}

function describe(root: string, path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  return {
    path: relative(root, path).split(sep).join('/'),
    bytes: statSync(path).size,
    lines: text.split('\n').length - 1,
    imports: text.split('\n').filter((line) => line.startsWith('import ')).length,
    purpose: /\/\*\*\s*(?:\n \* )?([^\n]*)/.exec(text)?.[1]?.replace(/\s*\*\/$/, '') ?? '',
  };
}
