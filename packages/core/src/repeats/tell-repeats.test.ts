import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandRepeats } from './expand-repeats.ts';
import type { View } from './find-runs.ts';
import { ShownLines } from './shown-lines.ts';
import { isTold, tellRepeats } from './tell-repeats.ts';
import { TextLines } from './text-lines.ts';

const code = Array.from({ length: 40 }, (_, index) => `  const value${index} = compute(${index}, "${'x'.repeat(index % 7)}");`);

function viewOf(...texts: readonly string[]): View {
  const shown = new ShownLines();
  texts.forEach((text, index) => shown.add(`read_file file-${index}`, new TextLines(text)));
  return { shown, length: shown.length };
}

const numbered = (lines: readonly string[], from: number): string =>
  lines.map((line, index) => `${String(from + index).padStart(6)}\t${line}`).join('\n');

describe('tellRepeats', () => {
  it('keeps the first line and tells the rest by reference, with both places', () => {
    const told = tellRepeats(['before', ...code.slice(5, 25), 'after'].join('\n'), viewOf(code.join('\n')));
    expect(told?.text.split('\n')).toEqual(['before', code[5], '[as lines 7-25 of result 1 (read_file file-0)]', 'after']);
    expect(told?.lines).toBe(19);
  });

  it('finds the same code under shifted line numbers and says which', () => {
    const view = viewOf(numbered(code, 100));
    const text = numbered(code.slice(10, 30), 117);
    const told = tellRepeats(text, view);
    expect(told?.text).toContain('[as lines 12-30 of result 1 (read_file file-0), numbered on]');
    expect(expandRepeats(told!.text, view)).toBe(text);
  });

  it('finds numbered code that stands elsewhere without numbers, and the other way round', () => {
    for (const separator of ['\t', ':', ' | ', '→', '-']) {
      const listing = code.map((line, index) => `${index + 1}${separator}${line}`);
      const part = listing.slice(10, 30).join('\n');
      const plain = separator === ' | ' ? code.map((line) => ` ${line}`) : code;
      const onward = tellRepeats(part, viewOf(plain.join('\n')));
      expect(onward?.text).toContain('lines 12-30 of result 1 (read_file file-0), numbered on]');
      expect(expandRepeats(onward!.text, viewOf(plain.join('\n')))).toBe(part);
      const bare = tellRepeats(plain.slice(10, 30).join('\n'), viewOf(listing.join('\n')));
      expect(bare?.text).toContain('lines 12-30 of result 1 (read_file file-0), without their numbers]');
      expect(expandRepeats(bare!.text, viewOf(listing.join('\n')))).toBe(plain.slice(10, 30).join('\n'));
    }
  });

  it('knows numbered lines among others: a header above, hits with lines around them, and no times', () => {
    const view = viewOf(code.join('\n'));
    const around = ['Current method:', ...code.slice(4, 12).map((line, index) => `${index + 5}-${line}`), '--', 'done'].join('\n');
    const told = tellRepeats(around, view);
    expect(told?.text.split('\n')).toEqual([
      'Current method:',
      `5-${code[4]}`,
      '[as lines 6-12 of result 1 (read_file file-0), numbered on]',
      '--',
      'done',
    ]);
    expect(expandRepeats(told!.text, view)).toBe(around);
    const times = new TextLines('12:01:07 a\n12:01:08 b\n2024-05-13 c\n2024-05-14 d');
    expect([0, 1, 2, 3].map((index) => times.line(index)?.number)).toEqual([-1, -1, -1, -1]);
  });

  it('ends a numbered run where a line without a number follows', () => {
    const window = (from: number, below: number): string =>
      [
        `(${from - 1} more lines above)`,
        ...code.slice(0, 30).map((line, index) => `${from + index}:${line}`),
        `(${below} more lines below)`,
      ].join('\n');
    const view = viewOf(window(100, 7));
    const told = tellRepeats(window(101, 7), view);
    expect(told?.text.split('\n')).toEqual([
      '(100 more lines above)',
      `101:${code[0]}`,
      '[as lines 3-31 of result 1 (read_file file-0), numbered on]',
      '(7 more lines below)',
    ]);
  });

  it('names a result once in a text', () => {
    const told = tellRepeats([...code.slice(0, 10), 'between', ...code.slice(20, 30)].join('\n'), viewOf(code.join('\n')));
    expect(told?.text.split('\n').filter((line) => line.startsWith('[as lines'))).toEqual([
      '[as lines 2-10 of result 1 (read_file file-0)]',
      '[as lines 22-30 of result 1]',
    ]);
  });

  it('tells what the agent itself wrote into a call, numbered or not, by the name of the argument', () => {
    const shown = new ShownLines();
    shown.add('read_file other', new TextLines('nothing'));
    shown.add('content', new TextLines(code.join('\n')), 'call');
    const view = { shown, length: shown.length };
    const echo = ['File written:', numbered(code.slice(0, 20), 1)].join('\n');
    const told = tellRepeats(echo, view);
    expect(told?.text.split('\n').slice(1)).toEqual([`     1\t${code[0]}`, '[as lines 2-20 of content in call 2, numbered on]']);
    expect(expandRepeats(told!.text, view)).toBe(echo);
    shown.add('write_file a.ts', new TextLines(told!.text));
    expect(shown.result(2)?.label).toBe('write_file a.ts');
  });

  it('tells what a text repeats of itself by its lines further up as they are shown, numbered or not', () => {
    const view = viewOf(code.slice(0, 12).join('\n'));
    const other = code.slice(0, 12).map((line) => line.replace('value', 'other'));
    const text = [...code.slice(0, 12), 'between', ...other, 'again', ...other].join('\n');
    const told = tellRepeats(text, view);
    expect(told?.text.split('\n')).toEqual([
      code[0],
      '[as lines 2-12 of result 1 (read_file file-0)]',
      'between',
      ...other,
      'again',
      other[0],
      '[as lines 5-15 above]',
    ]);
    expect(expandRepeats(told!.text, view)).toBe(text);
    expect(isTold(told!.text, view)).toBe(true);
    const listing = numbered([...code.slice(0, 12), 'between', ...code.slice(0, 12)], 40);
    const toldListing = tellRepeats(listing, viewOf());
    expect(toldListing?.text.split('\n').at(-1)).toBe('[as lines 2-12 above, numbered on]');
    expect(expandRepeats(toldListing!.text, viewOf())).toBe(listing);
  });

  it('refers to no lines of its own that a reference stands for, and leads nowhere below itself', () => {
    const lines = code.slice(0, 8);
    const text = [...lines, 'x', ...lines, 'y', ...lines].join('\n');
    expect(
      tellRepeats(text, viewOf())
        ?.text.split('\n')
        .filter((line) => line.startsWith('[as')),
    ).toEqual(['[as lines 2-8 above]', '[as lines 2-8 above]']);
    expect(expandRepeats('a\n[as lines 2-3 above]\nb', viewOf())).toBeUndefined();
    expect(expandRepeats('a\nb\nc\n[as lines 2-3 above]\n[as lines 3-4 above]', viewOf())).toBeUndefined();
    expect(expandRepeats('a\nb\nc\n[as lines 2-3 above]', viewOf())).toBe('a\nb\nc\nb\nc');
  });

  it('I6: puts nothing back where a few lines stand for more than any text', () => {
    const bomb = [
      ...Array.from({ length: 20_000 }, (_, index) => `line ${index}`),
      ...Array.from({ length: 20_000 }, () => '[as lines 1-20000 above]'),
    ];
    expect(expandRepeats(bomb.join('\n'), viewOf())).toBeUndefined();
    expect(isTold(bomb.join('\n'), viewOf())).toBe(false);
    const wide = ['x'.repeat(1_000_000), ...Array.from({ length: 100 }, () => '[as lines 1-1 above]')].join('\n');
    expect(expandRepeats(wide, viewOf())).toBeUndefined();
  });

  it('does not take a line for the same when its number does not fit', () => {
    const mixed = numbered(code.slice(0, 12), 5)
      .split('\n')
      .map((line, index) => (index % 2 === 0 ? line : line.replace(/\d+/, (digits) => String(Number(digits) + 500))));
    expect(tellRepeats(mixed.join('\n'), viewOf(numbered(code, 5)))).toBeUndefined();
  });

  it('leaves short and scattered repeats alone', () => {
    expect(tellRepeats([code[0], 'x', code[1], 'y', code[2]].join('\n'), viewOf(code.join('\n')))).toBeUndefined();
    expect(tellRepeats('}\n}\n}\n}\n}\n', viewOf('}\n'.repeat(50)))).toBeUndefined();
  });

  it('compares letters where two lines share a hash, in the text itself and in what is shown', () => {
    const twins = ['v4lsfz8', 'v6m0qdo'] as const;
    const { hashes } = new TextLines(twins.join('\n'));
    expect(hashes[0]).toBe(hashes[1]);
    const base = (twin: string): string =>
      Array.from({ length: 400 }, (_, index) => (index % 40 === 3 ? twin : code[index % 40])).join('\n');
    for (const [text, view] of [
      [`${base(twins[0])}\n${base(twins[1])}`, viewOf()],
      [base(twins[1]), viewOf(base(twins[0]))],
    ] as const) {
      const told = tellRepeats(text, view)!;
      expect(told.lines).toBeGreaterThan(200);
      expect(expandRepeats(told.text, view)).toBe(text);
      // A run begins with a line that the reader finds above.
      expect(told.text).toContain(`${twins[1]}\n${code[4]}\n[as lines `);
    }
  });

  it('looks no further than the view', () => {
    const { shown, length } = viewOf('nothing', code.join('\n'));
    expect(tellRepeats(code.join('\n'), { shown, length: 1 })).toBeUndefined();
    expect(tellRepeats(code.join('\n'), { shown, length })).toBeDefined();
  });

  it('I8: a told text is known as told, a forged reference is not', () => {
    const view = viewOf(code.join('\n'));
    expect(isTold(tellRepeats(code.join('\n'), view)!.text, view)).toBe(true);
    expect(isTold('[as lines 2-9 of result 1 (read_file file-0)]', view)).toBe(false);
    expect(isTold('[as lines 2-9 of result 7]', view)).toBe(false);
  });

  it('I10: what is told expands to the text, letter by letter', () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...code.slice(0, 10),
        '',
        '}',
        '   12\tx',
        '[as lines 1-2 of result 1]',
        '[as lines 1-2 of result 1, numbered on]',
        '[as lines 1-2 of result 1, without their numbers]',
        '[as lines 1-2 above]',
        '[as lines 2-3 above, numbered on]',
      ),
      fc.string({ maxLength: 30 }),
    );
    const text = fc
      .array(
        fc.oneof(
          fc.array(line, { maxLength: 6 }),
          fc.nat({ max: 30 }).map((from) => code.slice(from, from + 12)),
          fc.nat({ max: 30 }).map((from) => numbered(code.slice(from, from + 12), from + 7).split('\n')),
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.flat().join('\n'));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        text,
        fc.boolean(),
        fc.boolean(),
        (earlier, later, numberedBefore, numberedNow) => {
          const dressed = (raw: string, withNumbers: boolean) => (withNumbers ? numbered(raw.split('\n'), 7) : raw);
          const dress = (raw: string) => dressed(raw, numberedNow);
          const view = viewOf(...[...earlier, code.join('\n')].map((raw) => dressed(raw, numberedBefore)));
          const told = tellRepeats(dress(later), view);
          if (told !== undefined) {
            expect(expandRepeats(told.text, view)).toBe(dress(later));
            expect(told.text.length).toBeLessThan(dress(later).length);
            expect(isTold(told.text, view)).toBe(true);
          }
        },
      ),
    );
  });
});
