import { describe, expect, it } from 'vitest';
import type { Segment, SegmentRole } from '../types/segment.ts';
import { addIntents } from './add-intents.ts';

const segment = (role: SegmentRole, text: string, rest: Partial<Segment> = {}): Segment => ({
  id: text,
  text,
  role,
  outcome: 'unknown',
  question: '',
  ...rest,
});

describe('addIntents', () => {
  it('gives a result the latest words of the agent before it, until the user speaks again', () => {
    const segments = [
      segment('user', 'fix it'),
      segment('tool', 'first'),
      segment('assistant', 'I look for the parser.'),
      segment('tool', 'second'),
      segment('tool', 'third'),
      segment('assistant', 'Now the tests.'),
      segment('tool', 'fourth'),
      segment('user', 'and now the docs'),
      segment('tool', 'fifth'),
    ];
    expect(addIntents(segments).flatMap(({ role, intent }) => (role === 'tool' ? [intent] : []))).toEqual([
      undefined,
      'I look for the parser.',
      'I look for the parser.',
      'Now the tests.',
      undefined,
    ]);
  });

  it('I3: depends on nothing behind a result, and leaves everything else by reference', () => {
    const segments = [segment('assistant', 'one'), segment('tool', 'a'), segment('assistant', 'two'), segment('tool', 'b')];
    for (const length of segments.keys()) expect(addIntents(segments.slice(0, length))).toEqual(addIntents(segments).slice(0, length));
    expect(addIntents(segments)[0]).toBe(segments[0]);
  });

  it('keeps what a lens says, and the end of a long speech', () => {
    expect(addIntents([segment('assistant', 'x'), segment('tool', 'a', { intent: 'own' })])[1]?.intent).toBe('own');
    expect(addIntents([segment('assistant', `${'x'.repeat(5000)}end`), segment('tool', 'a')])[1]?.intent).toMatch(/^x{1497}end$/);
  });
});
