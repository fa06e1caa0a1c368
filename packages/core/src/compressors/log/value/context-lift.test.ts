import { describe, expect, it } from 'vitest';
import { analyseLog } from './analyse-log.ts';
import { liftContext } from './context-lift.ts';

describe('liftContext', () => {
  const liftedBehind = (line: string): number =>
    liftContext(analyseLog(`${line}\nthe first value of these\nand one more of them`, '', undefined), Float32Array.of(10, 0, 0))[1]!;

  it('brings along the line that a line introduces', () => {
    expect(liftedBehind('differing items:  ')).toBeCloseTo(9, 5);
  });

  it('lifts another line behind a strong one less', () => {
    expect(liftedBehind('the items are differing')).toBeLessThan(5);
  });
});
