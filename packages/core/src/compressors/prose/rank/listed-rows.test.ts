import { describe, expect, it } from 'vitest';
import { compressAlone } from '../../test-support.ts';
import { proseCompressor } from '../prose-compressor.ts';
import { checkShown } from '../test-support.ts';

const packages = Array.from({ length: 36 }, (_, n) => `${90_000 - n * 1700}\ttool-part-${n}\t${n}.2-1`);
const shuffled = packages.map((_, n) => packages[(n * 11) % packages.length]!);
const files = Array.from(
  { length: 30 },
  (_, n) => `${145_959_730 - n * 3_000_017} 2025-06-${10 + (n % 20)} /opt/kit-${n % 7}/lib/module-${n}`,
);

const session = (listed: readonly string[]): string =>
  [
    '# Session',
    '**User:** The machine is filling up. What could go?',
    '**Agent:** Packages by name.',
    ['```console', "$ list-packages -f '${Size} ${Package}'", ...listed, '```'].join('\n'),
    '**Agent:** Files.',
    ['```console', '$ find /opt -type f', ...files, '```'].join('\n'),
    '**Agent:** Most of it is toolchains, which stay where they are for now.',
  ].join('\n\n');

const show = (text: string, question: string, share = 0.3): string => {
  const shown = compressAlone(proseCompressor(), text, { kind: 'mixed', question, share })?.text ?? text;
  expect(checkShown(text, shown).fault).toBeUndefined();
  return shown;
};

describe('what a command printed in a fenced block', () => {
  it('stands row by row below its command', () => {
    const shown = show(session(shuffled), 'Which version of tool-part-17 is installed?');
    expect(shown).toContain('61100\ttool-part-17\t17.2-1');
    expect(shown).toContain('$ list-packages');
  });

  it('shows the row at the end of its order that is asked for', () => {
    expect(show(session(shuffled), 'Which package takes the most space?')).toContain('90000\ttool-part-0\t');
    expect(show(session(shuffled), 'What is the largest of the files?')).toContain(files[0]);
    expect(show(session(shuffled), 'Which package is the smallest?')).toContain(packages.at(-1));
  });

  it('goes from the top down where rows answer alike', () => {
    const shown = show(session(packages), 'What do the packages in the listing take?', 0.35);
    const places = packages.flatMap((row, place) => (shown.includes(row) ? [place] : []));
    expect(places.length).toBeGreaterThan(3);
    expect(places.at(-1)).toBeLessThan(2 * places.length);
  });
});

describe('what a command printed between sentences', () => {
  it('is no long sentence: the row that answers stands without the others', () => {
    const blobs = Array.from(
      { length: 40 },
      (_, n) => `100644 blob ${(n * 104_729 + 1_000_003).toString(16).padStart(12, '0')} ${9000 + n * 37}\tdata/set-${n}.bin`,
    );
    const talk = Array.from(
      { length: 12 },
      (_, n) => `The reviewer said in meeting ${n} that the data should be kept as it is, and that it may be looked at again.`,
    );
    const text = [...talk, blobs.join('\n'), 'Nothing else was found by them.'].join('\n\n');
    const shown = show(text, 'Which blob is 9851 bytes?', 0.2);
    expect(shown).toContain('9851\tdata/set-23.bin');
    expect(shown).not.toContain('data/set-39.bin');
  });
});

describe('the record of an agent', () => {
  const step = (call: string, said: string, rows: readonly string[]): string =>
    [`Invoking: \`shell\` with \`{"command":"${call}"}\``, `responded: ${said}`, '', ...rows, ''].join('\n');
  const subjects = Array.from(
    { length: 40 },
    (_, n) =>
      `${(n * 7_104_729 + 0x1000003).toString(16).slice(0, 7)} 2026-03-${10 + (n % 19)} The commit of what the team said first in week ${n}`,
  );
  const text = [
    step('git log --oneline', 'Subjects.', subjects),
    step('git log --reverse | head -4', 'First commit.', [
      '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
      'Ada Example',
      'Sat Feb 7 09:18:39 2026 +0000',
      'Lay the ground for all else',
    ]),
    step('date', 'Now.', ['Sun Mar 29 10:00:00 UTC 2026']),
    'The history begins in February, as the tables say, and nobody has changed that since.',
  ].join('\n');

  it.each([0.1, 0.15])('shows what a call brought below the step that answers, with room for %d', (share) => {
    const shown = show(text, 'What was the first commit about?', share);
    expect(shown).toContain('git log --reverse');
    expect(shown).toContain('Lay the ground for all else');
  });
});
