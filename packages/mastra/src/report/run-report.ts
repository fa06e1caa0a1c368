import type { Handle, ReceiptTotals } from '@headroom/core';
import type { OutputResult } from '@mastra/core/processors';

/** The figures of one request to the model; tokens of tool results, counted by the report's `counter`. */
export interface RequestFigures {
  /** Whether the request offered the retrieve tool. */
  readonly redemption: ReceiptTotals['redemption'];
  readonly tokensBefore: number;
  readonly tokensAfter: number;
  /** The retrieve tool's definition, where the request carried it because of us. */
  readonly overheadTokens: number;
  /** Answers of the retrieve tool that stood in the prompt: saved, and paid after all. */
  readonly retrievedTokens: number;
  /** What was saved with both taken off; negative where it was a loss. */
  readonly tokensSaved: number;
  /** Handles that stood in the prompt because of us. */
  readonly handles: readonly Handle[];
}

/** What a run of an agent did, from its first request to its end (or to where it was suspended). */
export interface RunReport {
  readonly mode: ReceiptTotals['mode'];
  readonly counter: string;
  readonly requests: readonly RequestFigures[];
  /** The sum over the requests: each is paid for. */
  readonly tokensSaved: number;
  readonly retrievals: readonly { readonly input: unknown; readonly found: boolean }[];
  /** Calls of the agent's own tools whose arguments held a marker. */
  readonly markersInArguments: number;
  /** Usage of the whole run as Mastra reports it. */
  readonly usage: OutputResult['usage'];
}

/** One request of a run, before its figures are asked for. */
export interface SentRequest {
  readonly model: string;
  readonly receipt: ReceiptTotals;
  readonly answers: readonly string[];
}

/** Adds a run up; `countTokens` counts with the counter of the receipts. */
export async function buildReport(
  run: Pick<RunReport, 'retrievals' | 'markersInArguments' | 'usage' | 'mode'> & { readonly requests: readonly SentRequest[] },
  countTokens: (text: string, call: { readonly model: string }) => Promise<number>,
): Promise<RunReport> {
  const requests: RequestFigures[] = [];
  for (const { model, receipt, answers } of run.requests) {
    let retrievedTokens = 0;
    for (const answer of answers) retrievedTokens += await countTokens(answer, { model });
    const { redemption, tokensBefore, tokensAfter, overheadTokens, handles } = receipt;
    requests.push({
      redemption,
      tokensBefore,
      tokensAfter,
      overheadTokens,
      retrievedTokens,
      handles,
      tokensSaved: receipt.tokensSaved - retrievedTokens,
    });
  }
  const tokensSaved = requests.reduce((sum, request) => sum + request.tokensSaved, 0);
  return { ...run, counter: run.requests[0]?.receipt.counter ?? '', requests, tokensSaved };
}
