import { describe, expect, it } from 'vitest';
import { filesBelow } from './source-tree.ts';

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:(?:\.[a-z]+)?\.test)?\.(?:ts|mts|mjs)$/;
const kebabFolder = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|__fixtures__)$/;
/** Names that say nothing about what is inside. */
const vague = /^(?:utils?|helpers?|common|misc|shared|stuff|lib)$/;

const code = ['packages', 'examples', 'scripts', 'test'].flatMap(filesBelow).filter((path) => /\.m?ts$|\.mjs$/.test(path));

describe('names', () => {
  it('writes files and folders in kebab-case', () => {
    const wrong = code.filter((path) => {
      const parts = path.split('/');
      const file = parts.pop() ?? '';
      return !kebab.test(file) || parts.some((part) => !kebabFolder.test(part));
    });
    expect(wrong).toEqual([]);
    expect(code.length).toBeGreaterThan(20);
  });

  it('calls no module utils, helpers or the like', () => {
    const wrong = code.filter((path) => path.split('/').some((part) => vague.test(part.replace(/\..*$/, ''))));
    expect(wrong).toEqual([]);
  });
});
