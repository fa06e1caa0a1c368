import { describe, expect, it } from 'vitest';
import { anthropicMessagesLens, type AnthropicMessage } from './anthropic-messages.ts';
import { detectMessageFormat } from './message-format.ts';

const history: readonly AnthropicMessage[] = [
  { role: 'user', content: 'Which row?' },
  {
    role: 'assistant',
    content: [
      { type: 'thinking', thinking: 'hm', signature: 's' },
      { type: 'text', text: 'I look.' },
      { type: 'tool_use', id: 't1', name: 'list', input: { q: 'x' } },
      { type: 'tool_use', id: 't2', name: 'fail', input: {} },
    ],
  },
  {
    role: 'user',
    content: [
      {
        type: 'tool_result',
        tool_use_id: 't1',
        content: [
          { type: 'text', text: 'rows' },
          { type: 'image', source: {} },
        ],
        cache_control: { type: 'ephemeral' },
      },
      { type: 'tool_result', tool_use_id: 't2', content: 'bad', is_error: true },
      { type: 'text', text: 'Hurry.' },
      { type: 'tool_result', tool_use_id: 't1', content: 'late' },
    ],
  },
];

describe('anthropicMessagesLens', () => {
  const lens = anthropicMessagesLens<AnthropicMessage>();

  it('finds results inside user messages with their call, outcome and the question before them', () => {
    const results = lens.segments(history).filter(({ role }) => role === 'tool');
    expect(results).toMatchObject([
      { id: '2.0.content.0', text: 'rows', toolName: 'list', toolInput: { q: 'x' }, outcome: 'ok', question: 'Which row?' },
      { id: '2.1.content', text: 'bad', toolName: 'fail', outcome: 'error', question: 'Which row?' },
      { id: '2.3.content', text: 'late', question: 'Hurry.' },
    ]);
  });

  it('I7: writes a result back and keeps its cache mark, image, thinking and other blocks by reference', () => {
    const [target] = lens.segments(history).filter(({ id }) => id === '2.0.content.0');
    const changed = lens.apply(history, [{ segment: target!, text: 'short' }]);
    expect(changed[0]).toBe(history[0]);
    expect(changed[1]).toBe(history[1]);
    const before = history[2]!.content as readonly Record<string, unknown>[];
    const after = changed[2]!.content as readonly Record<string, unknown>[];
    expect(after[0]).toEqual({
      ...before[0],
      content: [
        { type: 'text', text: 'short' },
        { type: 'image', source: {} },
      ],
    });
    expect(after.slice(1).every((block, index) => block === before[index + 1])).toBe(true);
    expect(lens.apply(history, [])).toBe(history);
  });

  it('writes a plain string content back', () => {
    const [target] = lens.segments([{ role: 'user', content: 'long text' }]);
    expect(lens.apply([{ role: 'user', content: 'long text' }], [{ segment: target!, text: 'short' }])).toEqual([
      { role: 'user', content: 'short' },
    ]);
  });

  it('is recognised by its blocks', () => {
    expect(detectMessageFormat(history)).toBe('anthropic');
    expect(detectMessageFormat([{ role: 'user', content: 'hi' }])).toBe('openai-chat');
  });
});
