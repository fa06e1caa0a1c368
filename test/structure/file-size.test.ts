import { describe, expect, it } from 'vitest';
import { filesBelow, packageSources, textOf } from './source-tree.ts';

/** The most lines a source file may have. */
const hardCap = 300;

/** Sources that are longer for a good reason, said here. */
const exceptions: Readonly<Record<string, string>> = {};

const lines = (path: string): number => textOf(path).split('\n').length - 1;

describe('file size', () => {
  const sources = [...packageSources(), ...filesBelow('scripts'), ...filesBelow('examples').filter((path) => path.endsWith('.ts'))];

  it(`keeps every source at or under ${hardCap} lines`, () => {
    const long = sources.filter((path) => lines(path) > hardCap && !(path in exceptions));
    expect(long.map((path) => `${path}: ${lines(path)}`)).toEqual([]);
  });

  it('has no exception that is not needed any more', () => {
    expect(Object.keys(exceptions).filter((path) => !sources.includes(path) || lines(path) <= hardCap)).toEqual([]);
  });

  it('keeps the median of the packages near one idea per file', () => {
    const sizes = packageSources()
      .map(lines)
      .sort((a, b) => a - b);
    const median = sizes[sizes.length >> 1] ?? 0;
    console.log(`${sizes.length} source files, median ${median} lines, longest ${sizes.at(-1)}`);
    expect(median).toBeGreaterThan(10);
    expect(median).toBeLessThanOrEqual(120);
  });
});
