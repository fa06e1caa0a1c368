import type { Redemption } from '../pipeline/policy.ts';
import { totalsOf, type ReceiptTotals } from '../receipt/receipt.ts';
import type { Lens } from '../types/segment.ts';
import type { Scope } from '../types/store.ts';
import type { ResolvedAdapterOptions } from './adapter-options.ts';
import type { PromptPassedEvent } from './adapter-events.ts';

/** What one request says about itself. */
export interface AdapterCall {
  readonly model: string | undefined;
  readonly redemption: Redemption;
  readonly scope: Scope | undefined;
}

/** What an adapter has at hand for every request. */
export interface AdapterTools extends Pick<ResolvedAdapterOptions, 'engine' | 'onReceipt'> {
  readonly onEvent: (event: PromptPassedEvent) => void;
}

/**
 * Compresses messages, or gives them back as they are where the engine fails. The whole receipt goes to `onReceipt`; its totals come back, for reports and guards that are
 * kept as long as the call or the run goes on.
 *
 * The engine fails open by itself, text by text; whatever else goes wrong, the model call goes on with what the caller gave (I6).
 */
export async function compressOrPass<M>(
  lens: Lens<M>,
  messages: M,
  { engine, onEvent, onReceipt }: AdapterTools,
  { model, redemption, scope }: AdapterCall,
): Promise<{ readonly messages: M; readonly receipt: ReceiptTotals | undefined }> {
  try {
    const call = { redemption, ...(model === undefined ? {} : { model }), ...(scope === undefined ? {} : { scope }) };
    const compressed = await engine.compressWith(lens, messages, call);
    onReceipt(compressed.receipt);
    return { messages: compressed.messages, receipt: totalsOf(compressed.receipt) };
  } catch (error) {
    onEvent({ type: 'prompt-passed', error });
    return { messages, receipt: undefined };
  }
}
