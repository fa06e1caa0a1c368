import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptByRule } from './test-support.ts';

/** What each sentence must keep, whatever a model says. */
const cases: Readonly<Record<string, readonly (readonly [sentence: string, ...kept: string[]])[]>> = {
  'negations and the word behind': [
    ['it is not safe to run this', 'not', 'safe'],
    ['the server never drops messages', 'never', 'drops'],
    ["they don’t and won't answer us", 'don’t', 'and', "won't", 'answer'],
    ['runs without locks, neither fast nor small', 'without', 'locks,', 'neither', 'fast', 'nor', 'small'],
    ['the no-knock warrant of it', 'no-knock', 'warrant'],
    ['a non-empty list is an un-named thing', 'non-empty', 'list', 'un-named', 'thing'],
  ],
  modals: [
    ['you should and must do it, we may too', 'should', 'must', 'may'],
    ["it'll work and they’d help", "it'll", 'they’d'],
  ],
  'conditions with their clause, but for articles': [
    ['use the header if it is present, or else the body of it', 'if', 'it', 'is', 'present,', 'else', 'body', 'of', 'it'],
    ['wait until the lock is free. then go', 'until', 'lock', 'is', 'free.'],
    ['keep a copy in case the disk fails', 'in', 'case', 'disk', 'fails'],
    ['it stays as long as someone reads it', 'as', 'long', 'as', 'someone', 'reads', 'it'],
    ['otherwise, the value is lost', 'otherwise,', 'value', 'is', 'lost'],
  ],
  'numbers with their units, comparisons and labels': [
    ['it takes at least 5 seconds of the time', 'at', 'least', '5', 'seconds'],
    ['no more than 20 % of the users', 'no', 'more', 'than', '20', '%'],
    ['see version 3 of the page', 'version', '3'],
    ['a five-year term of it', 'five-year', 'term'],
    ['it is 5 of 10 in all', '5', 'of', '10'],
    ['between two weeks and twelve months of work', 'between', 'two', 'weeks', 'and', 'twelve', 'months'],
    ['the port is 8080, on the host', '8080,'],
  ],
  'names, also where a sentence begins with one': [
    ['we met Ada Lovelace on a Monday', 'Ada', 'Lovelace', 'Monday'],
    ['Python runs it. The rest is idle', 'Python'],
    ['A plan of the NATO and the iPhone', 'NATO', 'iPhone'],
  ],
  'identifiers, paths, addresses and signs': [
    ['run `npm test now` with --verbose in /usr/lib of the box', '`npm', 'test', 'now`', '--verbose', '/usr/lib'],
    ['call user_name and foo.bar() at https://a.example/b of it', 'user_name', 'foo.bar()', 'https://a.example/b'],
    ['set x = y and mail me@b.example', 'x', '=', 'y', 'me@b.example'],
  ],
  'what is quoted': [
    ['he said "it is the end of it" to us', '"it', 'is', 'the', 'end', 'of', 'it"'],
    ['the “very last thing” and the ‘other one’ of it', '“very', 'last', 'thing”', '‘other', 'one’'],
    ["it is the 'only safe way' of the users' group", "'only", 'safe', "way'", "users'"],
    ['open "without an end of it', '"without', 'an', 'end', 'of', 'it'],
  ],
  'brackets in pairs': [
    ['the list (which is the long one) and [a of b]', '(which', 'one)', '[a', 'b]'],
    ['emphasis **is the word** of it', '**is', 'word**'],
  ],
  'labels of lines': [['Please note: this is the way of it', 'Please', 'note:']],
};

describe.each(Object.entries(cases))('what stays by rule: %s', (_, sentences) => {
  it.each(sentences)('%s', (sentence, ...kept) => {
    const stays = keptByRule(sentence);
    for (const word of kept) expect(stays).toContain(word);
  });
});

describe('what may go', () => {
  it.each([
    ['the house of the man is very old', []],
    ['The work was, in the end, really quite good.', []],
    ["I think that I'm glad that it is there", []],
  ] as const)('%s', (sentence, stays) => {
    expect(keptByRule(sentence)).toEqual(stays);
  });

  it('lets the words between brackets go, and none of the brackets', () => {
    expect(keptByRule('the list (which is the very long one) of it')).toEqual(['(which', 'one)']);
  });
});

describe('properties', () => {
  const idle = fc.constantFrom('the', 'of', 'house', 'is', 'there', 'very', 'and');
  const needed: fc.Arbitrary<string> = fc.constantFrom(
    'not',
    "can't",
    'must',
    '5',
    'HTTP',
    'foo_bar',
    '/etc/x',
    '`a`',
    '(b)',
    'cannot',
    '3.5GB',
    'a.b.c',
    '--flag',
    'userName',
  );

  it('keeps every needed word wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(idle, needed), { minLength: 1, maxLength: 40 }), (words) => {
        const wanted: readonly string[] = words.filter((word) => !['the', 'of', 'house', 'is', 'there', 'very', 'and'].includes(word));
        const stays = keptByRule(words.join(' '));
        for (const word of wanted) expect(stays).toContain(word);
        expect(stays.filter((word) => wanted.includes(word))).toEqual(wanted);
      }),
    );
  });
});
