import { describe, expect, it } from 'vitest';
import { analyseLog } from './analyse-log.ts';
import { valueLines } from './line-values.ts';

const anchorsOf = (lines: readonly string[], question = ''): readonly number[] =>
  [...analyseLog(lines.join('\n'), question, undefined).anchors.keys()].sort((a, b) => a - b);

describe('the anchors of a log', () => {
  it('are where it begins and its last two lines that say anything', () => {
    expect(anchorsOf(['', 'start of the work', 'one', 'two', 'three', 'done: 3', '-----', 'bye'])).toEqual([1, 5, 7]);
  });

  it('are every different word of a build tool that a step failed', () => {
    const lines = [
      'begin',
      'cc a.c',
      'make: *** [Makefile:3: a.o] Error 1',
      'cc b.c',
      'make: *** [Makefile:3: b.o] Error 1',
      'cc c.c',
      'x',
      'y',
    ];
    expect(anchorsOf(lines)).toEqual([0, 2, 4, 6, 7]);
  });

  it('are what was called, near the top, and what looks like a marker of ours', () => {
    const rest = Array.from({ length: 60 }, (_, index) => `step ${index} went well`);
    expect(anchorsOf(['This file was made by', 'a run called so:', '', '  $ ./build --without-docs', ...rest])).toContain(3);
    expect(anchorsOf(['begin', ...rest, '  $ ./build --without-docs', ...rest])).not.toContain(61);
    expect(anchorsOf(['begin', ...rest, 'got <<ccr:0123 9_lines_offloaded>> from a client', ...rest])).toContain(61);
  });

  it('are which versions ran, where the first lines say so', () => {
    const rest = Array.from({ length: 60 }, (_, index) => `step ${index} went well`);
    const head = [
      'Builder 3.8',
      'Home: /usr/share/builder',
      'Java version: 17.0.15, vendor: somebody',
      'Locale: en',
      'Linker version 2.40',
    ];
    expect(anchorsOf([...head, ...rest])).toEqual([0, 2, 4, 63, 64]);
    expect(anchorsOf(['begin', ...rest, 'Java version: 17.0.15', ...rest])).not.toContain(61);
  });

  it('are no dumps and no cleaning up', () => {
    expect(anchorsOf(['begin', 'x', 'y', 'z'.repeat(500)])).toEqual([0, 2]);
    expect(anchorsOf(['begin', 'x', '##[group]Run x', 'Post job cleanup.', 'gone', 'gone too'])).not.toContain(5);
  });

  it('keep their worth beside what a question asks for', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `poll number ${index} of the queue`);
    const values = valueLines(analyseLog(['opened', ...lines, 'shutting down'].join('\n'), 'What does the queue poll?', undefined));
    expect(values[301]!).toBeGreaterThanOrEqual(9);
    expect(values[0]!).toBeGreaterThanOrEqual(5);
  });

  it('leave the last of its kind its full worth where the last is asked for', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `saved archive number ${index} at ${index * 3} MB/s`);
    const worth = (question: string): number => valueLines(analyseLog([...lines, 'x', 'y', 'end'].join('\n'), question, undefined))[59]!;
    expect(worth('How fast was the last archive saved?')).toBeGreaterThan(1.5 * worth('How fast was an archive saved?'));
  });
});
