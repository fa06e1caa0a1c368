import { describe, expect, it } from 'vitest';
import { joinRows } from './join-rows.ts';
import type { Block } from './page.ts';
import { readPage } from './read-page.ts';

const blocks = (html: string): readonly Block[] => joinRows(readPage(html));
const brief = (html: string): readonly string[] => blocks(html).map(({ kind, mark, text }) => `${kind} ${mark}${text}`);

describe('reading a page', () => {
  it('ends elements whose end tags are left out', () => {
    expect(brief('<p>a<p>b<ul><li>c<li>d<ul><li>e</ul><li>f</ul>g')).toEqual([
      'paragraph a',
      'paragraph b',
      'item - c',
      'item - d',
      'item - e',
      'item - f',
      'paragraph g',
    ]);
    expect(brief('<dl><dt>a<dd>b<dt>c<dd>d</dl><select name=s><option>x<option>y</select>')).toEqual([
      'term a',
      'detail b',
      'term c',
      'detail d',
      'field [select s, options: x | y]',
    ]);
  });

  it('marks the first block of an item only, and numbers ordered items', () => {
    expect(brief('<ol><li><p>a</p><p>b</p></li><li>c</li></ol>')).toEqual(['item 1. a', 'item    b', 'item 2. c']);
  });

  it('lets stray end tags end nothing outside of their cell', () => {
    expect(brief('<table><tr><th>h</th><th>i</th></tr><tr><td>a</b></div></td><td>b</td></tr></table>c')).toEqual([
      'row headerh | i',
      'row a | b',
      'paragraph c',
    ]);
  });

  it('keeps empty cells in their places', () => {
    expect(brief('<table><tr><th>a<th>b<th>c<tr><td>1<td><td>3</table>')[1]).toBe('row 1 |  | 3');
  });

  it('keeps white space in preformatted text and collapses it elsewhere', () => {
    expect(brief('<pre>\n  a\n    b  c\n</pre><p>\n a \n  <b> b </b>\n c&nbsp;d</p>')).toEqual(['code   a\n    b  c', 'paragraph a b c d']);
  });

  it('shows no text of scripts, styles, templates and drawings, closed or not', () => {
    expect(
      brief('<p>a</p><script>if (1 < 2) "<p>x</p>"</script><svg><text>y</text></svg><template><p>z</p></template><p>b</p><style>p{}'),
    ).toEqual(['paragraph a', 'paragraph b']);
  });

  it('knows which text is linked, in blocks inside links too', () => {
    const [first, second] = blocks('<p>see <a href="/x?a=1&amp;b=2">the page</a> now</p><a href="/y"><div>all</div></a>');
    expect(first!.links).toEqual([{ start: 4, end: 12, href: '/x?a=1&b=2' }]);
    expect(second!.links).toEqual([{ start: 0, end: 3, href: '/y' }]);
  });

  it('says where text stands in the source', () => {
    const html = '<div>\n<p>first</p>\n<p>second <b>one</b></p></div>';
    expect(blocks(html).map(({ start, end }) => html.slice(start, end))).toEqual(['first', 'second <b>one']);
  });

  it('reads what a page says about itself, each value once', () => {
    const { facts } = readPage(
      `<title>T &amp; U</title><meta property="og:title" content="T"><meta name="viewport" content="width=1"><meta name="keywords" content="k">
       <script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","author":{"@type":"Person","name":"Ada"},"wordCount":1200}</script>`,
    );
    expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'title: T & U',
      'author: Ada',
      'keywords: k',
      'wordcount: 1200',
    ]);
  });

  it('reads broken structured data as nothing', () => {
    expect(readPage('<script type="application/ld+json">{"a": </script><p>x</p>').facts).toEqual([]);
  });
});
