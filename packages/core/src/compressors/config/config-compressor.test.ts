import { compressorSuite } from '@headroom/conformance';
import { describe, expect, it } from 'vitest';
import type { Candidate, CompressContext } from '../../types/compressor.ts';
import { compressAlone } from '../test-support.ts';
import { configCompressor } from './config-compressor.ts';
import { decodeLosslessConfig } from './lossless/lossless-config.ts';
import { charCodes } from '../../text/char-codes.ts';
import { scanTags, tagSort } from './scan-tags.ts';

const count = (text: string): number => Math.ceil(text.length / 4);

const compress = (text: string, question = '', share = 0.2): Candidate | undefined =>
  compressAlone(configCompressor(), text, { kind: 'config', question, share });

const services = (length: number): string =>
  [
    'version: 3',
    'services:',
    ...Array.from({ length }, (_, index) => [
      `  service-${index}:`,
      '    # how it is built and where',
      `    image: registry.example/app-${index}:1.${index}`,
      '    limits:',
      `      memory: ${100 + index}Mi`,
      `      cpu: ${index}m`,
    ]).flat(),
  ].join('\n');

const packages = (length: number): string =>
  Array.from({ length }, (_, index) =>
    [
      '[[package]]',
      `name = "crate-${index}"`,
      `version = "1.${index}.0"`,
      `checksum = "${(index * 7919).toString(16).padStart(64, 'a')}"`,
      '',
    ].join('\n'),
  ).join('\n');

const tests = (length: number, newline: string): string =>
  [
    `<testsuite name="all" tests="${length}" failures="1">`,
    ...Array.from({ length }, (_, index) =>
      index === 60
        ? `<testcase name="case ${index}" time="0.2"><failure message="expected 3"/></testcase>`
        : `<testcase name="case ${index}" time="${index === 33 ? '9.75' : '0.01'}"/>`,
    ),
    '</testsuite>',
  ].join(newline);

describe('configCompressor', () => {
  it('shows what is asked for with all keys on the path to it', () => {
    const candidate = compress(services(80), 'How much memory may service-57 use?', 0.1);
    expect(candidate?.text).toMatch(/services:\n[\s\S]* {2}service-57:\n[\s\S]* {4}limits:\n {6}memory: 157Mi/);
  });

  it('I11: states gaps as comments, as deep as what they stand for', () => {
    const candidate = compress(services(80), 'How much memory may service-57 use?', 0.1);
    const gaps = (candidate?.text ?? '').split('\n').filter((line) => line.includes('offloaded'));
    expect(gaps.length).toBeGreaterThan(1);
    for (const gap of gaps) expect(gap).toMatch(/^ +# \[lines? \d+(?:-\d+)? offloaded(?:: .+)?\]$/);
  });

  it('shows sections with the name of their record, and leaves digests out first', () => {
    const candidate = compress(packages(150), 'Which version of crate-99 is locked?', 0.1);
    expect(candidate?.text).toContain('[[package]]\nname = "crate-99"\nversion = "1.99.0"');
    expect(candidate?.text.match(/checksum/g)?.length ?? 0).toBeLessThan(5);
  });

  it.each(['\n', ''])('shows the failed and the slowest element of XML (break %j)', (newline) => {
    const text = tests(200, newline);
    expect(compress(text, 'Which test failed?', 0.15)?.text).toContain('<failure message="expected 3"/>');
    expect(compress(text, 'Which test took longest?', 0.15)?.text).toContain('time="9.75"');
    expect(compress(text, '', 0.15)?.text).toContain('tests="200"');
  });

  it('keeps a key of a property list with its value, and a tag over several lines whole', () => {
    const plist = [
      '<?xml version="1.0"?>',
      '<plist>',
      '<dict>',
      ...Array.from({ length: 150 }, (_, index) => [`\t<key>Setting${index}</key>`, `\t<string>value ${index}</string>`]).flat(),
      '</dict>',
      '</plist>',
    ].join('\n');
    expect(compress(plist, 'What is Setting120?', 0.1)?.text).toContain('\t<key>Setting120</key>\n\t<string>value 120</string>');
    const entries = [
      '<list>',
      ...Array.from({ length: 150 }, (_, index) => `  <entry\n    code="C${index}"\n    name="Country ${index}" />`),
      '</list>',
    ].join('\n');
    expect(compress(entries, 'What is the code of Country 99?', 0.1)?.text).toContain('<entry\n    code="C99"\n    name="Country 99" />');
  });

  it('shows only lines of the text and statements', () => {
    for (const text of [services(60), packages(80), tests(120, '\n')]) {
      const known = new Set(text.split('\n'));
      for (const line of compress(text, 'what is the name of it?')?.text.split('\n') ?? [])
        expect(known.has(line) || /^\s*(?:# )?\[lines? \d+(?:-\d+)? offloaded(?:: .+)?\]$/.test(line), line).toBe(true);
    }
  });

  it('offers nothing without loss where nothing repeats, and what decodes where records do', () => {
    const lossless = (text: string): Candidate | undefined => {
      const context: CompressContext = {
        fidelity: 'lossless',
        tokensBefore: count(text),
        tokenBudget: count(text),
        count,
        handleTokens: 12,
      };
      return configCompressor().compress({ text, kind: 'config', question: '' }, context) as Candidate | undefined;
    };
    expect(lossless('a: 1\nb:\n  c: true\n')).toBeUndefined();
    for (const text of [packages(80), tests(120, '\n'), tests(120, '')]) {
      const form = lossless(text)?.text ?? '';
      expect(form.length).toBeLessThan(text.length);
      expect(decodeLosslessConfig(form)).toBe(text);
      expect(lossless(form), 'I8').toBeUndefined();
    }
  });
});

describe('scanTags', () => {
  const tags = (text: string): string[] => {
    const names = Object.keys(tagSort);
    const { count, starts, ends, sorts } = scanTags(text, charCodes(text));
    return Array.from({ length: count }, (_, tag) => `${names[sorts[tag]!]} ${text.slice(starts[tag], ends[tag])}`);
  };

  it('reads tags with quotes, comments and data', () => {
    expect(tags('<a x="1>2"><!-- <b> --><![CDATA[<c>]]></a><d/>< e')).toEqual([
      'open <a x="1>2">',
      'other <!-- <b> -->',
      'other <![CDATA[<c>]]>',
      'close </a>',
      'empty <d/>',
    ]);
  });

  it('takes linear time for openings that never end', () => {
    expect(() => tags('<!--'.repeat(250_000))).not.toThrow();
  });
});

compressorSuite({
  test: { describe, it, expect },
  createCompressor: configCompressor,
  payloads: {
    'indented keys': { kind: 'config', question: '', text: services(60) },
    'sections with a question': { kind: 'config', question: 'Which version of crate-9 is locked?', text: packages(90) },
    'elements on one line': { kind: 'config', question: '', text: tests(150, '') },
    'a short text': { kind: 'config', question: '', text: 'a: 1' },
  },
  decode: decodeLosslessConfig,
  options: { hostileLength: 200_000 },
});
