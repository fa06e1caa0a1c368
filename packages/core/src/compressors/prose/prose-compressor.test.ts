import { compressorSuite } from '@headroom/conformance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../types/compressor.ts';
import { compressAlone, type Asked } from '../test-support.ts';
import { proseCompressor } from './prose-compressor.ts';
import { checkShown } from './test-support.ts';

const count = (text: string): number => Math.ceil(text.length / 4);

const compress = (text: string, asked: Partial<Asked> = {}): Candidate | undefined =>
  compressAlone(proseCompressor(), text, { kind: 'prose', share: 0.4, ...asked });

const shown = (text: string, given: Partial<Asked> = {}): string => compress(text, given)?.text ?? 'unchanged';

const subjects = ['harbour', 'library', 'orchard', 'station', 'museum', 'bakery', 'garden', 'bridge', 'tower', 'market'];
const verbs = ['opened', 'closed', 'moved', 'grew', 'burned', 'reopened', 'shrank', 'changed hands'];

/** A document of sections about different things, each sentence different. */
function guide(sections = 10): string {
  return subjects
    .slice(0, sections)
    .map((subject, index) => {
      const sentences = verbs.map(
        (verb, at) => `In ${1900 + index * 8 + at} the ${subject} ${verb} after the council had argued for ${at + 2} long weeks.`,
      );
      return [
        `## The ${subject}`,
        '',
        sentences.join(' '),
        '',
        `- The ${subject} is run by ${index + 3} people.`,
        `- Its budget is ${index * 7 + 40} thousand a year.`,
        '',
      ].join('\n');
    })
    .join('\n');
}

const transcript = Array.from({ length: 60 }, (_, index) =>
  index === 37
    ? '[37] Project Manager: The selling price should be twenty-five euros, I was told by the board.'
    : `[${index}] ${index % 2 === 0 ? 'Project Manager' : 'Designer'}: ${['Yeah.', 'Okay, so what about colour?', 'Mm-hmm, I would like that one.', 'Let us see it on the board then.'][index % 4]}`,
).join('\n');

const fenced = [
  'Some steps follow.',
  '',
  '```js',
  ...Array.from({ length: 60 }, (_, index) => `const value${index} = read(${index});${index % 8 === 7 ? '\n' : ''}`),
  '```',
  '',
  'That is all of it.',
  '',
].join('\n');

compressorSuite({
  test: { describe, it, expect },
  createCompressor: proseCompressor,
  payloads: {
    'a guide': { kind: 'prose', question: '', text: guide() },
    'a guide with a question': { kind: 'prose', question: 'When did the museum burn?', text: guide() },
    'a transcript': { kind: 'prose', question: 'what is the selling price?', text: transcript },
    'text around code': { kind: 'mixed', question: '', text: fenced },
    'a short text': { kind: 'prose', question: '', text: 'No.' },
    'keys, no language': { kind: 'text', question: 'key?', text: 'MIIB8TCCAZegAwIBAgIUd0aYz\n'.repeat(100) },
  },
  options: { hostileLength: 200_000 },
});

describe('proseCompressor', () => {
  it('keeps the sentence that answers, the heading above it, and says where the rest was', () => {
    const text = guide();
    const result = shown(text, { question: 'When did the museum burn?', share: 0.15 });
    expect(result).toContain('In 1936 the museum burned after the council had argued for 6 long weeks.');
    expect(result).toContain('## The museum\n');
    expect(result).toMatch(/^\[lines \d+-\d+ offloaded\]$/m);
    expect(checkShown(text, result).fault).toBeUndefined();
  });

  it('keeps who said what', () => {
    const result = shown(transcript, { question: 'What is the selling price?', share: 0.2 });
    expect(result).toContain('[37] Project Manager: The selling price should be twenty-five euros');
  });

  it('follows a name from the sentence that answers half of the question to the section about it', () => {
    const filler = (name: string): string =>
      `${name} is a small town with a church, a square and some shops, and nothing of note has ever happened there at all. Its fair is held in June.`;
    const titled = ['Elm', 'Oakford', 'Birchley', 'Ashby', 'Firwood', 'Larchmont'].map((name) => `${name}\n${filler(name)}`);
    const text = [
      ...titled.slice(0, 3),
      'Ann Smith\nAnn Smith was an engineer of great patience, and most of what she built was made of stone. She was born in Rosedale on the coast.',
      ...titled.slice(3),
      'Rosedale\nRosedale is a town by the sea that has a famous lighthouse, built by hand of white stone. Its lighthouse stands on a rock.',
    ].join('\n\n');
    const result = shown(text, { question: 'What stands in the birthplace of Ann Smith?', share: 0.4 });
    expect(result).toContain('Its lighthouse stands on a rock.');
  });

  it('without a question lets repeated passages and boilerplate go first', () => {
    const notice = 'We use cookies to give you the best experience, and by staying you accept all cookies of our partners and of theirs.';
    const text = guide(6)
      .split('\n## ')
      .map((section) => `${section}\n${notice}\n`)
      .join('\n## ');
    const result = shown(text, { share: 0.85 });
    expect(result.split(notice).length - 1).toBeLessThanOrEqual(1);
    for (const subject of subjects.slice(0, 6)) expect(result).toContain(`## The ${subject}`);
  });

  it('shows the code that the answering sentence introduces', () => {
    const step = (what: string, call: string): string =>
      `To ${what} the gate from outside of the garden:\n\n    ${call}(gate, { key: 'k', from: side });\n    log(gate);\n`;
    const steps = ['open', 'close', 'paint', 'lock', 'measure', 'move'].map((what) => step(what, `${what[0]!}Gate`));
    const result = shown(`${steps.join('\n')}\nThat is all there is to say of gates.`, { question: 'How do I paint it?', share: 0.35 });
    expect(result).toContain("    pGate(gate, { key: 'k', from: side });");
  });

  it('without a question leaves out runs, not sentences here and there, and keeps what forbids and limits', () => {
    const idle = 'This part of the guide describes the place in general terms and tells how pleasant it can be on a warm day. ';
    const rule = 'Dogs must not enter the ground, and visitors may stay for at most two hours. ';
    const text = Array.from(
      { length: 14 },
      (_, index) => `${index % 7 === 3 ? rule : ''}${idle.replace('place', `place of ${'abcdefghijklmn'[index]!.repeat(5)}`)}`,
    )
      .join('\n\n')
      .repeat(1);
    const result = shown(text, { share: 0.7 });
    expect(result.split('must not enter').length - 1).toBeGreaterThanOrEqual(1);
    expect(result.match(/offloaded\]/g)!.length).toBeLessThanOrEqual(3);
  });

  it('cuts fenced code by whole lines and keeps its fences', () => {
    const result = shown(fenced, { kind: 'mixed', question: 'where is value17 read?', share: 0.35 });
    expect(result).toContain('const value17 = read(17);');
    expect(result.match(/```/g)).toHaveLength(2);
    expect(checkShown(fenced, result).fault).toBeUndefined();
  });

  it('closes every fence that it opens, at any size, with a question and without', () => {
    for (const share of [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6])
      for (const question of ['', 'where is value17 read?', 'which value is the first?']) {
        const result = compress(`${guide()}\n\n${fenced}\n\n${guide()}`, { kind: 'mixed', question, share })?.text ?? '';
        expect((result.match(/^```/gm) ?? []).length % 2, `${share} ${question}`).toBe(0);
      }
  });

  it('I9: leaves out nothing in lossless mode', () => {
    expect(compress(guide(), { fidelity: 'lossless' })).toBeUndefined();
  });

  it('leaves alone what fits, and text that is no language', () => {
    expect(compress(guide(), { share: 1 })).toBeUndefined();
    expect(compress('0f8e1c2a-77aa\n'.repeat(400), { kind: 'text' })).toBeUndefined();
  });

  it('I11: keeps the empty lines before a first line of which only a later sentence is shown', () => {
    const line =
      'A longer sentence stands here with some words of its own. Another follows it, also of some length. And a third one ends this line of the paragraph now. Then more is said.\n';
    const [heading, table, item] = ['# A heading\n', '| a | b |\n|---|---|\n| 1 | 2 |\n', '- an item of a list\n  that goes on\n'];
    const rest = [
      heading,
      table,
      heading,
      item,
      line,
      heading.repeat(3),
      line,
      table,
      heading.repeat(2),
      item,
      heading.repeat(2),
      line,
      line,
    ];
    const text = `\n${line.repeat(3)}${rest.join('')}${heading.repeat(5)}`;
    const candidate = compress(text, { share: 0.115, question: 'What follows, also of some length?' });
    expect(candidate?.text).toMatch(/^\n\[1 sentence offloaded\] Another/);
    expect(checkShown(text, candidate?.text ?? '').fault).toBeUndefined();
  });

  it('I11: what is shown stands there in order, and counts of what is not add up', () => {
    const piece = fc.constantFrom(
      '# A heading\n',
      'One short line.\n',
      '\n',
      'A longer sentence stands here with some words of its own. Another follows it, also of some length. And a third one ends this line of the paragraph now. Then more is said.\n',
      '- an item of a list\n  that goes on\n',
      'Ann: hello there\n',
      '```\nlet x = 1;\n```\n',
      '| a | b |\n|---|---|\n| 1 | 2 |\n',
      '今日は晴れです。明日は雨でしょう。',
      '\r\n',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 12, maxLength: 60 }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        fc.constantFrom('', 'which item has a heading?'),
        (pieces, share, question) => {
          const text = pieces.join('');
          const candidate = compress(text, { share, question });
          if (candidate === undefined) return;
          const { lines, sentences, fault } = checkShown(text.replaceAll('\r', ''), candidate.text.replaceAll('\r', ''));
          expect(fault).toBeUndefined();
          const counted = new Map(candidate.omissions.map(({ unit, count: missing }) => [unit, missing]));
          expect({ lines, sentences }).toEqual({ lines: counted.get('lines') ?? 0, sentences: counted.get('sentences') ?? 0 });
          expect(count(candidate.text)).toBeLessThanOrEqual(Math.floor(count(text) * share));
        },
      ),
      { numRuns: 300 },
    );
  });
});
