import { describe, expect, it } from 'vitest';
import { filesBelow, textOf } from './source-tree.ts';

const files = ['packages', 'examples', 'scripts', 'test', 'docs', '.ci']
  .flatMap(filesBelow)
  .filter((path) => /\.(?:m?ts|mjs|json|md)$|run$/.test(path));
const here = 'test/structure/leftovers.test.ts';

function matches(pattern: RegExp): string[] {
  return files
    .filter((path) => path !== here)
    .flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
    );
}

describe('leftovers', () => {
  it('no test is skipped, singled out or left for later (only `skipIf` with its reason)', () => {
    expect(matches(/\b(?:it|test|describe)\.(?:skip|only|todo)\b/)).toEqual([]);
  });

  it('no path of somebody’s machine stands in the repository', () => {
    expect(matches(/(?<![\w.-])\/(?:home|root|work|Users)\/[a-z]/)).toEqual([]);
  });
});
