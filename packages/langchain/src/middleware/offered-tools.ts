import { isRetrieveToolName, retrieveTool, worthOffering, type Redemption } from '@headroom/core';
import { holdsRetrievals } from '../exchange/restore.ts';
import { answeredTools } from '../messages/answered-tools.ts';
import type { Messages } from '../messages/message-lens.ts';
import type { ResolvedOptions } from '../options.ts';
import { offeredEngines } from '../request/offered-engines.ts';
import { toolNames } from '../request/tool-names.ts';

/** The tools of one request of an agent, and what they redeem. */
export interface OfferedTools<Tool> {
  readonly tools: readonly Tool[];
  readonly redemption: Redemption;
}

/**
 * Decides whether the middleware's own retrieve tool stays among the tools of a request, which it is given with every one: it goes where nothing could be left out, from the first request on
 * (I3). Where another middleware has taken it away, nothing redeems a marker (I2). Audit measures as if it were there.
 */
export function offeredTools<Tool>(
  { tools, messages }: { readonly tools: readonly Tool[]; readonly messages: Messages },
  ours: unknown,
  { mode, injection, engine }: Pick<ResolvedOptions, 'mode' | 'injection' | 'engine'>,
): OfferedTools<Tool> {
  const others = tools.includes(ours as Tool) ? tools.filter((tool) => tool !== ours) : tools;
  const offered = toolNames(others);
  const given = mode === 'audit' || others.length < tools.length;
  const worth = worthOffering({ injection, options: engine.options, offered, answered: () => answeredTools(messages) });
  if (given && (worth || holdsRetrievals(messages))) return { tools, redemption: 'tool' };
  const ofCaller = offered.find(isRetrieveToolName);
  const foreign = ofCaller === retrieveTool.name && offeredEngines.readAnotherStore(engine);
  return { tools: others, redemption: ofCaller === undefined || foreign ? 'none' : 'tool' };
}
