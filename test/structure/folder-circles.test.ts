import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, packageFolders, packageSources, textOf } from './source-tree.ts';

/** The folder or file right below `src` in which a file lies. */
const roomOf = (path: string): string => path.split('/').slice(0, 4).join('/');

/** Which rooms each room imports from, types included: what is named backward is known backward. */
function roomsImported(files: readonly string[], sourceOf: (path: string) => string): Map<string, Set<string>> {
  const imported = new Map<string, Set<string>>();
  for (const path of files) {
    const from = roomOf(path);
    for (const specifier of importsOf(sourceOf(path)).filter((name) => name.startsWith('.'))) {
      const to = roomOf(posix.join(posix.dirname(path), specifier));
      if (to !== from) imported.set(from, (imported.get(from) ?? new Set()).add(to));
    }
  }
  return imported;
}

/** The rooms that are reached again from themselves. */
function roomsInCircles(imported: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...imported.keys()].filter((start) => {
    const seen = new Set<string>();
    const waiting = [...(imported.get(start) ?? [])];
    while (waiting.length > 0) {
      const room = waiting.pop() as string;
      if (room === start) return true;
      if (seen.has(room)) continue;
      seen.add(room);
      waiting.push(...(imported.get(room) ?? []));
    }
    return false;
  });
}

describe('folders of a package', () => {
  it.each(packageFolders())('%s: no two import each other, on whatever way round', (folder) => {
    const files = packageSources().filter((path) => path.startsWith(`${folder}/`));
    expect(files.length).toBeGreaterThan(0);
    expect(roomsInCircles(roomsImported(files, textOf))).toEqual([]);
  });

  it('are found in a circle where they are in one', () => {
    const sources: Readonly<Record<string, string>> = {
      'packages/a/src/one/x.ts': "import type { B } from '../two/y.ts';",
      'packages/a/src/two/y.ts': "import { c } from '../three.ts';",
      'packages/a/src/three.ts': "export { d } from './one/z.ts';",
      'packages/a/src/four/z.ts': "import { d } from '../one/z.ts';",
    };
    expect(roomsInCircles(roomsImported(Object.keys(sources), (path) => sources[path] ?? ''))).toEqual([
      'packages/a/src/one',
      'packages/a/src/two',
      'packages/a/src/three.ts',
    ]);
  });
});
