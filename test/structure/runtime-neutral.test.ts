import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, jsonOf, root } from './source-tree.ts';

/** The one module that asks the runtime for something of its own, by name and at run time; where there is no such thing, core goes on without it. */
const seam = 'offload/worker-threads.js';
/** What else is loaded from core, by its own URL: the worker's side of the seam. */
const workerEntry = 'offload/worker-entry.js';
const dist = join(root, 'packages/core/dist');
const builtins = new Set(builtinModules);
const dependencies = new Set(
  Object.keys(jsonOf<{ dependencies?: Record<string, string> }>('packages/core/package.json').dependencies ?? {}),
);

interface Edge {
  readonly from: string;
  readonly specifier: string;
}

/** Follows built modules through every import, static and dynamic, and answers what leaves core. */
function walk(entries: readonly string[]): { modules: string[]; bare: Edge[] } {
  const seen = new Set<string>();
  const bare: Edge[] = [];
  const waiting = entries.map((entry) => join(dist, entry));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const name = relative(dist, file).split(sep).join('/');
    if (seen.has(name)) continue;
    seen.add(name);
    for (const specifier of importsOf(readFileSync(file, 'utf8'))) {
      if (specifier.startsWith('.')) waiting.push(join(dirname(file), specifier));
      else bare.push({ from: name, specifier });
    }
  }
  return { modules: [...seen], bare };
}

describe('the root entry of core, as built', () => {
  const built = existsSync(join(dist, 'index.js'));
  const { modules, bare } = built ? walk(['index.js', workerEntry]) : { modules: [], bare: [] };

  it('is built', () => {
    expect(built, 'packages/core/dist is missing: run `npm run build`').toBe(true);
    expect(modules.length).toBeGreaterThan(1);
  });

  it('imports no Node built-in and no undeclared package, statically or late', () => {
    const wrong = bare.filter(({ specifier }) => {
      const name = specifier.split('/')[0] ?? '';
      return specifier.startsWith('node:') || builtins.has(name) || !dependencies.has(name);
    });
    expect(wrong).toEqual([]);
  });

  it('names a Node built-in nowhere but at the declared seam', () => {
    const naming = modules.filter((name) => /['"`]node:/.test(readFileSync(join(dist, name), 'utf8')));
    expect(naming.filter((name) => name !== seam)).toEqual([]);
  });
});
