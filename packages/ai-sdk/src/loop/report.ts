import { savingsOf, type LanguageModelPrompt, type ProviderData, type ReceiptTotals } from '@headroom/core';
import type { Usage } from '../specification/content.ts';
import type { JsonObject } from '../specification/json.ts';
import type { Exchange } from '../exchange/shown-parts.ts';

/** What one model call has to tell, gathered while it runs. */
export interface CallRecord {
  readonly receipt: ReceiptTotals | undefined;
  /** Usage of each round, in order. */
  readonly rounds: Usage[];
  readonly exchanges: Exchange[];
  /** The prompt of the latest round. */
  sent: LanguageModelPrompt;
  /** Tokens of the answers of the retrieve tool in a prompt. */
  readonly retrievedTokens: (prompt: LanguageModelPrompt) => Promise<number>;
  /** Calls of the caller's tools whose arguments hold a marker of ours. */
  markersInArguments: number;
}

/** Starts the record of one model call. */
export function createRecord(start: Pick<CallRecord, 'receipt' | 'sent' | 'retrievedTokens'>): CallRecord {
  return { ...start, rounds: [], exchanges: [], markersInArguments: 0 };
}

/**
 * Metadata with `headroom` added: the savings of the latest round's prompt, with our tool and what was retrieved taken off, the usage of each round (people read `inputTokens` as the size of the context, and the sum of
 * two rounds is not that), and what was retrieved.
 */
export async function withReport(metadata: ProviderData | undefined, record: CallRecord): Promise<ProviderData> {
  const { receipt } = record;
  const savings: JsonObject = receipt === undefined ? {} : await savingsOf(receipt, () => record.retrievedTokens(record.sent));
  const report: JsonObject = {
    ...savings,
    rounds: record.rounds.map(({ inputTokens, outputTokens }) => ({ inputTokens: known(inputTokens), outputTokens: known(outputTokens) })),
    retrievals: record.exchanges.map(({ input, answer }) => ({ input, found: answer.found })),
    ...(record.markersInArguments === 0 ? {} : { markersInArguments: record.markersInArguments }),
  };
  return { ...metadata, headroom: report };
}

// Metadata is JSON: parts that the provider did not report are left out.
function known(part: Readonly<Record<string, number | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}
