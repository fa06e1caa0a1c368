import { isRetrieveToolName, retrieveTool, worthOffering, type Redemption } from '@headroom/core';
import { holdsRetrievals } from '../exchange/restore.ts';
import type { ResolvedOptions } from '../options.ts';
import type { JsonObject } from '../specification/json.ts';
import type { CallOptions, Model, ToolDefinition } from '../specification/model.ts';
import { offeredEngines } from './offered-engines.ts';

/** What one request offers to redeem markers. */
export interface ToolPlan {
  readonly tools: CallOptions['tools'];
  /** Who answers the retrieve tool: this middleware, the caller, or nobody, because it is not among the tools. */
  readonly answeredBy: 'middleware' | 'caller' | 'nobody';
  readonly redemption: Redemption;
}

/**
 * Decides whether the retrieve tool goes into a request, by nothing that can change during a conversation (I3): the configuration, which
 * tools the caller offers, and what the history has used. It stands last, so that the caller's tools keep their bytes.
 */
export function planTools(params: CallOptions, model: Model, options: Pick<ResolvedOptions, 'mode' | 'injection' | 'engine'>): ToolPlan {
  const { tools } = params;
  const ofCaller = tools?.find(({ name }) => isRetrieveToolName(name));
  if (ofCaller !== undefined) {
    const foreign = ofCaller.name === retrieveTool.name && offeredEngines.readAnotherStore(options.engine);
    return { tools, answeredBy: 'caller', redemption: foreign ? 'none' : 'tool' };
  }
  if (!mayOffer(params, model, options)) return { tools, answeredBy: 'nobody', redemption: 'none' };
  // Audit measures what would be done, and does not do it.
  if (options.mode === 'audit') return { tools, answeredBy: 'nobody', redemption: 'tool' };
  return { tools: [...(tools ?? []), createDefinition()], answeredBy: 'middleware', redemption: 'tool' };
}

function mayOffer(
  { tools, responseFormat, prompt }: CallOptions,
  model: Model,
  { injection, mode, engine }: Pick<ResolvedOptions, 'mode' | 'injection' | 'engine'>,
): boolean {
  if (injection === 'never' || mode === 'off' || mode === 'lossless' || rejectsFunctions(tools, model)) return false;
  // A bare request for JSON: several providers cannot give JSON and call functions at once, or do so by a tool of their own.
  const bareJson = responseFormat?.type === 'json' && (tools === undefined || tools.length === 0);
  const offered = (tools ?? []).map(({ name }) => name);
  const worth = !bareJson && worthOffering({ injection, options: engine.options, offered, answered: () => answeredTools(prompt) });
  return worth || holdsRetrievals(prompt);
}

function* answeredTools(prompt: CallOptions['prompt']): Generator<string> {
  for (const { role, content } of prompt) {
    if (role !== 'tool') continue;
    for (const part of content) if (part.type === 'tool-result') yield part.toolName;
  }
}

// Gemini before 3 takes either functions or Google's own tools, and its package silently leaves the functions out: markers would stand there without a tool (I2).
function rejectsFunctions(tools: CallOptions['tools'], { provider, modelId }: Model): boolean {
  const google = provider.startsWith('google') || modelId.startsWith('google/');
  return google && !/gemini-[3-9]/.test(modelId) && tools?.some(({ type }) => type === 'provider') === true;
}

// A copy for each request, since some provider packages write to the schemas that they are given. Parsing costs a tenth of a structured clone.
const schemaText = JSON.stringify(retrieveTool.parameters);

function createDefinition(): ToolDefinition {
  const { name, description } = retrieveTool;
  return { type: 'function', name, description, inputSchema: JSON.parse(schemaText) as JsonObject };
}
