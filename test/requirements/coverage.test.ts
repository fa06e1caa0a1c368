import { describe, expect, it } from 'vitest';
import { filesBelow, textOf } from '../structure/source-tree.ts';
import { invariants } from './invariants.ts';

const here = 'test/requirements/';
const testFiles = ['packages', 'examples', 'test']
  .flatMap(filesBelow)
  .filter((path) => path.endsWith('.test.ts') && !path.startsWith(here));

/** The titles of the tests of a file; a title ends at its own kind of quote, and an escaped quote does not end it. */
function titles(source: string): string[] {
  const pattern = /\b(?:it|test)(?:\.[a-zA-Z]+(?:\([^()\n]*\))?)*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
  return [...source.matchAll(pattern)].map((match) => match[2] ?? '');
}

const cited = new Map<string, string[]>();
for (const path of testFiles) {
  for (const title of titles(textOf(path))) {
    for (const [id] of title.matchAll(/\bI\d+\b/g)) cited.set(id, [...(cited.get(id) ?? []), path]);
  }
}

describe('requirements', () => {
  it.each(invariants)('$id ($name) is cited by at least one test', ({ id }) => {
    expect(cited.get(id) ?? [], `no title of an it(…) or test(…) cites ${id}`).not.toEqual([]);
  });

  it('no test cites an invariant that does not exist', () => {
    const known = new Set<string>(invariants.map(({ id }) => id));
    expect([...cited.keys()].filter((id) => !known.has(id))).toEqual([]);
  });

  it('reads titles in every form that the tests use', () => {
    const source = [
      "it('I1: plain', () => {})",
      'it.each(rows)(\n  "I2 $name", () => {})',
      "it.skipIf(!present)('I3 and I4', () => {})",
      'test(`I5: ${name}`, () => {})',
      "it('it\\'s I6', () => {})",
      "expect('I7')",
    ].join('\n');
    expect(titles(source)).toEqual(['I1: plain', 'I2 $name', 'I3 and I4', 'I5: ${name}', "it\\'s I6"]);
  });
});
