import {
  answerRetrieval,
  countRequests,
  repeatNotice,
  retrieveInputSchema,
  retrieveRequestsIn,
  retrieveTool,
  type LanguageModelPrompt,
  type RetrieveInput,
  type StandardInputSchema,
} from '@headroom/core';
import { resolveOptions, type HeadroomAiSdkOptions } from './options.ts';
import { offeredEngines } from './request/offered-engines.ts';

/** Options of `headroomTools`: it reads the store of the middleware where both are given the same `store`, the same engine, or neither. */
export type HeadroomToolsOptions = HeadroomAiSdkOptions;

/** The retrieve tool as a tool set, for both majors of the AI SDK. An alias: an interface would not fit their index signatures. */
export type RetrieveToolSet = {
  headroom_retrieve: {
    description: string;
    inputSchema: StandardInputSchema;
    execute: (input: RetrieveInput, call: { readonly messages: readonly unknown[] }) => Promise<string>;
  };
};

/**
 * Makes the retrieve tool for the caller's own set: the agent's loop then runs it like any other tool, each retrieval is a step of its own, and its answers stand
 * in the history. A middleware that finds the tool among a request's tools leaves the answering to the caller.
 *
 * @throws HeadroomError `invalid-option`
 * @example
 * const agent = new ToolLoopAgent({
 *   model: wrapLanguageModel({ model: openai('gpt-5'), middleware: headroom() }),
 *   tools: { ...tools, ...headroomTools() },
 * });
 */
export function headroomTools(options: HeadroomToolsOptions = {}): RetrieveToolSet {
  const { engine, scope } = resolveOptions(options);
  offeredEngines.note(engine);
  return {
    headroom_retrieve: {
      description: retrieveTool.description,
      inputSchema: retrieveInputSchema,
      execute: async (input, { messages }) => {
        const before = countRequests(retrieveRequestsIn(messages as LanguageModelPrompt)).of(input);
        return repeatNotice(before) ?? (await answerRetrieval(engine, input, scope)).text;
      },
    },
  };
}
