import { retrieveInputSchema, retrieveTool, type StandardInputSchema } from '@headroom/core';
import type { Pointer } from '../exchange/pointer.ts';
import type { ReadableContext } from './request-scope.ts';

/** What Mastra tells a tool besides its input, as far as ours looks. */
export interface StepToolCall {
  readonly requestContext?: ReadableContext | undefined;
}

/** The retrieve tool of one step, in the shape of the AI SDK's tools, which Mastra takes as it is. */
export interface StepTool {
  readonly type: 'function';
  readonly description: string;
  readonly inputSchema: StandardInputSchema;
  readonly execute: (input: unknown, call?: StepToolCall) => Promise<Pointer>;
  /**
   * Reading again what the agent was given needs nobody's approval, so that `requireToolApproval` for a whole run does not stop it. `createTool` with an approval function
   * would do as well, but Mastra then runs all tools of the step one after the other.
   */
  readonly needsApprovalFn: () => false;
}

/** Makes the tool; Mastra wants a new one for each step. */
export function createStepTool(execute: StepTool['execute']): StepTool {
  return {
    type: 'function',
    description: retrieveTool.description,
    inputSchema: retrieveInputSchema,
    execute,
    needsApprovalFn: () => false,
  };
}
