import { describe, expect, it } from 'vitest';
import { shownText, readLogLines } from './log-lines.ts';

const shown = (source: string, stamps: 'fold' | 'keep' = 'fold'): string[] => {
  const lines = readLogLines(source, stamps);
  return Array.from({ length: lines.count }, (_, line) => shownText(lines, line));
};

const stamp = (second: number): string => `2026-01-02T03:04:0${second}.1234567Z`;

describe('lines of a log', () => {
  it('are split at LF alone and lose a CR before it; a last break begins no line', () => {
    expect(shown('a\r\n\nb\u2028c\n')).toEqual(['a', '', 'b\u2028c']);
    expect(shown('')).toEqual([]);
  });

  it('lose the times of a runner where most have one, and say which', () => {
    const source = `\ufeff${stamp(1)} a\n${stamp(2)} b\nplain\n${stamp(3)}\n${stamp(4)}  c`;
    expect(shown(source)).toEqual(['a', 'b', 'plain', '', ' c']);
    expect(readLogLines(source, 'fold').stamps).toMatchObject({ lines: 4, first: stamp(1), last: stamp(4), origins: [] });
    expect(shown(source, 'keep')[1]).toBe(`${stamp(2)} b`);
  });

  it('lose the job and step before the time, and know them', () => {
    const source = [`build\tRun tests\t${stamp(1)} a\tb`, `build\tRun tests\t${stamp(2)} c`, `lint\tCheck\t\ufeff${stamp(3)} d`].join('\n');
    expect(shown(source)).toEqual(['a\tb', 'c', 'd']);
    expect(readLogLines(source, 'fold').stamps).toMatchObject({
      origins: ['build\tRun tests', 'lint\tCheck'],
      originOf: Int32Array.of(0, 0, 1),
    });
  });

  it('keep the times that programs write', () => {
    const lines = ['2026-01-02T03:04:05.123Z up', '2026-01-02T03:04:06.123456Z down', '2026-01-02 03:04:07 out'];
    expect(shown(lines.join('\n'))).toEqual(lines);
  });
});
