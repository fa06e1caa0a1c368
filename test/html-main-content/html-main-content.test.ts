import { describe, expect, it } from 'vitest';
import { librarySubject } from '../fidelity/library-subject.ts';
import { root } from '../structure/source-tree.ts';
import { mean, measureContent } from './measure-content.ts';
import { findPages, readPages } from './pages.ts';
import { scoreContent, textOfHtml, textOfMarkdown } from './score-content.ts';

const folder = findPages(root);
if (folder === undefined)
  console.log('The labelled pages are absent (no ../shared beside the repository): the floor of main content is not tested.');

describe('main content of pages', () => {
  it('is scored by its words, each as often as it stands', () => {
    expect(scoreContent('a b b', 'b a c')).toMatchObject({ precision: 2 / 3, recall: 2 / 3 });
    expect(scoreContent('', 'a').f1).toBe(0);
  });

  it('is compared without markup and without what Headroom says', () => {
    expect(textOfHtml('<p>a<b>b</b> &amp;</p><p>c</p>').trim()).toBe('ab &  c');
    expect(textOfMarkdown('title: T\n[a](http://b/c) d\n[lines 1-2 offloaded]\n[3 images offloaded: x]\n<<ccr:00>>')).toBe('[a] d');
  });

  it.skipIf(folder === undefined)('agrees with the expected content, with default settings and no question', async () => {
    const subject = librarySubject();
    try {
      const scores = await measureContent(subject, readPages(folder!));
      expect(scores.length).toBeGreaterThan(10);
      expect(mean(scores, 'f1'), JSON.stringify(scores)).toBeGreaterThanOrEqual(0.92);
    } finally {
      await subject.close();
    }
  });
});
