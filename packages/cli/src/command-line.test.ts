import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';
import { UsageError } from './usage-error.ts';
import { usage } from './usage.ts';

describe('readCommandLine', () => {
  it('reads a command, its operand and its options', () => {
    expect(readCommandLine(['retrieve', 'abc', '--lines', '3-9', '--budget', '500', '--json'])).toEqual({
      action: 'run',
      command: 'retrieve',
      operand: 'abc',
      options: { json: 'json', lines: '3-9', budget: 500 },
    });
  });

  it('reads the commands of the protocol', () => {
    expect(readCommandLine(['messages', '--jsonl', '--mode', 'lossless'])).toEqual({
      action: 'serve',
      command: 'messages',
      options: { json: 'human', mode: 'lossless' },
    });
  });

  it.each([
    ['nothing', []],
    ['an unknown command', ['squeeze']],
    ['an unknown option', ['compress', '--hard']],
    ['an option of another command', ['compress', '--lines', '3']],
    ['an option without its value', ['compress', '--mode']],
    ['an unknown mode', ['compress', '--mode', 'hard']],
    ['a budget that is no number', ['retrieve', 'abc', '--budget', 'much']],
    ['two files', ['compress', 'a', 'b']],
    ['a file beside --jsonl', ['compress', 'a', '--jsonl']],
    ['messages without --jsonl', ['messages']],
    ['retrieve without a hash', ['retrieve']],
    ['an argument of stats', ['stats', 'a']],
    ['a model of words where words stay', ['compress', '--prose-model', 'lite']],
    ['models without what to do', ['models']],
    ['an unknown unit of prose', ['compress', '--prose', 'letters']],
    ['a flag with a value', ['compress', '--json=yes']],
    ['an unknown letter', ['compress', '-x']],
    ['an option for a value', ['compress', '--mode', '--json']],
    ['an empty scope', ['compress', '--scope', '']],
    ['an empty tool', ['compress', '--tool=']],
    ['an empty file name', ['compress', '']],
    ['two parts of an original', ['retrieve', 'abc', '--lines', '3', '--query', 'why']],
    ['what each request says, beside --jsonl', ['retrieve', '--jsonl', '--lines', '3']],
    ['both protocols', ['compress', '--jsonl', '--json']],
  ])('refuses %s with a message that says what to write', (_, argv) => {
    expect(() => readCommandLine(argv)).toThrow(UsageError);
  });

  it.each([
    [['compress', '--hard'], /no option --hard.*compress takes --json, --jsonl, --mode/],
    [['compress', '--mode'], /--mode needs a value: write --mode MODE, off, audit/],
    [['compress', '--query', '--json'], /--query needs a value before --json.*--query=--json/],
    [['compress', '--json=yes'], /--json takes no value: leave "=yes" out/],
    [['compress', '--scope', ''], /--scope is empty: leave it out, or write --scope NAME, whose originals/],
  ])('says in its own words what is allowed: %j', (argv, message) => {
    expect(() => readCommandLine(argv)).toThrow(message);
  });

  it('takes the last lines as its help writes them, and what begins with a dash behind =', () => {
    expect(readCommandLine(['retrieve', 'abc', '--lines', '-20'])).toMatchObject({ options: { lines: '-20' } });
    expect(readCommandLine(['compress', '--query=-v means what?'])).toMatchObject({ options: { query: '-v means what?' } });
  });

  it('prints every option in its help', () => {
    for (const name of [
      'json',
      'jsonl',
      'mode',
      'store',
      'scope',
      'model',
      'query',
      'tool',
      'prose',
      'prose-model',
      'lines',
      'path',
      'budget',
      'cursor',
    ]) {
      expect(usage()).toContain(`--${name} `);
    }
  });
});
