import { isRetrieveToolName, retrieveTool } from '@headroom/core';
import { holdsRetrievals } from '../exchange/restore.ts';
import type { JsonObject } from '../specification/json.ts';
import type { CallOptions, Model, ToolDefinition } from '../specification/model.ts';
import type { ResolvedOptions } from '../options.ts';

/** What one request offers to redeem markers. */
export interface ToolPlan {
  readonly tools: CallOptions['tools'];
  /** Who answers the retrieve tool: this middleware, the caller, or nobody, because it is not among the tools. */
  readonly answeredBy: 'middleware' | 'caller' | 'nobody';
}

const definition: ToolDefinition = {
  type: 'function',
  name: retrieveTool.name,
  description: retrieveTool.description,
  inputSchema: retrieveTool.parameters as unknown as JsonObject,
};

/**
 * Decides whether the retrieve tool goes into a request, by nothing that can change during a conversation (I3): the configuration, whether the caller offers
 * tools at all, and whether the history has used ours. It stands last, so that the caller's tools keep their bytes.
 */
export function planTools(params: CallOptions, model: Model, options: Pick<ResolvedOptions, 'mode' | 'injection'>): ToolPlan {
  const { tools } = params;
  if (tools?.some(({ name }) => isRetrieveToolName(name)) === true) return { tools, answeredBy: 'caller' };
  if (options.injection === 'never' || options.mode !== 'reversible' || rejectsFunctions(tools, model)) return { tools, answeredBy: 'nobody' };
  // A bare request for JSON: several providers cannot give JSON and call functions at once, or do so by a tool of their own.
  const bareJson = params.responseFormat?.type === 'json' && (tools === undefined || tools.length === 0);
  if (bareJson && !holdsRetrievals(params.prompt)) return { tools, answeredBy: 'nobody' };
  return { tools: [...(tools ?? []), definition], answeredBy: 'middleware' };
}

// Gemini before 3 takes either functions or Google's own tools, and its package silently leaves the functions out: markers would stand there without a tool (I2).
function rejectsFunctions(tools: CallOptions['tools'], model: Model): boolean {
  return model.provider.startsWith('google') && tools?.some(({ type }) => type === 'provider') === true;
}
