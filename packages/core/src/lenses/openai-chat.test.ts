import { describe, expect, it } from 'vitest';
import { openAiChatLens } from './openai-chat.ts';

const history = [
  { role: 'system', content: 'Be brief.' },
  {
    role: 'user',
    content: [
      { type: 'text', text: 'Which?' },
      { type: 'image_url', image_url: { url: 'data:' } },
    ],
  },
  { role: 'assistant', content: null, tool_calls: [{ id: 'c1', type: 'function', function: { name: 'list', arguments: '{"q":"x"}' } }] },
  { role: 'tool', tool_call_id: 'c1', content: 'result one' },
  {
    role: 'tool',
    tool_call_id: 'c9',
    content: [
      { type: 'text', text: 'part' },
      { type: 'other', text: 'not text' },
    ],
  },
  { role: 'user', content: 'And now?' },
  { role: 'tool', tool_call_id: 'c1', content: 'result two' },
  { role: 'mystery', content: 'left alone' },
] as const;

describe('openAiChatLens', () => {
  const lens = openAiChatLens<(typeof history)[number]>();

  it('finds each text with its role, its call and the question before it', () => {
    const segments = lens.segments(history);
    expect(segments.map(({ id, role, question }) => [id, role, question])).toEqual([
      ['0', 'system', ''],
      ['1.0', 'user', ''],
      ['3', 'tool', 'Which?'],
      ['4.0', 'tool', 'Which?'],
      ['5', 'user', 'Which?'],
      ['6', 'tool', 'And now?'],
    ]);
    expect(segments[2]).toMatchObject({ toolName: 'list', toolInput: '{"q":"x"}', toolCallId: 'c1' });
    expect(segments[3]).not.toHaveProperty('toolName');
  });

  it('I9: gives the same reference back when there is nothing to change', () => {
    expect(lens.apply(history, [])).toBe(history);
  });

  it('I7: changes one text and leaves every other message and part by reference', () => {
    const [target] = lens.segments(history).filter(({ id }) => id === '4.0');
    const changed = lens.apply(history, [{ segment: target!, text: 'short' }]);
    expect(changed[4]).toEqual({
      role: 'tool',
      tool_call_id: 'c9',
      content: [
        { type: 'text', text: 'short' },
        { type: 'other', text: 'not text' },
      ],
    });
    for (const index of [0, 1, 2, 3, 5, 6, 7]) expect(changed[index]).toBe(history[index]);
    expect((changed[4]!.content as readonly unknown[])[1]).toBe((history[4].content as readonly unknown[])[1]);
  });

  it('I3: what follows a segment does not change how it is seen', () => {
    const whole = lens.segments(history);
    for (let length = 0; length <= history.length; length++) {
      const part = lens.segments(history.slice(0, length));
      expect(part).toEqual(whole.slice(0, part.length));
    }
  });
});
