import { compressOrPass, type LanguageModelPrompt } from '@headroom/core';
import { resolveOptions, type HeadroomAiSdkOptions } from './options.ts';
import { promptLens } from './request/prompt-lens.ts';
import { offeredEngines } from './request/offered-engines.ts';

/** Options of `headroomPrepareStep`. */
export interface HeadroomPrepareStepOptions extends HeadroomAiSdkOptions {
  /**
   * Whether the steps' requests offer the retrieve tool; say `none` for an agent that shares the engine but not the tool.
   *
   * @default 'tool' where `headroomTools` was called with the same engine, else 'none': then only lossless rewrites are made
   */
  readonly redemption?: 'tool' | 'none';
}

/** A prepareStep function of ai 6 and ai 7: it replaces the messages of the step. */
export type PrepareStep = <ModelMessages extends readonly unknown[]>(step: {
  readonly messages: ModelMessages;
  readonly model?: unknown;
}) => Promise<{ messages: ModelMessages }>;

/**
 * Makes a `prepareStep` function that compresses the messages of every step: for models that cannot be wrapped. The tool has to be in the caller's set.
 *
 * What it returns is the base of the later steps within one call of the AI SDK; the messages that the call gives back keep the originals.
 *
 * @throws HeadroomError `invalid-option`
 * @example
 * const engine = createHeadroom();
 * await generateText({
 *   model,
 *   prompt,
 *   tools: { ...tools, ...headroomTools({ headroom: engine }) },
 *   prepareStep: headroomPrepareStep({ headroom: engine }),
 *   stopWhen: isStepCount(20),
 * });
 */
export function headroomPrepareStep(options: HeadroomPrepareStepOptions = {}): PrepareStep {
  const { redemption, ...others } = options;
  const resolved = resolveOptions(others);
  return async ({ messages, model }) => {
    const offered = redemption ?? (offeredEngines.has(resolved.engine) ? 'tool' : 'none');
    const call = { model: resolved.model ?? modelId(model), redemption: offered, scope: resolved.scope };
    const compressed = await compressOrPass(promptLens, messages as unknown as LanguageModelPrompt, resolved, call);
    return { messages: compressed.messages as unknown as typeof messages };
  };
}

// A model is named by its id, or is the id itself where a gateway finds it.
function modelId(model: unknown): string | undefined {
  if (typeof model === 'string') return model;
  if (typeof model !== 'object' || model === null || !('modelId' in model)) return undefined;
  return typeof model.modelId === 'string' ? model.modelId : undefined;
}
