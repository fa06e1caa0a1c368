// Prices rules by which the first request of a recorded conversation could decide whether the retrieve tool stands in it; without it only lossless forms are sent. Where the
// development corpus lies beside the repository: node --import ./test/support/resolve-source.mjs test/offering/main.ts
// Here the definition costs what it costs, and nothing where it is left out. Which tools a conversation offered is not recorded: those that it called stand for them. Writes
// docs/results/offering.json and .md.
import { retrieveToolTokens } from '@headroom/core';
import { countTokens } from 'gpt-tokenizer';
import { markdownTable, percent } from '../figures/markdown-table.ts';
import { writeResults } from '../figures/write-results.ts';
import { openReplay, root, type Price, type Replay, type Trace } from '../replay/replay.ts';

/** What a rule costs over all conversations. */
interface RulePrice extends Pick<Price, 'priced' | 'pricedMean' | 'pricedWorst'> {
  readonly offered: number;
}

interface Priced {
  readonly trace: Trace;
  /** Tokens that a provider with a prefix cache bills where nothing is done. */
  readonly native: number;
  readonly withTool: number;
  readonly without: number;
}

const replay = openReplay();
if (replay === undefined) console.log('The development corpus is absent (no ../shared beside the repository): nothing to replay.');
else await priceRules(replay).finally(replay.close);

async function priceRules({ traces, render, score }: Replay): Promise<void> {
  const [reversible, lossless] = [await render({}), await render({ mode: 'lossless' })];
  const priced = traces.map((trace) => ({
    trace,
    native: nativeBill(trace),
    withTool: score([trace], reversible, retrieveToolTokens).priced,
    without: score([trace], lossless, 0).priced,
  }));
  const rules: Readonly<Record<string, (one: Priced) => boolean>> = {
    'always (`auto`, since each has a tool whose results may be cut)': () => true,
    'never: lossless forms without the tool': () => false,
    'a first request of 1,000 tokens or more': ({ trace }) => firstRequest(trace) >= 1000,
    'a first request of fewer than 1,000 tokens': ({ trace }) => firstRequest(trace) < 1000,
    'a tool that runs commands or opens files': ({ trace }) => calls(trace, /^(?:bash|shell|exec|run|read|open|view)/),
    'such a tool, or one that lists or searches': ({ trace }) => calls(trace, /^(?:bash|shell|exec|run|read|open|view|list|search|find)/),
    'known afterwards: the cheaper for each conversation': ({ withTool, without }) => withTool < without,
  };
  const figures = Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, priceRule(priced, rule)]));
  console.log(figures);
  writeResults(root, 'offering', { figures, markdown: markdown(figures, priced) });
}

function priceRule(priced: readonly Priced[], rule: (one: Priced) => boolean): RulePrice {
  const chosen = priced.map((one) => ({ native: one.native, offers: rule(one), price: rule(one) ? one.withTool : one.without }));
  const native = chosen.reduce((sum, one) => sum + one.native, 0);
  return {
    offered: chosen.filter(({ offers }) => offers).length,
    priced: rounded(chosen.reduce((sum, one) => sum + one.price * one.native, 0) / native),
    pricedMean: rounded(chosen.reduce((sum, one) => sum + one.price, 0) / chosen.length),
    pricedWorst: Math.max(...chosen.map(({ price }) => price)),
  };
}

function rounded(share: number): number {
  return Number(share.toFixed(4));
}

function calls({ messages }: Trace, name: RegExp): boolean {
  return messages.some(({ tool_calls: made = [] }) => made.some(({ function: { name: called } }) => name.test(called)));
}

function firstRequest({ messages }: Trace): number {
  const end = messages.findIndex(({ role }, index) => role === 'assistant' && index > 0);
  return messages.slice(0, end).reduce((sum, message) => sum + tokensOf(message), 0);
}

/** As the scorer bills it: what is new at 1.25, what the request before sent at 0.1. */
function nativeBill({ messages }: Trace): number {
  let [sum, sent, cached] = [0, 0, 0];
  messages.forEach((message, index) => {
    if (message.role === 'assistant' && index > 0) {
      sum += 0.1 * cached + 1.25 * (sent - cached);
      cached = sent;
    }
    sent += tokensOf(message);
  });
  return sum;
}

function tokensOf(message: Trace['messages'][number]): number {
  return countTokens(JSON.stringify(message), { allowedSpecial: 'all' });
}

function markdown(figures: Readonly<Record<string, RulePrice>>, priced: readonly Priced[]): string {
  const rows = Object.entries(figures).map(([name, { offered, priced: sum, pricedMean, pricedWorst }]) => [
    name,
    `${offered} of ${priced.length}`,
    percent(sum),
    percent(pricedMean),
    percent(pricedWorst),
  ]);
  return [
    '# When the retrieve tool is worth offering',
    '',
    'Written by `node --import ./test/support/resolve-source.mjs test/offering/main.ts`: recorded conversations of the development corpus, each with the default policy and the tool, or with',
    `lossless forms and no tool, by a rule that sees the first request alone. The definition costs its ${retrieveToolTokens} tokens where it stands, else nothing. The bill with retrievals, in percent of the`,
    'native one: over all, as a mean, and of the dearest conversation. Why the default stands where it does: `docs/decisions/0006-when-the-tool-is-offered.md`.',
    '',
    markdownTable(['the tool is offered', 'conversations', 'priced', 'priced, mean', 'dearest'], rows),
    '',
  ].join('\n');
}
