import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { createMemoryStore, type LanguageModelPrompt } from '@headroom/core';
import { wrapLanguageModel } from 'ai';
import { handleIn } from '../../../../test/support/fake-provider-server/index.ts';
import { headroom, type HeadroomAiSdkOptions } from '../index.ts';
import type { CallOptions, GenerateResult, Model, StreamResult } from '../specification/model.ts';
import { asLanguageModel } from './scripted-model.ts';
import { rows } from '../../../../test/support/machine-rows.ts';

/** A prompt whose last message is a tool result that gets compressed. */
export const rowsPrompt: LanguageModelPrompt = [
  { role: 'user', content: [{ type: 'text', text: 'Which row failed?' }] },
  { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'u1', toolName: 'list_rows', input: {} }] },
  { role: 'tool', content: [{ type: 'tool-result', toolCallId: 'u1', toolName: 'list_rows', output: { type: 'json', value: rows } }] },
];

/** The input of a retrieve call for the first marker in a request. */
export const hashIn = ({ prompt }: CallOptions): { hash: string } => ({ hash: handleIn(prompt) });

/** A wrapped model, called as the frameworks call it. */
export function wrapped(model: Model, options: HeadroomAiSdkOptions = {}): {
  generate(request?: Partial<CallOptions>): Promise<GenerateResult>;
  stream(request?: Partial<CallOptions>): Promise<StreamResult>;
} {
  const outer = wrapLanguageModel({ model: asLanguageModel(model), middleware: headroom(options.headroom === undefined ? { offload: 'never', store: createMemoryStore(), ...options } : options) });
  const full = (request: Partial<CallOptions>): LanguageModelV4CallOptions => ({ prompt: rowsPrompt, ...request }) as LanguageModelV4CallOptions;
  return {
    generate: async (request = {}) => outer.doGenerate(full(request)),
    stream: async (request = {}) => outer.doStream(full(request)),
  };
}
