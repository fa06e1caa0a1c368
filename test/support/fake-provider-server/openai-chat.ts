import { pieces } from './pieces.ts';
import type { Answer, FakePart, ServerEvent, WireWriter } from './types.ts';

/** Chat completions of OpenAI. The format has no reasoning parts; they are left out. */
export const openAiChat: WireWriter = { whole, events };

function whole(answer: Answer): unknown {
  const calls = toolCalls(answer.parts);
  return {
    ...head(answer),
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        logprobs: null,
        finish_reason: finishReason(answer),
        message: { role: 'assistant', content: spoken(answer.parts), refusal: null, ...(calls.length === 0 ? {} : { tool_calls: calls }) },
      },
    ],
    usage: usage(answer),
  };
}

function events(answer: Answer): readonly ServerEvent[] {
  const chunk = (delta: unknown, finish: string | null = null): ServerEvent => ({
    data: { ...head(answer), object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] },
  });
  const text = pieces(spoken(answer.parts) ?? '', 5).map((content) => chunk({ content }));
  const calls = toolCalls(answer.parts).flatMap((call, index) => [
    chunk({ tool_calls: [{ ...call, index, function: { ...call.function, arguments: '' } }] }),
    ...pieces(call.function.arguments, 8).map((piece) => chunk({ tool_calls: [{ index, function: { arguments: piece } }] })),
  ]);
  const figures = answer.includeUsage
    ? [{ data: { ...head(answer), object: 'chat.completion.chunk', choices: [], usage: usage(answer) } }]
    : [];
  return [chunk({ role: 'assistant', content: '' }), ...text, ...calls, chunk({}, finishReason(answer)), ...figures, { data: '[DONE]' }];
}

function head({ number, model }: Answer): object {
  return { id: `chatcmpl-${number}`, created: 1, model };
}

function spoken(parts: readonly FakePart[]): string | null {
  const texts = parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
  return texts.length === 0 ? null : texts.join('');
}

function toolCalls(parts: readonly FakePart[]): { id: string; type: 'function'; function: { name: string; arguments: string } }[] {
  return parts.flatMap((part) =>
    part.type === 'call'
      ? [{ id: part.id, type: 'function' as const, function: { name: part.name, arguments: JSON.stringify(part.input) } }]
      : [],
  );
}

function finishReason({ parts }: Answer): string {
  return parts.some(({ type }) => type === 'call') ? 'tool_calls' : 'stop';
}

function usage({ inputTokens, outputTokens }: Answer): object {
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
    prompt_tokens_details: { cached_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0 },
  };
}
