import { answerRetrieval, countRequests, repeatNotice, type Scope } from '@headroom/core';
import type { BaseMessage } from '@langchain/core/messages';
import type { DynamicStructuredTool } from '@langchain/core/tools';
import { writePointer } from './exchange/pointer.ts';
import { requestsIn } from './exchange/retrievals-in.ts';
import { resolveOptions, type HeadroomLangChainOptions, type ResolvedOptions } from './options.ts';
import { offeredEngines } from './request/offered-engines.ts';
import { createRetrieveTool } from './request/retrieve-definition.ts';

/** Options of `headroomTools`: it reads the store of the model or middleware beside it where both are given the same `store`, the same engine, or neither. */
export type HeadroomToolsOptions = HeadroomLangChainOptions;

/**
 * Makes the retrieve tool for the caller's own set: the agent's tool node then runs it like any other tool, each retrieval is a step of its own, and its answers stand in the
 * history. A wrapped model that finds the tool among a request's tools leaves the answering to the caller.
 *
 * @throws HeadroomError `invalid-option`
 * @example
 * const model = new HeadroomChatModel(new ChatOpenAI({ model: 'gpt-5' })).bindTools([...tools, ...headroomTools()]);
 */
export function headroomTools(options: HeadroomToolsOptions = {}): DynamicStructuredTool[] {
  const resolved = resolveOptions(options);
  offeredEngines.note(resolved.engine);
  return [createAgentTool(resolved, 'full')];
}

/**
 * The retrieve tool as an agent runs it. With `pointer`, an answer that can be had again leaves only a pointer in the agent's state, for whoever sends the state to a model to
 * put the answer in its place.
 */
export function createAgentTool({ engine, scope }: ResolvedOptions, answer: 'full' | 'pointer'): DynamicStructuredTool {
  return createRetrieveTool(async (input, runtime) => {
    // An agent's state holds the call itself already.
    const asked = countRequests(requestsIn(messagesOf(runtime))).of(input);
    const notice = repeatNotice(asked - 1);
    if (notice !== undefined) return notice;
    const { text, found } = await answerRetrieval(engine, input, runtimeScope(runtime) ?? scope);
    return found && answer === 'pointer' ? writePointer() : text;
  });
}

/** The scope of one run: a server with many tenants names it in the run's configuration, `{ configurable: { headroom_scope } }`. */
export function runtimeScope(runtime: unknown): Scope | undefined {
  const { configurable } = (runtime ?? {}) as { readonly configurable?: Readonly<Record<string, unknown>> };
  const scope = configurable?.['headroom_scope'];
  return typeof scope === 'string' ? scope : undefined;
}

// An agent's tool node hands its state down; a tool that is called by hand has none.
function messagesOf(runtime: unknown): readonly BaseMessage[] {
  const { state } = (runtime ?? {}) as { readonly state?: { readonly messages?: unknown } };
  return Array.isArray(state?.messages) ? (state.messages as BaseMessage[]) : [];
}
