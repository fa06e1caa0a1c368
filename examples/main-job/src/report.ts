import type { Receipt } from '@headroom/core';
import type { WireRequest } from './scripted-provider.ts';

/** All that the report is made from. */
export interface Run {
  readonly requests: readonly WireRequest[];
  readonly receipts: readonly Receipt[];
  readonly originals: readonly string[];
  readonly answer: string;
  readonly count: (text: string) => number;
}

const shownLines = 8;
const shownColumns = 150;

/** Prints what was sent, what would have been sent, what the model asked back, and the savings. */
export function printReport({ requests, receipts, originals, answer, count }: Run): void {
  const last = requests.at(-1);
  console.log('What the tools returned, and what the model saw of it\n');
  const results = (last?.messages ?? []).filter(({ role }) => role === 'tool');
  for (const [index, { content }] of results.entries()) {
    const original = originals[index];
    console.log(
      original === undefined
        ? `  (asked back)  ${count(content ?? '')} tokens`
        : `  result ${index + 1}:  ${count(original)} tokens as JSON, ${count(content ?? '')} as sent`,
    );
    for (const line of (content ?? '').split('\n').slice(0, shownLines))
      console.log(`    | ${line.length > shownColumns ? `${line.slice(0, shownColumns)}…` : line}`);
    console.log();
  }
  console.log('What the model called\n');
  for (const { messages } of requests.slice(-1)) {
    for (const call of messages.flatMap((message) => message.tool_calls ?? []))
      console.log(`  ${call.function.name}(${call.function.arguments})`);
  }
  console.log(`\nIts answer\n\n  ${answer.slice(0, 400)}\n`);
  printBill(receipts);
}

function printBill(receipts: readonly Receipt[]): void {
  console.log('Tokens of tool results, request by request (counted by o200k_base)\n');
  console.log('  request   would have been   sent   tool definition   saved');
  let before = 0;
  let saved = 0;
  for (const [index, { tokensBefore, tokensAfter, overheadTokens, tokensSaved }] of receipts.entries()) {
    console.log(
      `  ${String(index + 1).padStart(7)} ${String(tokensBefore).padStart(17)} ${String(tokensAfter).padStart(6)} ${String(overheadTokens).padStart(17)} ${String(tokensSaved).padStart(7)}`,
    );
    before += tokensBefore;
    saved += tokensSaved;
  }
  console.log(
    `\n  ${saved} of ${before} tokens saved (${Math.round((100 * saved) / Math.max(1, before))} %), the tool's definition taken off.`,
  );
}
