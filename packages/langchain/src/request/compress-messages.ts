import type { Receipt, Redemption, Scope } from '@headroom/core';
import { messageLens, type Messages } from '../messages/message-lens.ts';
import type { ResolvedOptions } from '../options.ts';

/** What one request says about itself. */
export interface PromptCall {
  readonly model: string | undefined;
  readonly redemption: Redemption;
  readonly scope: Scope | undefined;
}

/**
 * Compresses messages, or gives them back as they are where the engine fails.
 *
 * The engine fails open by itself, text by text; whatever else goes wrong, the model call goes on with what the caller gave (I6).
 */
export async function compressMessages(
  messages: Messages,
  { engine, onEvent, onReceipt }: Pick<ResolvedOptions, 'engine' | 'onEvent' | 'onReceipt'>,
  { model, redemption, scope }: PromptCall,
): Promise<{ messages: Messages; receipt: Receipt | undefined }> {
  try {
    const call = { redemption, ...(model === undefined ? {} : { model }), ...(scope === undefined ? {} : { scope }) };
    const compressed = await engine.compressWith(messageLens, messages, call);
    onReceipt(compressed.receipt);
    return compressed;
  } catch (error) {
    onEvent({ type: 'prompt-passed', error });
    return { messages, receipt: undefined };
  }
}
