import { pieces } from './pieces.ts';
import type { Answer, FakePart, ServerEvent, WireWriter } from './types.ts';

/** Responses of OpenAI: output items with ids, reasoning with encrypted content. */
export const openAiResponses: WireWriter = { whole: (answer) => response(answer, 'completed'), events };

type Item =
  | { type: 'reasoning'; id: string; summary: { type: 'summary_text'; text: string }[]; encrypted_content: string }
  | {
      type: 'message';
      id: string;
      role: 'assistant';
      status: string;
      content: { type: 'output_text'; text: string; annotations: []; logprobs: [] }[];
    }
  | { type: 'function_call'; id: string; call_id: string; name: string; arguments: string; status: string };

function items({ number, parts }: Answer): Item[] {
  return parts.map((part, index) => item(part, `${number}_${index}`));
}

function item(part: FakePart, id: string): Item {
  switch (part.type) {
    case 'reasoning':
      return {
        type: 'reasoning',
        id: `rs_${id}`,
        summary: [{ type: 'summary_text', text: part.text }],
        encrypted_content: `encrypted-${id}`,
      };
    case 'text':
      return {
        type: 'message',
        id: `msg_${id}`,
        role: 'assistant',
        status: 'completed',
        content: [{ type: 'output_text', text: part.text, annotations: [], logprobs: [] }],
      };
    case 'call':
      return {
        type: 'function_call',
        id: `fc_${id}`,
        call_id: part.id,
        name: part.name,
        arguments: JSON.stringify(part.input),
        status: 'completed',
      };
  }
}

function response(answer: Answer, status: 'in_progress' | 'completed'): object {
  const done = status === 'completed';
  const { number, model, inputTokens, outputTokens } = answer;
  const usage = {
    input_tokens: inputTokens,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: inputTokens + outputTokens,
  };
  return {
    id: `resp_${number}`,
    object: 'response',
    created_at: 1,
    status,
    error: null,
    incomplete_details: null,
    instructions: null,
    model,
    output: done ? items(answer) : [],
    parallel_tool_calls: true,
    tool_choice: 'auto',
    tools: [],
    usage: done ? usage : null,
    metadata: {},
  };
}

function events(answer: Answer): readonly ServerEvent[] {
  const body = [
    { type: 'response.created', response: response(answer, 'in_progress') },
    ...items(answer).flatMap(itemEvents),
    { type: 'response.completed', response: response(answer, 'completed') },
  ];
  return body.map((data, sequence_number) => ({ event: data.type, data: { ...data, sequence_number } }));
}

function itemEvents(said: Item, output_index: number): { type: string; [field: string]: unknown }[] {
  const at = { output_index, item_id: said.id };
  const done = { type: 'response.output_item.done', output_index, item: said };
  const added = (start: object) => ({ type: 'response.output_item.added', output_index, item: { ...said, ...start } });
  switch (said.type) {
    case 'reasoning': {
      const text = said.summary[0]?.text ?? '';
      return [
        added({ summary: [] }),
        { type: 'response.reasoning_summary_part.added', ...at, summary_index: 0, part: { type: 'summary_text', text: '' } },
        ...pieces(text, 6).map((delta) => ({ type: 'response.reasoning_summary_text.delta', ...at, summary_index: 0, delta })),
        { type: 'response.reasoning_summary_part.done', ...at, summary_index: 0, part: said.summary[0] },
        done,
      ];
    }
    case 'message': {
      const text = said.content[0]?.text ?? '';
      const part = { content_index: 0, ...at };
      return [
        added({ status: 'in_progress', content: [] }),
        { type: 'response.content_part.added', ...part, part: { type: 'output_text', text: '', annotations: [] } },
        ...pieces(text, 5).map((delta) => ({ type: 'response.output_text.delta', ...part, delta, logprobs: [] })),
        { type: 'response.output_text.done', ...part, text, logprobs: [] },
        { type: 'response.content_part.done', ...part, part: said.content[0] },
        done,
      ];
    }
    case 'function_call':
      return [
        added({ status: 'in_progress', arguments: '' }),
        ...pieces(said.arguments, 8).map((delta) => ({ type: 'response.function_call_arguments.delta', ...at, delta })),
        { type: 'response.function_call_arguments.done', ...at, name: said.name, arguments: said.arguments },
        done,
      ];
  }
}
