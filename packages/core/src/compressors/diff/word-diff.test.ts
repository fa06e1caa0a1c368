import { describe, expect, it } from 'vitest';
import { compressAlone } from '../test-support.ts';
import { diffCompressor } from './diff-compressor.ts';
import { readDiff } from './read-diff.ts';
import { readBack } from './test-support.ts';

/** A file whose hunks lie far apart, told by words. */
const fileOfWords = (path: string, hunks: number): string =>
  [
    `diff --git a/${path} b/${path}`,
    'index 1111111..2222222 100644',
    `--- a/${path}`,
    `+++ b/${path}`,
    ...Array.from({ length: hunks }, (_, index) => [
      `@@ -${100 * index + 1},5 +${100 * index + 1},6 @@ function step${index}() {`,
      `const before${index} = read(${index});`,
      `const value${index} = [-oldReader(${index});-]{+newReader(${index}, options);+}`,
      `[-  // gone ${index}-]`,
      `{+  // the first new line ${index}+}`,
      `{+  // the second new line ${index}+}`,
      '// and so it ends',
      `return value${index};`,
    ]).flat(),
  ].join('\n');

const diff = `${fileOfWords('src/reader.ts', 30)}\n${fileOfWords('docs/program.md', 20)}\n`;

describe('word diffs', () => {
  it('are read by what stands inside their lines, not by a column of signs', () => {
    const document = readDiff(diff)!;
    expect(document.files.map(({ path, added, removed }) => ({ path, added, removed }))).toEqual([
      { path: 'src/reader.ts', added: 90, removed: 30 },
      { path: 'docs/program.md', added: 60, removed: 20 },
    ]);
    expect(document.hunks).toHaveLength(50);
  });

  it('a line that begins like code or a header is no file', () => {
    const { files } = readDiff(fileOfWords('a.md', 3).replace('const before1', 'program.parse'))!;
    expect(files).toHaveLength(1);
  });

  it('I11: every line is shown or told', () => {
    for (const question of ['', 'Which reader does step 17 use now?'])
      for (const share of [0.1, 0.3, 0.6]) {
        const candidate = compressAlone(diffCompressor(), diff, { kind: 'diff', question, share });
        const { told, untold } = readBack(diff, candidate!.text);
        expect(candidate!.omissions[0]?.count).toBe(told + untold);
        if (question !== '') expect(candidate!.text).toContain('[-oldReader(17);-]{+newReader(17, options);+}');
      }
  });

  it('is told from other text in linear time', { timeout: 10_000 }, () => {
    const hostile = `--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-${'[-'.repeat(400_000)}\n+${'{+'.repeat(400_000)}\n`;
    expect(readDiff(hostile)!.files[0]).toMatchObject({ added: 1, removed: 1 });
  });

  it('leaves a diff alone that holds such brackets in lines with signs', () => {
    const plain = '--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-[-a-]\n+{+b+}\n context\n';
    expect(readDiff(plain)!.files[0]).toMatchObject({ added: 1, removed: 1 });
  });
});
