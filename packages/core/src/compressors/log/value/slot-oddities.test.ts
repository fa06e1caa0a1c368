import { describe, expect, it } from 'vitest';
import { analyseLog } from './analyse-log.ts';

const clock = (second: number): string =>
  `2031-04-05T${[3600, 60, 1].map((unit) => String(Math.floor(second / unit) % 60).padStart(2, '0')).join(':')}Z`;
const beats = (count: number, at: (index: number) => Partial<{ host: string; took: number }>): string =>
  Array.from({ length: count }, (_, index) => {
    const { host = 'node-3', took = 18 + (index % 7) } = at(index);
    return `${clock(index * 5)} beat host=${host} number=${index} took=${took}ms state=up`;
  }).join('\n');
const oddIn = (text: string, question = ''): readonly number[] =>
  [...analyseLog(text, question, undefined).oddities.keys()].sort((a, b) => a - b);

describe('lines that are odd in one place', () => {
  it('are those with a number far off the others', () => {
    expect(oddIn(beats(400, (index) => (index === 123 ? { took: 951 } : {})))).toEqual([123]);
  });

  it('are the first and last with a word that hardly any has', () => {
    expect(oddIn(beats(400, (index) => (index >= 200 && index < 204 ? { host: 'node-9' } : {})))).toEqual([200, 203]);
  });

  it('are none where numbers run on, spread wide or words are many', () => {
    expect(oddIn(beats(400, () => ({})))).toEqual([]);
    expect(oddIn(beats(400, (index) => ({ took: (index * 7919) % 10_007 })))).toEqual([]);
    expect(oddIn(beats(400, (index) => ({ host: `h${String.fromCodePoint(97 + (index % 26))}${index % 30}` })))).toEqual([]);
  });

  it('are none in few lines', () => {
    expect(oddIn(beats(12, (index) => (index === 5 ? { took: 951 } : {})))).toEqual([]);
  });

  it('takes time that grows with the text and no faster', () => {
    expect(
      analyseLog(
        beats(100_000, (index) => (index === 7 ? { took: 951 } : {})),
        '',
        undefined,
      ),
    ).toBeDefined();
  });
});
