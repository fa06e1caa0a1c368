import type { LanguageModelPrompt, PromptToolOutput } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import { restoreAnswers } from './restore.ts';

const resolve = async (input: unknown): Promise<string> => `answer to ${JSON.stringify(input)}`;
const pointer: PromptToolOutput = { type: 'json', value: { headroom: 'retrieved' } };

function promptWith(output: PromptToolOutput, toolName = 'headroom_retrieve'): LanguageModelPrompt {
  return [
    { role: 'user', content: [{ type: 'text', text: 'q' }] },
    { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'h', toolName, input: { hash: 'x' } }] },
    { role: 'tool', content: [{ type: 'tool-approval-response' }, { type: 'tool-result', toolCallId: 'h', toolName, output }] },
  ];
}

describe('restoreAnswers', () => {
  it('puts the answer in the place of the pointer and leaves all else by reference', async () => {
    const prompt = promptWith({ ...pointer, providerOptions: { anthropic: { cacheControl: 1 } } } as PromptToolOutput);
    const { prompt: restored, answers } = await restoreAnswers(prompt, resolve);
    expect(answers).toEqual(['answer to {"hash":"x"}']);
    expect(restored.slice(0, 2)).toEqual(prompt.slice(0, 2));
    expect(restored[0]).toBe(prompt[0]);
    expect(restored[2]).toEqual({
      role: 'tool',
      content: [
        { type: 'tool-approval-response' },
        {
          type: 'tool-result',
          toolCallId: 'h',
          toolName: 'headroom_retrieve',
          output: { type: 'text', value: 'answer to {"hash":"x"}', providerOptions: { anthropic: { cacheControl: 1 } } },
        },
      ],
    });
  });

  it('keeps words that cannot be had again', async () => {
    const { answers } = await restoreAnswers(promptWith({ type: 'json', value: { headroom: 'retrieved', text: 'gone' } }), resolve);
    expect(answers).toEqual(['gone']);
  });

  it.each([
    ['I12: a result of another tool that looks like a pointer', promptWith(pointer, 'list_rows')],
    ['an answer of the tool as text', promptWith({ type: 'text', value: 'one' })],
    ['a failed retrieval', promptWith({ type: 'error-text', value: 'no' })],
    ['another value', promptWith({ type: 'json', value: [{ headroom: 'retrieved' }] })],
  ])('I7: leaves %s alone, and gives the same reference back', async (_name, prompt) => {
    expect((await restoreAnswers(prompt, resolve)).prompt).toBe(prompt);
  });
});
