import { describe, expect, it } from 'vitest';
import { analyseLog } from '../value/analyse-log.ts';
import { rankLines } from './rank-lines.ts';

const all = { longest: 900, enough: Infinity, least: 0, costOf: () => 1 };

describe('the order of lines', () => {
  it('falls with value, and takes the earlier of equals', () => {
    const analysis = analyseLog('aa one\nbb two\ncc six\ndd ten', '', undefined);
    expect(rankLines(analysis, Float32Array.of(1, 3, 3, 2), all).order).toEqual([1, 2, 3, 0]);
  });

  it('puts a line back that says what was said', () => {
    const said = 'connection to the primary database server was refused by its firewall';
    const analysis = analyseLog(
      `${said} now\n${said} again\nthe disk holding archived invoices became completely unreadable today`,
      '',
      undefined,
    );
    expect(rankLines(analysis, Float32Array.of(5, 4.9, 4.5), all).order).toEqual([0, 2, 1]);
  });

  it('puts a warning that is given again at another place before what went well, where nothing failed', () => {
    const warning = (place: string): string =>
      `src/${place}.py:12: DeprecationWarning: the clock without a zone is deprecated, use another one`;
    const lines = [warning('a'), warning('b'), warning('c'), 'harbour passed', 'museum passed'];
    const order = (text: string): readonly number[] =>
      rankLines(analyseLog(text, '', undefined), Float32Array.of(9, 9, 9, 3.6, 3.6), all).order;
    expect(new Set(order(lines.join('\n')).slice(0, 3))).toEqual(new Set([0, 1, 2]));
  });

  it('stops where no budget reaches, and leaves out what is worth too little', () => {
    const analysis = analyseLog('aa one\nbb two\ncc six\ndd ten', '', undefined);
    const values = Float32Array.of(1, 3, 3, 2);
    expect(rankLines(analysis, values, { ...all, enough: 2 }).order).toEqual([1, 2]);
    expect(rankLines(analysis, values, { ...all, least: 0.8 }).order).toEqual([1, 2, 3]);
  });

  it('begins with the best of more lines than it looks at, and with the earlier of equals', () => {
    const count = 60_010;
    const analysis = analyseLog('a\n'.repeat(count), '', undefined);
    const values = Float32Array.from({ length: count }, (_, line) => (line >= count - 5 ? 2 : 1));
    const { order } = rankLines(analysis, values, all);
    expect([order.length, ...order.slice(0, 6)]).toEqual([60_000, ...Array.from({ length: 5 }, (_, index) => count - 5 + index), 0]);
    expect(order.at(-1)).toBe(59_994);
  });

  it('leaves out lines without a value', () => {
    expect(rankLines(analyseLog('a\nb', '', undefined), Float32Array.of(0, 1), all)).toEqual({ order: [1], costs: [1] });
  });
});
