import type { Receipt } from '@headroom/core';
import type { Usage } from '../specification/content.ts';
import type { JsonObject, ProviderData } from '../specification/json.ts';
import type { Exchange } from '../exchange/shown-parts.ts';

/** What one model call has to tell, gathered while it runs. */
export interface CallRecord {
  readonly receipt: Receipt | undefined;
  /** Usage of each round, in order. */
  readonly rounds: Usage[];
  readonly exchanges: Exchange[];
  /** Calls of the caller's tools whose arguments hold a marker of ours. */
  markersInArguments: number;
}

/** Starts the record of one model call. */
export function createRecord(receipt: Receipt | undefined): CallRecord {
  return { receipt, rounds: [], exchanges: [], markersInArguments: 0 };
}

/**
 * Metadata with `headroom` added: the savings of the prompt, the usage of each round (people read `inputTokens` as the size of the context, and the sum of
 * two rounds is not that), and what was retrieved.
 */
export function withReport(metadata: ProviderData | undefined, record: CallRecord): ProviderData {
  const { receipt } = record;
  const savings: JsonObject =
    receipt === undefined
      ? {}
      : {
          mode: receipt.mode,
          counter: receipt.counter,
          tokensBefore: receipt.tokensBefore,
          tokensAfter: receipt.tokensAfter,
          overheadTokens: receipt.overheadTokens,
          tokensSaved: receipt.tokensSaved,
          handles: [...receipt.handles],
        };
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
