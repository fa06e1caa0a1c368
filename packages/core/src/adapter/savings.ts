import type { Mode } from '../pipeline/options.ts';
import type { ReceiptTotals } from '../receipt/receipt.ts';

/** The savings of one prompt as plain JSON, with our tool and what was retrieved taken off (I13). A type: an interface would not fit the index signature of JSON objects. */
export type Savings = {
  readonly mode: Mode;
  readonly redemption: ReceiptTotals['redemption'];
  readonly counter: string;
  readonly tokensBefore: number;
  readonly tokensAfter: number;
  readonly overheadTokens: number;
  readonly retrievedTokens: number;
  readonly tokensSaved: number;
  readonly handles: string[];
};

/**
 * Tells the savings of the prompt that a receipt is about.
 *
 * @param countRetrieved counts what was retrieved and stands in the prompt; a counter that fails counts nothing
 */
export async function savingsOf(receipt: ReceiptTotals, countRetrieved: () => Promise<number>): Promise<Savings> {
  const { mode, redemption, counter, tokensBefore, tokensAfter, overheadTokens, handles } = receipt;
  const retrievedTokens = await countRetrieved().catch(() => 0);
  const tokensSaved = receipt.tokensSaved - retrievedTokens;
  return { mode, redemption, counter, tokensBefore, tokensAfter, overheadTokens, retrievedTokens, tokensSaved, handles: [...handles] };
}
