import { describe, expect, it } from 'vitest';
import { readLogLines } from '../lines/log-lines.ts';
import { scanLines } from '../pattern/scan-lines.ts';
import { analyseLog } from './analyse-log.ts';
import { liftContext } from './context-lift.ts';
import { valueLines } from './line-values.ts';
import { findPythonTraces } from './python-traces.ts';

const tracesIn = (lines: readonly string[]): ReturnType<typeof findPythonTraces> => {
  const log = readLogLines(lines.join('\n'), 'fold');
  return findPythonTraces(log, scanLines(log));
};

const trace = (names: readonly string[], thrown: string): readonly string[] => [
  'Traceback (most recent call last):',
  ...names.flatMap((name, index) => [`  File "/srv/${name}.py", line ${10 + index}, in ${name}`, `    return ${name}_next(request)`]),
  '           ^^^^^^^^^^^^^^^^^^^^',
  thrown,
];

describe('the traces of Python', () => {
  it('end with the first unindented line that says what was thrown, each wording once', () => {
    const lines = ['start', ...trace(['a', 'b'], 'ValueError: no such unit'), '', ...trace(['c'], 'ValueError: no such unit'), 'bye'];
    expect(tracesIn(lines)).toEqual({ headers: new Set([1, 9]), thrown: [7] });
    expect(tracesIn(trace(['a'], 'shop.errors.EmptyCart')).thrown).toEqual([4]);
  });

  it('may have what the program printed in between, and need not end at all', () => {
    const lines = ['Traceback (most recent call last):', '  File "a.py", line 1, in a', '2 of 3 done', '    go()', 'KeyError: 7'];
    expect(tracesIn(lines).thrown).toEqual([4]);
    expect(tracesIn(lines.slice(0, 4))).toEqual({ headers: new Set(), thrown: [] });
  });

  it('are worth most at their end, with the innermost frames, whatever words of a question the outer ones hold', () => {
    const names = ['serve', 'dispatch', 'handle', 'resolve', 'check', 'weigh', 'measure'];
    const thrown = `shop.errors.NotConfigured: Requested the unit of a scale, but no scale was configured. ${'Call configure() before the first scale is used. '.repeat(4)}`;
    const lines = ['<output>', ...trace(names, thrown), '</output>'];
    const analysis = analyseLog(lines.join('\n'), 'Why does the dispatch of a request to serve fail?', undefined);
    const values = liftContext(analysis, valueLines(analysis));
    const end = lines.indexOf(thrown);
    expect(Math.max(...values)).toBe(values[end]);
    const innermost = lines.findIndex((line) => line.includes('in measure'));
    expect(values[innermost]!).toBeGreaterThan(values[lines.findIndex((line) => line.includes('in resolve'))]!);
    expect(values[end - 1]!).toBeLessThan(values[end - 2]!);
  });
});
