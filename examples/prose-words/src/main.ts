// A long document goes to a model without the words that it does not need. No key, no network. Ends with 1 if anything was not as it must be.
import assert from 'node:assert/strict';
import { createHeadroom } from '@headroom/core';
import { kompressCompressor } from '@headroom/kompress';
import { handbook } from './handbook.ts';

const headroom = createHeadroom({ compressors: [kompressCompressor({ sentences: 'all' })] });
const { text, tokensBefore, tokensAfter, method, handles } = await headroom.compressText(handbook, { toolName: 'handbook' });

// Lines stand where they stood; the statement and the handle come behind them.
const [before, after] = [handbook.trimEnd().split('\n'), text.split('\n')];
console.log(`${before[2]}\n\nbecame\n\n${after[2]}\n\n${after.slice(-2).join('\n')}\n`);
console.log(`${tokensBefore} tokens became ${tokensAfter}, by ${method}`);
assert.ok(tokensAfter < tokensBefore);
assert.match(after.at(-2) ?? '', /^\[\d+ of \d+ words offloaded throughout\]$/);
for (const [index, line] of before.entries()) {
  if (line.startsWith('#') || line === '') assert.equal(after[index], line);
  for (const needed of line.match(/must not|unless|`\w+`|\d+|\/healthz|more than|Maria Lopez|will/g) ?? [])
    assert.ok(after[index]?.includes(needed), needed);
}

// Nothing is lost: the model can ask for the original.
const original = await headroom.retrieve({ hash: handles[0] ?? '', budget: tokensBefore * 2 });
assert.ok(original.found && original.text === handbook);

// With a question, sentences are chosen first.
const asking = createHeadroom({ compressors: [kompressCompressor()] });
const answer = await asking.compressText(handbook, { question: 'How long does the mail service take to come up again?' });
console.log(`With the question: ${answer.tokensAfter} tokens`);
assert.match(answer.text, /43 seconds/);
assert.ok(answer.tokensAfter < tokensAfter);
await Promise.all([headroom.close(), asking.close()]);
