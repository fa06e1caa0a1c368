import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLosslessConfig, losslessForms } from './lossless-config.ts';
import { pieceParts } from '../../../text/record-form/test-support.ts';
import { readPieces } from './read-pieces.ts';
import { planXmlOutline, readXmlOutline } from './xml-outline.ts';

/** The outline, which is as long as it was planned to be. */
function writeXmlOutline(text: string): string {
  const plan = planXmlOutline(text);
  const outline = plan.write();
  expect(outline).toHaveLength(plan.length);
  return outline;
}

const propertyList = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<plist version="1.0">',
  '<dict>',
  '\t<key>Name</key>',
  '\t<string>Reader: the "small" one</string>',
  '\t<key>Empty</key>',
  '\t<string></string>',
  '\t<key>Types</key>',
  '\t<array>',
  '\t\t<dict>',
  '\t\t\t<key>Role</key>',
  '\t\t\t<true/>',
  '\t\t</dict>',
  '\t</array>',
  '</dict>',
  '</plist>',
  '',
].join('\n');

const packages = Array.from(
  { length: 20 },
  (_, index) => `[[package]]\nname = "crate-${index}"\nversion = "1.${index % 3}.0"\nsource = "registry"\n`,
).join('\n');

describe('planXmlOutline', () => {
  it('tells elements by name and depth, without closing tags', () => {
    expect(writeXmlOutline(propertyList).split('\n').slice(3, 13)).toEqual([
      'dict',
      '\tkey: Name',
      '\tstring: Reader: the "small" one',
      '\tkey: Empty',
      '\tstring:',
      '\tkey: Types',
      '\tarray',
      '\t\tdict',
      '\t\t\tkey: Role',
      '\t\t\ttrue/',
    ]);
    expect(readXmlOutline(writeXmlOutline(propertyList))).toBe(propertyList);
  });

  it('leaves what does not fit as it is: text, comments, elements whose content stands no deeper', () => {
    const text = '<a>\n<b>\n  <!-- note -->\n  plain: text\n</b>\n<c x="1">\n\n  <d/>\n</c>\n</a>\n';
    expect(writeXmlOutline(text)).toContain('<a>\nb\n  <!-- note -->\n  | plain: text\n<c x="1">\n\n  d/\n</c>\n</a>');
    expect(readXmlOutline(writeXmlOutline(text))).toBe(text);
  });
});

describe('losslessForms', () => {
  it('tells records of sections as a template and rows', () => {
    const [form] = losslessForms(packages);
    expect(form).toContain(
      'template for 19 rows:\n[[package]]\nname = "{}"\nversion = "{}"\nsource = "registry"\n\nrows:\ncrate-0 | 1.0.0\n',
    );
    expect(decodeLosslessConfig(form!)).toBe(packages);
  });

  it('writes none that is longer than wanted', () => {
    const [form] = losslessForms(packages);
    expect(losslessForms(packages, { most: form!.length })).toEqual([form]);
    expect(losslessForms(packages, { most: form!.length - 1 })).toEqual([]);
    const elements = Array.from({ length: 30 }, (_, index) => `  <element-${index}>text</element-${index}>`);
    const xml = ['<list>', ...elements, '</list>'].join('\n');
    const [outline, ...others] = losslessForms(xml);
    expect(others).toEqual([]);
    expect(losslessForms(xml, { most: outline!.length })).toEqual([outline]);
    expect(losslessForms(xml, { most: outline!.length - 1 })).toEqual([]);
  });

  it('has none where nothing repeats', () => {
    expect(losslessForms('a: 1\nb: 2\nc:\n  d: 3\n')).toEqual([]);
    expect(losslessForms('')).toEqual([]);
  });

  const line = fc.constantFrom(
    '<a>', '</a>', '  <a>', '  </a>', '    <b x="1"/>', '    <b x="2" />', '  <c>text</c>', '  <c></c>', '    <c>a: b</c>', '', '  ', 'plain', '  name', '  | bar', '<!-- c -->',
    '\t<a>', '\t</a>', '\t\t<d:e f="g">h</d:e>', '<a', '  a: 1', '- b', '<![CDATA[', '  x = "y"', '[s]', 'rows:', '{}', 'k: v | w', '<c>text</d>', '<a >', '<c>x</c> ',
  ); // prettier-ignore

  it('I10: every form decodes to the same characters', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 50 }),
        fc.nat(6),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (lines, times, feed, ended) => {
          const text = Array.from({ length: times + 1 }, () => lines.join(feed)).join(feed) + (ended ? feed : '');
          for (const form of losslessForms(text)) expect(decodeLosslessConfig(form)).toBe(text);
          expect(
            pieceParts(readPieces(text))
              .flatMap(({ parts, values }) => parts.map((part, index) => part + (values[index] ?? '')))
              .join(''),
          ).toBe(text);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('outlines nearly every document that is indented as its elements are nested', () => {
    const element = fc.letrec<{ node: readonly string[] }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<readonly string[]>(['<leaf/>'], ['<leaf a="1">text</leaf>'], ['<leaf></leaf>']),
        fc
          .array(tie('node'), { minLength: 1, maxLength: 4 })
          .map((children) => ['<branch b="2">', ...children.flat().map((child) => `  ${child}`), '</branch>']),
      ),
    })).node;
    fc.assert(
      fc.property(element, (lines) => {
        const text = lines.join('\n');
        expect(readXmlOutline(writeXmlOutline(text))).toBe(text);
        expect(writeXmlOutline(text).split('\n').slice(1).join('\n')).not.toContain('<');
      }),
    );
  });
});
