import { savingsOf, type ReceiptTotals } from '@headroom/core';
import type { UsageMetadata } from '@langchain/core/messages';
import type { Messages } from '../messages/message-lens.ts';

/** What one model call has to tell, gathered while it runs. */
export interface CallRecord {
  readonly receipt: ReceiptTotals | undefined;
  /** Usage of each round, in order; undefined where the provider told none. */
  readonly rounds: (UsageMetadata | undefined)[];
  readonly retrievals: { readonly input: unknown; readonly found: boolean }[];
  /** Tokens of the answers of the retrieve tool in a prompt. */
  readonly retrievedTokens: (messages: Messages) => Promise<number>;
  /** The prompt of the latest round. */
  sent: Messages;
  /** Calls of the caller's tools whose arguments hold a marker of ours. */
  markersInArguments: number;
}

/** Starts the record of one model call. */
export function createRecord(start: Pick<CallRecord, 'receipt' | 'sent' | 'retrievedTokens'>): CallRecord {
  return { ...start, rounds: [], retrievals: [], markersInArguments: 0 };
}

/**
 * The report for `response_metadata.headroom`, as plain JSON: the savings of the latest round's prompt, with our tool and what was retrieved taken off, the usage of each round
 * (people read `input_tokens` as the size of the context, and the sum of two rounds is not that), and what was retrieved.
 */
export async function writeReport(record: CallRecord): Promise<Record<string, unknown>> {
  const { receipt, rounds, retrievals, markersInArguments } = record;
  const savings = receipt === undefined ? {} : await savingsOf(receipt, () => record.retrievedTokens(record.sent));
  return {
    ...savings,
    rounds: rounds.map((usage) => (usage === undefined ? {} : { input_tokens: usage.input_tokens, output_tokens: usage.output_tokens })),
    retrievals: retrievals.map(({ input, found }) => ({ input, found })),
    ...(markersInArguments === 0 ? {} : { markersInArguments }),
  };
}
