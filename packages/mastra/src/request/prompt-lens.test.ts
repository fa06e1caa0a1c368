import { lensSuite } from '@headroom/conformance';
import type { LanguageModelPrompt } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import { promptLens, resultLens } from './prompt-lens.ts';

const prompt: LanguageModelPrompt = [
  { role: 'system', content: 'You help.' },
  { role: 'user', content: [{ type: 'text', text: 'Read it.' }, { type: 'file' }] },
  { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'a', toolName: 'read', input: { path: 'a' } }] },
  { role: 'tool', content: [{ type: 'tool-result', toolCallId: 'a', toolName: 'read', output: { type: 'text', value: 'all of it' } }] },
  { role: 'assistant', content: [{ type: 'text', text: 'Read.' }] },
];

describe('resultLens', () => {
  it('finds results alone, as the whole lens finds them', () => {
    expect(resultLens.segments(prompt)).toEqual([promptLens.segments(prompt)[2]]);
  });
});

lensSuite<LanguageModelPrompt>({ test: { describe, it, expect }, createLens: () => resultLens, histories: { 'one result': prompt } });
