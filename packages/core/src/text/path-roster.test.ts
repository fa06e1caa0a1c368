import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterAttempts, writePathRoster, type RosterEntry } from './path-roster.ts';

const count = (text: string): number => Math.ceil(text.length / 3);
const spell = (figures: readonly number[]): string => figures.join('/');
const roster = (entries: readonly RosterEntry[], tokens: number): readonly string[] => writePathRoster({ entries, tokens, count, spell });

const entries: readonly RosterEntry[] = [
  { path: 'src/a/one.ts', figures: [1, 2] },
  { path: 'src/a/two.ts', figures: [3, 4], note: 'new' },
  { path: 'src/b/three.ts', figures: [5, 6] },
  { path: 'README', figures: [7, 8] },
  { path: 'C:\\x\\y.cs', figures: [9, 10] },
];

describe('writePathRoster', () => {
  it('names every path where there is room', () => {
    expect(roster(entries, 100)).toEqual([
      'src/a/one.ts 1/2',
      'src/a/two.ts (new) 3/4',
      'src/b/three.ts 5/6',
      'README 7/8',
      'C:\\x\\y.cs 9/10',
    ]);
  });

  it('says directories once where there is less, and sums them where there is little', () => {
    expect(roster(entries, 27)).toEqual(['src/a/: one.ts 1/2, two.ts (new) 3/4', 'src/b/three.ts 5/6', 'README 7/8', 'C:\\x\\y.cs 9/10']);
    const many = Array.from({ length: 90 }, (_, index) => ({
      path: `lib/part${index % 3}/deep${index % 30}/file${index}.c`,
      figures: [1],
    }));
    expect(roster(many, 40)).toEqual(['lib/part0/ 30 files 30', 'lib/part1/ 30 files 30', 'lib/part2/ 30 files 30']);
    expect(roster(many, 8)).toEqual(['lib/ 90 files 90']);
    expect(roster(many, 1)).toEqual(['90 files 90']);
  });

  it('tells the same, whatever was tried on other files before', () => {
    const many = Array.from({ length: 90 }, (_, index) => ({
      path: `lib/part${index % 5}/deep${index % 30}/file${index}.c`,
      figures: [1],
    }));
    for (const tokens of [20, 60, 200, 500, 900]) {
      const attempts = rosterAttempts();
      for (const files of [90, 40, 44, 42, 8, 3, 60, 90]) {
        const request = { entries: many.slice(0, files), tokens, count, spell };
        expect(writePathRoster({ ...request, attempts })).toEqual(writePathRoster(request));
      }
    }
  });

  it('keeps to its tokens wherever a sum fits, and loses no figure', () => {
    const path = fc.array(fc.constantFrom('a', 'bb', 'c-c', ''), { minLength: 1, maxLength: 6 }).map((names) => names.join('/') || 'x');
    fc.assert(
      fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 60 }), fc.integer({ min: 30, max: 200 }), (paths, tokens) => {
        const lines = roster(
          paths.map((name) => ({ path: name, figures: [1] })),
          tokens,
        );
        expect(count(lines.join('\n'))).toBeLessThanOrEqual(tokens + 14);
        const together = lines.at(-1)!.match(/all together (\d+) files/)?.[1];
        const told = lines.reduce(
          (sum, line) => sum + line.split(', ').reduce((inner, part) => inner + Number(part.match(/ (\d+)$/)![1]), 0),
          0,
        );
        expect(together === undefined ? told : Number(together)).toBe(paths.length);
      }),
    );
  });
});
