import { pieces } from './pieces.ts';
import type { Answer, FakePart, ServerEvent, WireWriter } from './types.ts';

/** Messages of Anthropic, with signed thinking blocks. */
export const anthropicMessages: WireWriter = { whole: (answer) => message(answer), events };

type Block =
  | { type: 'thinking'; thinking: string; signature: string }
  | { type: 'text'; text: string }
  | { type: 'tool_use'; id: string; name: string; input: unknown };

function message(answer: Answer): object {
  return {
    ...head(answer),
    content: blocks(answer),
    stop_reason: stopReason(answer),
  };
}

function head({ number, model, inputTokens, outputTokens }: Answer): object {
  const usage = { input_tokens: inputTokens, output_tokens: outputTokens, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
  return { id: `msg_${number}`, type: 'message', role: 'assistant', model, content: [], stop_reason: null, stop_sequence: null, usage };
}

function blocks({ parts, number }: Answer): Block[] {
  return parts.map((part, index) => block(part, `signature-${number}-${index}`));
}

function block(part: FakePart, signature: string): Block {
  switch (part.type) {
    case 'reasoning':
      return { type: 'thinking', thinking: part.text, signature };
    case 'text':
      return { type: 'text', text: part.text };
    case 'call':
      return { type: 'tool_use', id: part.id, name: part.name, input: part.input };
  }
}

function stopReason({ parts }: Answer): string {
  return parts.some(({ type }) => type === 'call') ? 'tool_use' : 'end_turn';
}

function events(answer: Answer): readonly ServerEvent[] {
  const body: { type: string; [field: string]: unknown }[] = [
    { type: 'message_start', message: head(answer) },
    ...blocks(answer).flatMap((content, index) => [
      { type: 'content_block_start', index, content_block: emptied(content) },
      ...deltas(content).map((delta) => ({ type: 'content_block_delta', index, delta })),
      { type: 'content_block_stop', index },
    ]),
    {
      type: 'message_delta',
      delta: { stop_reason: stopReason(answer), stop_sequence: null },
      usage: { output_tokens: answer.outputTokens },
    },
    { type: 'message_stop' },
  ];
  return body.map((data) => ({ event: data.type, data }));
}

function emptied(content: Block): Block {
  switch (content.type) {
    case 'thinking':
      return { type: 'thinking', thinking: '', signature: '' };
    case 'text':
      return { type: 'text', text: '' };
    case 'tool_use':
      return { ...content, input: {} };
  }
}

function deltas(content: Block): object[] {
  switch (content.type) {
    case 'thinking':
      return [
        ...pieces(content.thinking, 6).map((thinking) => ({ type: 'thinking_delta', thinking })),
        { type: 'signature_delta', signature: content.signature },
      ];
    case 'text':
      return pieces(content.text, 5).map((text) => ({ type: 'text_delta', text }));
    case 'tool_use':
      return pieces(JSON.stringify(content.input), 8).map((partial_json) => ({ type: 'input_json_delta', partial_json }));
  }
}
