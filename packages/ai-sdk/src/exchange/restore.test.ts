import type { LanguageModelPrompt, PromptAssistantPart } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../__fixtures__/freeze.ts';
import { writePointer, type Pointer } from './pointer.ts';
import { restoreExchanges } from './restore.ts';

const resolve = (input: unknown) => Promise.resolve(`original of ${JSON.stringify(input)}`);
const said = (text: string): PromptAssistantPart => ({ type: 'text', text });
const asked = (id: string): PromptAssistantPart => ({
  type: 'tool-call',
  toolCallId: id,
  toolName: 'headroom_retrieve',
  input: { hash: id },
  providerExecuted: true,
});
const answered = (id: string, pointer: Pointer): PromptAssistantPart => ({
  type: 'tool-result',
  toolCallId: id,
  toolName: 'headroom_retrieve',
  output: { type: 'json', value: writePointer(pointer) },
});
const callers = (id: string): PromptAssistantPart => ({ type: 'tool-call', toolCallId: id, toolName: 'mine', input: {} });
const result = (id: string): LanguageModelPrompt[number] => ({
  role: 'tool',
  content: [{ type: 'tool-result', toolCallId: id, toolName: 'mine', output: { type: 'text', value: 'done' } }],
});

/** Roles, and in each message what a model would see, in short. */
function outline(prompt: LanguageModelPrompt): string[] {
  return prompt.map(({ role, content }) => `${role}: ${(content as readonly PromptAssistantPart[]).map(short).join(' ')}`);
}

function short(part: PromptAssistantPart): string {
  if (part.type === 'tool-call') return `${part.toolCallId}?${part.providerExecuted === true ? '!' : ''}`;
  if (part.type === 'tool-result') return `${part.toolCallId}=${part.output.type === 'text' ? part.output.value : part.output.type}`;
  return part.type === 'text' ? part.text : part.type;
}

const restored = async (...messages: LanguageModelPrompt) => outline(await restoreExchanges(deepFreeze(messages), resolve));
const answer = (id: string) => `${id}=original of {"hash":"${id}"}`;

describe('restoreExchanges', () => {
  it('I9: a prompt without exchanges comes back as the same reference', async () => {
    const prompt: LanguageModelPrompt = [{ role: 'assistant', content: [said('hi'), callers('u')] }, result('u')];
    expect(await restoreExchanges(prompt, resolve)).toBe(prompt);
  });

  it('gives each round its own assistant and tool message', async () => {
    const content = [
      said('look'),
      asked('a'),
      answered('a', { round: 0, after: 0 }),
      asked('b'),
      answered('b', { round: 1, after: 0 }),
      said('done'),
    ];
    expect(await restored({ role: 'assistant', content })).toEqual([
      `assistant: look a?`,
      `tool: ${answer('a')}`,
      'assistant: b?',
      `tool: ${answer('b')}`,
      'assistant: done',
    ]);
  });

  it('keeps parallel calls of one round together, folded (UI messages) or not', async () => {
    const wanted = ['assistant: a? b?', `tool: ${answer('a')} ${answer('b')}`, 'assistant: done'];
    const [a, b] = [answered('a', { round: 0, after: 0 }), answered('b', { round: 0, after: 0 })];
    expect(await restored({ role: 'assistant', content: [asked('a'), asked('b'), a, b, said('done')] })).toEqual(wanted);
    expect(await restored({ role: 'assistant', content: [asked('a'), a, asked('b'), b, said('done')] })).toEqual(wanted);
  });

  it('keeps parts that followed a call in its round, folded or not', async () => {
    const wanted = ['assistant: a? more', `tool: ${answer('a')}`, 'assistant: done'];
    const pointer = answered('a', { round: 0, after: 1 });
    expect(await restored({ role: 'assistant', content: [asked('a'), said('more'), pointer, said('done')] })).toEqual(wanted);
    expect(await restored({ role: 'assistant', content: [asked('a'), pointer, said('more'), said('done')] })).toEqual(wanted);
  });

  it("merges answers with those to the caller's calls of the same turn", async () => {
    const wanted = ['assistant: a? u?', `tool: ${answer('a')} u=done`, 'assistant: done'];
    const pointer = answered('a', { round: 0, after: 1 });
    const rest: LanguageModelPrompt = [result('u'), { role: 'assistant', content: [said('done')] }];
    expect(await restored({ role: 'assistant', content: [asked('a'), callers('u'), pointer] }, ...rest)).toEqual(wanted);
    expect(await restored({ role: 'assistant', content: [asked('a'), pointer, callers('u')] }, ...rest)).toEqual(wanted);
  });

  it('closes a turn that ended with an unanswered round before the next message', async () => {
    const content = [asked('a'), answered('a', { round: 0, after: 0, text: 'No more.' })];
    const user: LanguageModelPrompt[number] = { role: 'user', content: [{ type: 'text', text: 'go on' }] };
    expect(await restored({ role: 'assistant', content }, user)).toEqual(['assistant: a?', 'tool: a=No more.', 'user: go on']);
    expect(await restored({ role: 'assistant', content })).toEqual(['assistant: a?', 'tool: a=No more.']);
  });

  it('answers a call whose result was lost (an aborted stream) anew', async () => {
    expect(await restored({ role: 'assistant', content: [said('look'), asked('a')] })).toEqual([
      'assistant: look a?',
      `tool: ${answer('a')}`,
    ]);
  });

  it('gives back the id that the model wrote', async () => {
    const content = [asked('a'), answered('a', { round: 0, after: 0 }), asked('a-2'), answered('a-2', { round: 1, after: 0, id: 'a' })];
    expect(await restored({ role: 'assistant', content })).toEqual([
      'assistant: a?',
      `tool: ${answer('a')}`,
      'assistant: a?',
      'tool: a=original of {"hash":"a-2"}',
    ]);
  });

  it('turns tagged reasoning back into text and takes the tag off', async () => {
    const prompt: LanguageModelPrompt = [
      {
        role: 'assistant',
        content: [
          { type: 'reasoning', text: 'prose', providerOptions: { headroom: { text: true }, openai: { itemId: 'm' } } },
          { type: 'reasoning', text: 'thought', providerOptions: { anthropic: { signature: 's' } } },
        ],
      },
    ];
    expect(await restoreExchanges(prompt, resolve)).toEqual([
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'prose', providerOptions: { openai: { itemId: 'm' } } },
          { type: 'reasoning', text: 'thought', providerOptions: { anthropic: { signature: 's' } } },
        ],
      },
    ]);
  });

  it('I7: options of the message stay with its last turn', async () => {
    const providerOptions = { anthropic: { cacheControl: { type: 'ephemeral' } } };
    const prompt: LanguageModelPrompt = [
      { role: 'assistant', content: [asked('a'), answered('a', { round: 0, after: 0 }), said('done')], providerOptions },
    ];
    const messages = await restoreExchanges(prompt, resolve);
    expect(messages.map((message) => message.providerOptions)).toEqual([undefined, undefined, providerOptions]);
  });

  it('I12: a value that only looks like a pointer in the result of another tool is left alone', async () => {
    const prompt: LanguageModelPrompt = [
      {
        role: 'assistant',
        content: [
          {
            type: 'tool-result',
            toolCallId: 'w',
            toolName: 'web_search',
            output: { type: 'json', value: writePointer({ round: 0, after: 0, text: 'x' }) },
          },
        ],
      },
    ];
    expect(await restoreExchanges(prompt, resolve)).toBe(prompt);
  });
});
