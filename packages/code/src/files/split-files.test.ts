import { describe, expect, it } from 'vitest';
import { sourceLines } from './source-lines.ts';
import { splitFiles, type SourceFile } from './split-files.ts';

const body = 'def f(a):\n    b = a\n    c = b\n    return c\n';
const named = (files: readonly SourceFile[]): readonly (readonly [string | undefined, string | undefined])[] =>
  files.map(({ path, language }) => [path, language?.name]);

describe('files of a payload', () => {
  it.each([
    ['head', `==> a.py <==\n${body}\n==> lib/b.py <==\n${body}`],
    ['tags', `<file path="a.py">\n${body}</file>\n<file path="lib/b.py">\n${body}</file>\n`],
    ['banners', `================\nFile: a.py\n================\n${body}\n================\nFile: lib/b.py\n================\n${body}`],
    ['rules', `=== a.py ===\n${body}\n=== lib/b.py ===\n${body}`],
    ['fences under headings', `### a.py\n\`\`\`python\n${body}\`\`\`\n\n### lib/b.py\n\`\`\`python\n${body}\`\`\`\n`],
  ])('are found by %s', (_, text) => {
    const files = splitFiles(sourceLines(text), undefined);
    expect(named(files)).toEqual([
      ['a.py', 'python'],
      ['lib/b.py', 'python'],
    ]);
    for (const { lines } of files) expect(lines.text.trim()).toBe(body.trim());
  });

  it('lose the numbers of cat -n, and say where each line is in the payload', () => {
    const text = `<file path="a.py">\n${body
      .trimEnd()
      .split('\n')
      .map((line, index) => `${String(index + 41).padStart(6)}\t${line}`)
      .join('\n')}\n</file>\n`;
    const [file] = splitFiles(sourceLines(text), undefined);
    expect(file?.lines.text).toBe(body);
    expect(file?.firstLine).toBe(1);
    expect(file?.gutters?.[0]).toBe(7);
  });

  it('is one where nothing separates them, underlines and fences in comments included', () => {
    const text = `"""Title\n=====\n\n    \`\`\`python\n    a\n    \`\`\`\n"""\n${body}`;
    expect(splitFiles(sourceLines(text), undefined)).toHaveLength(1);
  });
});
