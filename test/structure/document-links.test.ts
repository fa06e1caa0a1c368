import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, root, textOf } from './source-tree.ts';

const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'packages', 'examples', 'models', '.changeset'].flatMap(filesBelow).filter((path) => path.endsWith('.md')),
];

/** The text without fenced code, where brackets are code. */
const prose = (path: string): string => textOf(path).replace(/^```[\s\S]*?^```/gm, '');

/** The anchors of the headings, spelled as the usual hosts do. */
function anchors(path: string): Set<string> {
  const headings = [...prose(path).matchAll(/^#+ (.+)$/gm)].map((match) => match[1] ?? '');
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );
}

function problem(from: string, link: string): string | undefined {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [target = '', anchor] = link.split('#');
  const path = target === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(target));
  if (path.startsWith('..')) return `${from}: ${link} leaves the repository`;
  if (!existsSync(join(root, path))) return `${from}: ${link} does not exist`;
  if (anchor !== undefined && path.endsWith('.md') && !anchors(path).has(anchor)) return `${from}: ${link} has no such heading`;
  return undefined;
}

describe('documents', () => {
  it('link only to what exists', () => {
    const problems = documents.flatMap((path) =>
      [...prose(path).matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].flatMap((match) => problem(path, match[1] ?? '') ?? []),
    );
    expect(problems).toEqual([]);
  });

  it('would be caught linking to nothing', () => {
    expect(problem('docs/guide.md', './no-such-page.md')).toContain('does not exist');
    expect(problem('docs/guide.md', '../../elsewhere.md')).toContain('leaves the repository');
    expect(problem('.changeset/README.md', '#no-such-heading')).toContain('no such heading');
  });
});
