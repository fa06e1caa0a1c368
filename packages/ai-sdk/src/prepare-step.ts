import { resolveOptions, type HeadroomAiSdkOptions } from './options.ts';
import { promptLens } from './prompt/prompt-lens.ts';
import { isOffered } from './request/offered-engines.ts';
import type { Prompt } from './specification/prompt.ts';

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
  const { engine, model, onEvent } = resolveOptions(others);
  return async ({ messages }) => {
    const offered = redemption ?? (isOffered(engine) ? 'tool' : 'none');
    try {
      const result = await engine.compressWith(promptLens, messages as unknown as Prompt, {
        redemption: offered,
        ...(model === undefined ? {} : { model }),
      });
      return { messages: result.messages as unknown as typeof messages };
    } catch (error) {
      onEvent({ type: 'prompt-passed', error });
      return { messages };
    }
  };
}
