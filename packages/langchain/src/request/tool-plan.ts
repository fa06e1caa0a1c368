import { isRetrieveToolName, retrieveTool, worthOffering, type Redemption } from '@headroom/core';
import { holdsRetrievals } from '../exchange/restore.ts';
import type { Messages } from '../messages/message-lens.ts';
import { answeredTools } from '../messages/answered-tools.ts';
import type { InnerModel, ModelOptions } from './inner-model.ts';
import type { ResolvedOptions } from '../options.ts';
import { offeredEngines } from './offered-engines.ts';
import type { OfferTool } from './offer-tool.ts';
import { asksForJson, fillsForm } from './structured-request.ts';
import { toolNames } from './tool-names.ts';

/** What one request offers to redeem markers. */
export interface ToolPlan {
  readonly options: ModelOptions;
  /** Who answers the retrieve tool: the wrapped model, the caller's agent, or nobody, because it is not among the tools. */
  readonly answeredBy: 'model' | 'caller' | 'nobody';
  readonly redemption: Redemption;
}

/** A request whose tools are planned. */
export interface PlannedRequest {
  readonly inner: InnerModel;
  readonly options: ModelOptions;
  readonly messages: Messages;
}

/**
 * Decides whether the retrieve tool goes into a request, by nothing that can change during a conversation (I3): the configuration, the tools and format that the caller
 * asks for, and what the history has used.
 */
export function planTools(
  request: PlannedRequest,
  { mode, injection, engine }: Pick<ResolvedOptions, 'mode' | 'injection' | 'engine'>,
  offerTool: OfferTool,
): ToolPlan {
  const { inner, options } = request;
  const ofCaller = toolNames(options['tools']).find(isRetrieveToolName);
  if (ofCaller !== undefined) {
    const foreign = ofCaller === retrieveTool.name && offeredEngines.readAnotherStore(engine);
    return { options, answeredBy: 'caller', redemption: foreign ? 'none' : 'tool' };
  }
  const offers = injection !== 'never' && (mode === 'reversible' || mode === 'audit') && mayOffer(request, { injection, engine });
  const tools = offers ? offerTool(inner, options) : undefined;
  if (tools === undefined) return { options, answeredBy: 'nobody', redemption: 'none' };
  // Audit measures what would be done, and does not do it.
  if (mode === 'audit') return { options, answeredBy: 'nobody', redemption: 'tool' };
  return { options: { ...options, tools }, answeredBy: 'model', redemption: 'tool' };
}

function mayOffer(
  { inner, options, messages }: PlannedRequest,
  { injection, engine }: Pick<ResolvedOptions, 'injection' | 'engine'>,
): boolean {
  // Several answers to one prompt cannot go on as one conversation.
  if ((inner.n ?? 1) > 1 || fillsForm(options) || excludesFunctions(options['tools'])) return false;
  // A bare request for JSON: several providers cannot give JSON and call functions at once, or do so by a tool of their own.
  const offered = toolNames(options['tools']);
  const bareJson = asksForJson(options) && offered.length === 0;
  const worth = !bareJson && worthOffering({ injection, options: engine.options, offered, answered: () => answeredTools(messages) });
  return worth || holdsRetrievals(messages);
}

const googleTools = [
  'googleSearch',
  'google_search',
  'googleSearchRetrieval',
  'google_search_retrieval',
  'codeExecution',
  'code_execution',
  'urlContext',
  'url_context',
];

// Gemini before 3 takes either functions or Google's own tools.
function excludesFunctions(tools: unknown): boolean {
  return (
    Array.isArray(tools) &&
    tools.some(
      (tool: unknown) => typeof tool === 'object' && tool !== null && googleTools.some((name) => name in tool && !('name' in tool)),
    )
  );
}
