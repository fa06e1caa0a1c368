import { describe, expect, it } from 'vitest';
import { readLogLines } from '../lines/log-lines.ts';
import { scanLines } from '../pattern/scan-lines.ts';
import { findEnding, judgeVerdicts } from './failing-point.ts';

function endingOf(lines: readonly string[], stampedShare = 0) {
  const read = readLogLines(lines.join('\n'), 'keep');
  const scan = scanLines(read);
  return findEnding(read, scan, judgeVerdicts(read, scan), stampedShare);
}

describe('the ending of a log', () => {
  it.each([
    ['##[error]Process completed with exit code 1.', 'certain'],
    ['make[2]: *** [Makefile:8: all] Error 2', 'certain'],
    ['BUILD FAILED in 3s', 'certain'],
    ['= 2 failed, 87 passed in 47.39s =', 'likely'],
    ['The process exited with code 137', 'likely'],
    ['FAILED (failures=2)', 'likely'],
  ])('is a failure by %j', (line, certainty) => {
    expect(endingOf(['start', line, 'done'])).toEqual({ kind: 'failed', line: 1, certainty });
  });

  it.each(['0 failed, 87 passed', 'exited with code 0', 'OK (skipped=1)', 'failures: 0', 'test error_handling ... ok'])(
    'is open after %j',
    (line) => {
      expect(endingOf(['start', line, 'done'])).toMatchObject({ kind: 'open', line: 2 });
    },
  );

  it('is the word of the runner rather than a complaint after it', () => {
    expect(endingOf(['##[error]Process completed with exit code 1.', 'error: cache not saved'])).toMatchObject({
      line: 0,
      certainty: 'certain',
    });
  });

  it('is open for servers, which speak of failures all the time', () => {
    expect(endingOf(['ERROR request failed', '3 errors'], 0.9)).toMatchObject({ kind: 'open' });
  });
});
