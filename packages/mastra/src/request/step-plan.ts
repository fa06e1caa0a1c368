import { isRetrieveToolName, retrieveTool, worthOffering, type Redemption, type ResolvedAdapterOptions } from '@headroom/core';

/** What is read of a step before it is sent, as Mastra's `processInputStep` tells it. */
export interface Step {
  /** Whether the prompt of this step will pass through `processLLMRequest`; the legacy paths do not. */
  readonly llmRequestStage?: boolean | undefined;
  readonly tools?: Readonly<Record<string, unknown>> | undefined;
  readonly activeTools?: readonly string[] | undefined;
  readonly toolChoice?: unknown;
  readonly structuredOutput?: { readonly model?: unknown } | undefined;
  readonly model?: unknown;
  readonly messages: readonly unknown[];
}

/** What one step offers to redeem markers. */
export interface StepPlan {
  /** Whether the processor puts its tool among the step's tools. */
  readonly tool: 'added' | 'left';
  readonly redemption: Redemption;
  /** What may change: all that the engine's `roles` allow, or results alone, because the rest of the prompt goes to sub-agents that cannot redeem a marker. */
  readonly texts: 'all' | 'results';
}

/** A step that is not planned: Mastra did not ask. */
export const unplanned: StepPlan = { tool: 'left', redemption: 'none', texts: 'all' };

/**
 * Decides whether the retrieve tool goes into a step, by nothing that can change during a conversation (I3): the configuration, which tools the agent has, and
 * what the history has used. Only `toolChoice: 'none'` is of the step alone: Mastra then sends no tools at all, so nothing may be left out (I2).
 */
export function planStep(step: Step, { injection, mode, engine }: Pick<ResolvedAdapterOptions, 'injection' | 'mode' | 'engine'>): StepPlan {
  if (step.llmRequestStage !== true || mode === 'off' || mode === 'lossless' || step.toolChoice === 'none') return unplanned;
  const names = activeNames(step);
  const plan: StepPlan = { tool: 'left', redemption: 'tool', texts: names.some(isDelegation) ? 'results' : 'all' };
  if (injection === 'never') return names.some(isRetrieveToolName) ? plan : unplanned;
  if (asksForBareJson(step) || rejectsFunctions(step)) return unplanned;
  const answered = (): Iterable<string> => answeredTools(step.messages);
  const worth = worthOffering({ injection, options: engine.options, offered: names, answered });
  if (!worth && !names.some(isRetrieveToolName) && !holdsRetrieval(step.messages)) return unplanned;
  // Audit measures what would be done, and does not do it.
  return mode === 'audit' ? plan : { ...plan, tool: 'added' };
}

// Mastra hands such a tool the prompt of the step without its calls and results.
function isDelegation(name: string): boolean {
  return name.startsWith('agent-');
}

function activeNames({ tools = {}, activeTools }: Step): string[] {
  const names = Object.keys(tools);
  return activeTools === undefined ? names : names.filter((name) => activeTools.includes(name));
}

// A bare request for JSON: several providers cannot give JSON and call functions at once. With a model of its own for the structure, the answer itself is free text.
function asksForBareJson(step: Step): boolean {
  if (step.structuredOutput === undefined || step.structuredOutput.model !== undefined) return false;
  return !activeNames(step).some((name) => name !== retrieveTool.name) && !holdsRetrieval(step.messages);
}

/** Whether the history shows a retrieval: then the tool was among the tools of its requests, and has to stay. */
function holdsRetrieval(messages: readonly unknown[]): boolean {
  for (const name of answeredTools(messages)) if (name === retrieveTool.name) return true;
  return false;
}

function* answeredTools(messages: readonly unknown[]): Generator<string> {
  for (const message of messages) {
    const parts = (message as { content?: { parts?: unknown } } | null)?.content?.parts;
    if (!Array.isArray(parts)) continue;
    for (const part of parts as readonly ({ type?: unknown; toolInvocation?: { toolName?: unknown } } | null)[]) {
      const name = part?.type === 'tool-invocation' ? part.toolInvocation?.toolName : undefined;
      if (typeof name === 'string') yield name;
    }
  }
}

// Gemini before 3 takes either functions or Google's own tools, and its package silently leaves the functions out: markers would stand there without a tool (I2).
function rejectsFunctions(step: Step): boolean {
  const { provider, modelId } = (step.model ?? {}) as { provider?: unknown; modelId?: unknown };
  const id = typeof modelId === 'string' ? modelId : '';
  const google = (typeof provider === 'string' && provider.startsWith('google')) || id.startsWith('google/');
  if (!google || /gemini-[3-9]/.test(id)) return false;
  return activeNames(step).some((name) => isProviderTool(step.tools?.[name]));
}

function isProviderTool(tool: unknown): boolean {
  if (typeof tool !== 'object' || tool === null || !('type' in tool)) return false;
  return tool.type === 'provider-defined' || tool.type === 'provider';
}
