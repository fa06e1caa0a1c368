import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, frame, heading, listItem, sentence, speaker, tableRow, term } from './passages.ts';
import { readPassages } from './read-passages.ts';

const names: Readonly<Record<number, string>> = {
  [sentence]: 'sentence',
  [heading]: 'heading',
  [listItem]: 'item',
  [tableRow]: 'row',
  [code]: 'code',
  [speaker]: 'speaker',
  [frame]: 'frame',
  [term]: 'term',
};

function read(text: string): { role: string; text: string; below: string }[] {
  const passages = readPassages(text);
  const shown = (passage: number): string => text.slice(passages.starts[passage], passages.ends[passage]).trim().slice(0, 24);
  return Array.from({ length: passages.count }, (_, passage) => ({
    role: names[passages.roles[passage]!]!,
    text: shown(passage),
    below: passages.parents[passage]! < 0 ? '' : shown(passages.parents[passage]!),
  }));
}

const long = (word: string): string =>
  `This ${word} is a sentence of some length that says nothing much at all to anybody. `.repeat(3).trim();

describe('readPassages', () => {
  it('puts headings of Markdown and reStructuredText above what they head', () => {
    expect(read('# One\n\nText here.\n\n## Two\n\nMore text.')).toEqual([
      { role: 'heading', text: '# One', below: '' },
      { role: 'sentence', text: 'Text here.', below: '# One' },
      { role: 'heading', text: '## Two', below: '# One' },
      { role: 'sentence', text: 'More text.', below: '## Two' },
    ]);
    expect(read('Title\n=====\n\nText.\n\nPart\n----\n\nText.').map(({ role, below }) => `${role}<${below}`)).toEqual([
      'heading<',
      'sentence<Title\n=====',
      'heading<Title\n=====',
      'sentence<Part\n----',
    ]);
  });

  it('reads a manual by its indentation: terms above what explains them, paragraphs as language', () => {
    const manual = [
      'OPTIONS',
      '       The tool takes these options and no others at all.',
      '',
      '       Delay=',
      '           Waits this long before it begins. Defaults to 0.',
      '',
      '           The delay is never longer than what the caller of it allows.',
      '',
      '       Retry=',
      '           Tries again as often as this says.',
      '',
      'SEE ALSO',
      '       Other manuals of the same house.',
    ].join('\n');
    expect(read(manual).map(({ role, text, below }) => `${role} ${text} < ${below}`)).toEqual([
      'term OPTIONS < ',
      'sentence The tool takes these opt < OPTIONS',
      'term Delay= < OPTIONS',
      'sentence Waits this long before i < Delay=',
      'sentence The delay is never longe < Delay=',
      'term Retry= < OPTIONS',
      'sentence Tries again as often as  < Retry=',
      'term SEE ALSO < ',
      'sentence Other manuals of the sam < SEE ALSO',
    ]);
  });

  it('takes a tab for as many columns as manuals do, where their lines begin now with spaces and now with tabs', () => {
    const manual = '       depth\n\t   Says how deep it goes, as a number that is at least 1.\n';
    expect(read(manual).map(({ role, below }) => `${role} < ${below}`)).toEqual(['term < ', 'sentence < depth']);
    const example = `       What is off but for two of them, which stay on as they are, is ${'said in the same file '.repeat(10)}by:\n\n\t   export PARTS=-all,+first,+second\n`;
    expect(read(example).map(({ role, below }) => `${role} < ${below}`)).toEqual(['sentence < ', 'code < What is off but for two ']);
  });

  it('puts a directive above the paragraphs under it, and keeps indented code apart', () => {
    const text =
      '.. py:data:: LIMIT\n\n    Says how much of it may be kept at most.\n\n    It is counted in lines.\n\n.. code::\n\n    let x = f(1);\n    g(x);\n';
    expect(read(text).map(({ role, below }) => `${role} < ${below}`)).toEqual([
      'term < ',
      'sentence < .. py:data:: LIMIT',
      'sentence < .. py:data:: LIMIT',
      'term < ',
      'code < .. code::',
    ]);
  });

  it('takes numbered titles, and those of AsciiDoc, POD and LaTeX, for headings', () => {
    const roles = (text: string): string =>
      read(`${text}\n\nSome text of it.`)
        .map(({ role, below }) => `${role}<${below}`)
        .join(' ');
    for (const title of [
      '4. Powers',
      '4.2. Who decides, and\nwhen?',
      'Chapter 3: Winter',
      '== Title',
      '=head2 Title',
      String.raw`\section{Title}`,
    ])
      expect(roles(title), title).toMatch(/^heading< sentence<\S/);
    expect(roles('4. The leader has a casting vote.')).toMatch(/^item< /);
    expect(read('1. One\n\nText.\n\n1.1. Inner\n\nText.\n\n2. Two\n\nText.').map(({ below }) => below)).toEqual([
      '',
      '1. One',
      '1. One',
      '1.1. Inner',
      '',
      '2. Two',
    ]);
  });

  it('cuts tables drawn in boxes by their rows', () => {
    const table = 'Values are these\n┌────┬────┐\n│ a  │ b  │\n├────┼────┤\n│ 1  │ 2  │\n└────┴────┘';
    expect(read(table).map(({ role }) => role)).toEqual(['heading', 'frame', 'row', 'frame', 'row', 'frame']);
  });

  it('takes a short line above a long paragraph for its title', () => {
    const found = read(`[3] Title: A Name\n${long('first')}\n\n[4] Title: Another\n${long('second')}`);
    expect(found.filter(({ role }) => role === 'heading').map(({ text }) => text)).toEqual(['[3] Title: A Name', '[4] Title: Another']);
    expect(found.filter(({ role }) => role === 'sentence')).toHaveLength(6);
  });

  it('keeps lists below their introduction and nested items below theirs', () => {
    expect(read('Do this:\n\n- one\n  on two lines\n  - inner\n- two')).toEqual([
      { role: 'sentence', text: 'Do this:', below: '' },
      { role: 'item', text: '- one\n  on two lines', below: 'Do this:' },
      { role: 'item', text: '- inner', below: '- one\n  on two lines' },
      { role: 'item', text: '- two', below: 'Do this:' },
    ]);
  });

  it('puts the header and the frame of a table above its rows', () => {
    expect(read('| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |').map(({ role, below }) => `${role}<${below}`)).toEqual([
      'row<',
      'frame<| a | b |',
      'row<|---|---|',
      'row<|---|---|',
    ]);
  });

  it('cuts what goes on without an end of a sentence, so that some of it fits any budget', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `value ${index} follows the one before it,`);
    expect(read(lines.join('\n')).length).toBeGreaterThanOrEqual(5);
  });

  it('never reads code as language, and keeps short blocks whole', () => {
    expect(read('See:\n\n```sh\n# not a heading\nrm x. Then y.\n```\n').map(({ role, below }) => `${role}<${below}`)).toEqual([
      'sentence<',
      'code<See:',
    ]);
    const block = `\`\`\`\n${Array.from({ length: 30 }, (_, index) => `line ${index}${index % 6 === 5 ? '\n' : ''}`).join('\n')}\n\`\`\`\n`;
    const roles = read(block).map(({ role }) => role);
    expect([roles[0], roles.at(-1)]).toEqual(['frame', 'frame']);
    expect(roles.filter((role) => role === 'code')).toHaveLength(5);
  });

  it('puts who speaks above the sentences of a long turn, and the first line of a record above the others', () => {
    expect(read(`[0] Ann Lee: ${long('one')}\n[1] Bob: Yes.\n`)[1]).toEqual({
      role: 'sentence',
      text: long('one').slice(0, 24),
      below: '[0] Ann Lee:',
    });
    const record = read('Question: who?\nThought 1: look.\nAction 1: Search[x]\n\nQuestion: why?\nThought 1: hm.\nAction 1: Finish[y]');
    expect(record.map(({ below }) => below)).toEqual(['', 'Question: who?', 'Question: who?', '', 'Question: why?', 'Question: why?']);
  });

  it('reads lists of names and what they are line by line', () => {
    const list = [
      'harbour (1) - shows who lies where',
      'harbour-master(8) - runs the harbour',
      'libharbour - routines for it; see ...',
      'tide (1)  - tells when it turns',
    ];
    expect(read(list.join('\n')).map(({ text }) => text)).toEqual(list.map((line) => line.slice(0, 24)));
  });

  it('cuts a long wrapped paragraph behind a line within which a sentence ends, where none ends with a line', () => {
    const wrapped = [
      'The study says that errors of this kind are found late and that they',
      'cost a lot of what is spent on all of it, year after year, in most of',
      'the houses that were asked. At the level of the country, more than the',
      'half of it is paid by those who only use what the others make, and the',
      'rest by those who sell it. The study also says that, although not each',
      'of them can be avoided, a third of what they cost, or 22 million, need',
      'not be paid where more is tried out before. That is what is won by the',
      'early search for them, close to where they are made by somebody.',
    ].join('\n');
    const starts = read(wrapped).map(({ text }) => text);
    expect(starts).toEqual(['The study says that erro', 'of them can be avoided, ']);
    expect(read(wrapped.replaceAll('. ', ', '))).toHaveLength(1);
  });

  it('cuts wrapped paragraphs where a line ends with a sentence, wherever one does', () => {
    const wrapped =
      'A sentence that goes over the end of its line and on into\nthe line below it, where it also ends as one would hope.\n'.repeat(6);
    for (const { text } of read(wrapped)) expect(text).toMatch(/^A sentence/);
    expect(read(wrapped).length).toBeGreaterThan(2);
  });

  it('covers every text, with parents before their children and rising lines', () => {
    const pieces = fc.constantFrom(
      '# H\n',
      'Text. ',
      'More text here.\n',
      '\n',
      '- item\n',
      '  - inner\n',
      '```\n',
      '| a | b |\n',
      '|---|\n',
      'Ann: hi\n',
      '    code\n',
      '====\n',
      '。',
      '\r\n',
      long('x'),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { count, starts, ends, parents, firstLines, lastLines } = readPassages(text);
        if (count > 0) expect(starts[0]).toBe(0);
        for (let passage = 0; passage < count; passage += 1) {
          expect(parents[passage]).toBeLessThan(passage);
          if (passage > 0) expect(starts[passage]).toBeGreaterThan(starts[passage - 1]!);
          expect(text.slice(ends[passage], starts[passage + 1] ?? text.length).trim()).toBe('');
          expect(firstLines[passage]).toBe(text.slice(0, starts[passage]).split('\n').length);
          expect(lastLines[passage]).toBe(text.slice(0, ends[passage]).split('\n').length);
        }
      }),
    );
  });
});
