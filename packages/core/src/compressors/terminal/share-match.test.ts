import { describe, expect, it } from 'vitest';
import { compressAlone } from '../test-support.ts';
import { terminalCompressor } from './terminal-compressor.ts';

const compress = (text: string, question: string, share = 0.2): string =>
  compressAlone(terminalCompressor(), text, { kind: 'terminal', question, share })?.text ?? text;

const history = (sign: string): string =>
  Array.from({ length: 40 }, (_, n) =>
    [
      `${sign === '' ? '' : '* '}commit ${(n * 104_729 + 1_000_003).toString(16).padStart(40, '0')}`,
      `${sign}Author: Ada <ada@example.org>`,
      `${sign}Date:   2026-03-${10 + (n % 19)} 09:${10 + n}:00 +0100`,
      sign,
      `${sign}    ${n === 27 ? 'Teach the parser to read dates' : `Change number ${n}`}`,
      sign,
      `${sign} src/file-${n}.ts | 2 +-`,
      `${sign} ${n === 31 ? 44 : 2 + (n % 3)} files changed, 2 insertions(+)`,
      sign,
    ].join('\n'),
  ).join('\n');

describe('what a title answers', () => {
  it.each(['', '| '])('stands with when it was, with %j before its lines', (sign) => {
    const shown = compress(history(sign), 'When was the parser taught to read dates?');
    expect(shown).toContain('Teach the parser to read dates');
    expect(shown).toContain('09:37:00');
  });

  it('is found by the sum of its record', () => {
    const shown = compress(history('| '), 'Which commit touched the most files?');
    expect(shown).toContain('44 files changed');
    expect(shown).toContain((31 * 104_729 + 1_000_003).toString(16).padStart(40, '0'));
  });
});

describe('a comment', () => {
  it('stands with the lines of its block', () => {
    const groups = Array.from({ length: 80 }, (_, group) =>
      [
        `@group-${group}`,
        `    # ${group === 37 ? 'Change the system time' : `System calls for purpose ${group}`}`,
        ...Array.from({ length: 9 }, (__, call) => `    adjust_${group}_${call}`),
        '',
      ].join('\n'),
    ).join('\n');
    const shown = compress(groups, 'Which calls change the time of the system?', 0.25);
    for (let call = 0; call < 9; call += 1) expect(shown).toContain(`    adjust_37_${call}\n`);
  });
});

describe('names of columns', () => {
  it('stand with the row of a short table', () => {
    const filler = (name: string): string => Array.from({ length: 60 }, (_, n) => `${name}${n}:   ${n * 17} kB`).join('\n');
    const shown = compress(
      `${filler('Alpha')}\n\nVolume   Reads/s   Writes/s\nvda      298.88    50.12\n\n${filler('Beta')}`,
      'What does the volume table say?',
      0.1,
    );
    expect(shown).toContain('vda      298.88');
  });

  it('may begin with one in brackets', () => {
    const rows = Array.from(
      { length: 40 },
      (_, n) =>
        `  [${String(n).padStart(2)}] .part-${String(n).padEnd(8)} ${n === 23 ? '0c86ef' : (16 + n * 37).toString(16).padStart(6, '0')} ${n % 4}`,
    );
    const shown = compress(['Sections:', '  [Nr] Name           Size   Al', ...rows].join('\n'), 'Which section is biggest?', 0.4);
    expect(shown).toContain('[Nr] Name');
    expect(shown).toContain('0c86ef');
  });
});

describe('a line too long for what is left', () => {
  it('leaves the room to shorter ones', () => {
    const long = `Flags: matching ${Array.from({ length: 120 }, (_, n) => `flag${n}`).join(' ')}`;
    const text = ['Matching: yes', long, ...Array.from({ length: 80 }, (_, n) => `Entry ${n}: matching`)].join('\n');
    const shown = compress(text, 'What is matching?', 0.3);
    expect(shown.length).toBeGreaterThan(text.length * 0.2);
  });
});
