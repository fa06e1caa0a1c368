import type { Lens, Receipt, Redemption, Scope } from '@headroom/core';
import type { ResolvedOptions } from '../options.ts';
import type { Prompt } from '../prompt/prompt.ts';

/** What one request says about itself. */
export interface PromptCall {
  readonly model: string | undefined;
  readonly lens: Lens<Prompt>;
  readonly redemption: Redemption;
  readonly scope: Scope | undefined;
}

/**
 * Compresses a prompt, or gives it back as it is where the engine fails.
 *
 * The engine fails open by itself, text by text; whatever else goes wrong, the model call goes on with what Mastra gave (I6).
 */
export async function compressPrompt(
  prompt: Prompt,
  { engine, onEvent, onReceipt }: Pick<ResolvedOptions, 'engine' | 'onEvent' | 'onReceipt'>,
  { model, lens, redemption, scope }: PromptCall,
): Promise<{ prompt: Prompt; receipt: Receipt | undefined }> {
  try {
    const call = { redemption, ...(model === undefined ? {} : { model }), ...(scope === undefined ? {} : { scope }) };
    const { messages, receipt } = await engine.compressWith(lens, prompt, call);
    onReceipt(receipt);
    return { prompt: messages, receipt };
  } catch (error) {
    onEvent({ type: 'prompt-passed', error });
    return { prompt, receipt: undefined };
  }
}
