import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, jsonOf, root } from './source-tree.ts';

/**
 * The one place where core may reach for a runtime: `offload/node*` is loaded late, only where a worker is wanted, and every other runtime
 * goes on without it.
 */
const seam = /^offload\/node[^/]*\.js$/;
const dist = join(root, 'packages/core/dist');
const builtins = new Set(builtinModules);
const dependencies = new Set(
  Object.keys(jsonOf<{ dependencies?: Record<string, string> }>('packages/core/package.json').dependencies ?? {}),
);

interface Edge {
  readonly from: string;
  readonly specifier: string;
}

/** Follows the built root entry through every import, static and dynamic, and answers what leaves core. The seam itself is not entered. */
function walk(entry: string): { modules: string[]; bare: Edge[] } {
  const seen = new Set<string>();
  const bare: Edge[] = [];
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const name = relative(dist, file).split(sep).join('/');
    if (seen.has(name) || seam.test(name)) continue;
    seen.add(name);
    for (const specifier of importsOf(readFileSync(file, 'utf8'))) {
      if (specifier.startsWith('.')) waiting.push(join(dirname(file), specifier));
      else bare.push({ from: name, specifier });
    }
  }
  return { modules: [...seen], bare };
}

describe('the root entry of core, as built', () => {
  const entry = join(dist, 'index.js');

  it('is built', () => {
    expect(existsSync(entry), 'packages/core/dist is missing: run `npm run build`').toBe(true);
  });

  it('reaches no Node built-in and no undeclared package, on any path but the declared seam', () => {
    const { modules, bare } = walk(entry);
    const wrong = bare.filter(({ specifier }) => {
      const name = specifier.split('/')[0] ?? '';
      return specifier.startsWith('node:') || (builtins.has(name) && !dependencies.has(name)) || !dependencies.has(name);
    });
    expect(wrong).toEqual([]);
    expect(modules.length).toBeGreaterThan(1);
  });
});
