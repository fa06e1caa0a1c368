import { describe, expect, it } from 'vitest';
import { readTags } from './read-tags.ts';

/** What a page is made of, in short: `<name attribute=value>`, `</name>` and text. */
function partsOf(source: string): readonly string[] {
  const parts: string[] = [];
  readTags(source, {
    openTag(name, attributes) {
      const said = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}=${value}`);
      parts.push(`<${name}${said.join('')}>`);
    },
    closeTag: (name) => parts.push(`</${name}>`),
    text: (text) => parts.push(text),
  });
  return parts;
}

describe('readTags', () => {
  it.each<[string, readonly string[]]>([
    ['a<b>c</b>d', ['a', '<b>', 'c', '</b>', 'd']],
    ['a < b <3 c<', ['a < b <3 c<']],
    ['<a href="x y" id=z class=\'q "r"\' hidden>', ['<a href=x y id=z class=q "r" hidden=>']],
    ['<a  href = "x"  HREF="y" data-id="z" ID=1>', ['<a href=x id=1>']],
    ['<img alt=a/b/><br / ><svg/>', ['<img alt=a/b/>', '<br>', '<svg>', '</svg>']],
    ['<a =b "c" href>', ['<a href=>']],
    ['a<!-- <b> -- > -->b<!-->c<!--->d<!-- x --!>e<!---->f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['a<!doctype html>b<?php c ?>d<!e>f</ g>h</>i', ['a', 'b', 'd', 'f', 'h', 'i']],
    ['a<?--b>c', ['a', 'c']],
    ['a<![CDATA[ b <c> ]] ]]>d', ['a', ' b <c> ]] ', 'd']],
    ['</p id="x">a</DIV >b', ['</p>', 'a', '</DIV>', 'b']],
  ])('tells tags from text: %s', (source, expected) => {
    expect(partsOf(source)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['a &amp; b &lt;c&gt; &#65;&#x42; &copy', ['a & b <c> AB ©']],
    ['&notit; &nope; & &; &#; &amp', ['¬it; &nope; & &; &#; &']],
    ['<a href="?a=1&copy=2&amp;b=3&lt">', ['<a href=?a=1&copy=2&b=3<>']],
    ['<title><i>&amp;</title>', ['<title>', '<i>&', '</title>']],
  ])('decodes entities: %s', (source, expected) => {
    expect(partsOf(source)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['<script>if (a < b) "&amp;</p></scripts>"</SCRIPT >c', ['<script>', 'if (a < b) "&amp;</p></scripts>"', '</script>', 'c']],
    ['<Style>a</style>b', ['<Style>', 'a', '</style>', 'b']],
    ['<textarea>a <b> c</textarea>', ['<textarea>', 'a <b> c', '</textarea>']],
    ['<plaintext>a</plaintext>&amp;', ['<plaintext>', 'a</plaintext>&amp;']],
    ['<script>a', ['<script>', 'a']],
    ['<scripts>a<b>', ['<scripts>', 'a', '<b>']],
  ])('reads the text of elements that hold no tags: %s', (source, expected) => {
    expect(partsOf(source)).toEqual(expected);
  });

  it.each(['a<b', 'a<b c', 'a<b c=', 'a<b c="d', 'a<b c=d', 'a</b', 'a<!-- b', 'a<![CDATA[ b', 'a<! b', 'a</'])(
    'ends with a tag that never ends: %s',
    (source) => {
      expect(partsOf(source)).toEqual(['a']);
    },
  );

  it('says where text ends, without the white space behind it', () => {
    const places: string[] = [];
    const source = '<p>a b\n\n</p>\n<p>&nbsp;</p>';
    readTags(source, {
      openTag: () => undefined,
      closeTag: () => undefined,
      text: (_, start, end) => places.push(source.slice(start, end)),
    });
    expect(places).toEqual(['a b', '\n', '&nbsp;']);
  });
});
