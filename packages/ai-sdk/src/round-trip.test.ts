import { createHeadroom } from '@headroom/core';
import type { ModelMessage, ToolSet } from 'ai';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { prefixBreak } from '../../../test/support/wire-prefix.ts';
import { majors, type Major } from './__fixtures__/majors.ts';
import { hashIn } from './__fixtures__/prompts.ts';
import { asLanguageModel, scriptedModel, text, toolCall, type ModelStep, type ScriptedModel } from './__fixtures__/scripted-model.ts';
import { rows } from '../../../test/support/machine-rows.ts';
import { headroom } from './index.ts';
import type { Content } from './specification/content.ts';

/** A part of one answer, before it is known what the model sees. */
type Draft = 'text' | 'signed text' | 'reasoning' | 'signed reasoning' | 'searched' | 'retrieve' | 'retrieve badly' | 'call' | 'source';

const spoken: fc.Arbitrary<Draft> = fc.constantFrom('text', 'signed text', 'reasoning', 'signed reasoning', 'searched', 'source');
const asking: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 4, arbitrary: spoken },
  { weight: 5, arbitrary: fc.constant<Draft>('retrieve') },
  { weight: 1, arbitrary: fc.constant<Draft>('retrieve badly') },
  { weight: 1, arbitrary: fc.constant<Draft>('call') },
);
const rounds = fc.array(fc.array(asking, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

/** The script (only streams give previews of results): the rows are listed, then the drafts, then an answer. Every id is used once. */
function scriptOf(drafts: readonly (readonly Draft[])[], previews: boolean): ModelStep[] {
  return [
    () => [toolCall('first', 'list_rows', {})],
    ...drafts.map(
      (draft, round): ModelStep =>
        (options) =>
          draft.flatMap((part, index) => contentOf(part, `${round}-${index}`, hashIn(options).hash, previews)),
    ),
    ...Array.from({ length: 30 }, (): ModelStep => () => [text('done')]),
  ];
}

function contentOf(draft: Draft, id: string, hash: string, previews: boolean): Content[] {
  const providerMetadata = { openai: { itemId: `item-${id}` } };
  switch (draft) {
    case 'text':
      return [text(`said ${id}. `)];
    case 'signed text':
      return [{ type: 'text', text: `said ${id}. `, providerMetadata }];
    case 'reasoning':
      return [{ type: 'reasoning', text: `thought ${id}` }];
    case 'signed reasoning':
      return [{ type: 'reasoning', text: `thought ${id}`, providerMetadata }];
    case 'source':
      return [{ type: 'source', sourceType: 'url', id, url: 'https://example.net' } as unknown as Content];
    case 'searched':
      return [
        { type: 'tool-call', toolCallId: `s${id}`, toolName: 'web_search', input: '{"q":1}', providerExecuted: true, dynamic: true },
        ...(previews
          ? [
              {
                type: 'tool-result',
                toolCallId: `s${id}`,
                toolName: 'web_search',
                result: { hits: [] },
                dynamic: true,
                preliminary: true,
              } as const,
            ]
          : []),
        { type: 'tool-result', toolCallId: `s${id}`, toolName: 'web_search', result: { hits: [id] }, dynamic: true },
      ];
    case 'retrieve':
      return [{ ...toolCall(`h${id}`, 'headroom_retrieve', { hash, path: `$[${id.length}]` }), providerMetadata }];
    case 'retrieve badly':
      return [toolCall(`b${id}`, 'headroom_retrieve', '{"hash": "cut o')];
    case 'call':
      return [toolCall(`u${id}`, 'list_rows', {})];
  }
}

function expectPrefixes(model: ScriptedModel): void {
  for (const [index, { prompt }] of model.calls.entries()) {
    const before = model.calls[index - 1];
    if (before !== undefined) expect(prefixBreak(before.prompt, prompt), `request ${index}`).toBeUndefined();
  }
}

const question: ModelMessage = { role: 'user', content: 'Which row failed?' };
const thanks: ModelMessage = { role: 'user', content: 'Thanks.' };

/** Runs a conversation, keeps it the way an application does, and goes on in a process with an empty store. */
async function goOn(
  { name, ai, steps, answerMessages, uiMessage }: Major,
  drafts: readonly (readonly Draft[])[],
  keep: 'generate' | 'stream' | 'ui',
  output: 'text' | 'json',
): Promise<ScriptedModel> {
  const model = scriptedModel(scriptOf(drafts, keep !== 'generate'), name === 'ai 6' ? 'v3' : 'v4');
  const process = () =>
    ai.wrapLanguageModel({
      model: asLanguageModel(model),
      middleware: headroom({ headroom: createHeadroom({ offload: 'never' }), maximumRounds: 3 }),
    });
  const tools: ToolSet = { list_rows: ai.tool({ inputSchema: z.object({}), execute: () => rows }) };
  // A whole answer that is no JSON throws, and these seldom are; a streamed one is kept all the same.
  const format = output === 'json' && keep !== 'generate' ? { output: ai.Output.json() } : {};
  const request = { model: process(), messages: [question], tools, stopWhen: steps(12), ...format };
  let answer: ModelMessage[];
  if (keep === 'generate') answer = await answerMessages(await ai.generateText(request));
  else {
    const result = ai.streamText(request);
    answer =
      keep === 'stream'
        ? (await result.consumeStream(), await answerMessages(result))
        : await ai.convertToModelMessages([await uiMessage(result as never, tools)], { tools });
  }
  const saved = JSON.parse(JSON.stringify([question, ...answer, thanks])) as ModelMessage[];
  await ai.generateText({ model: process(), messages: saved, tools });
  return model;
}

describe.each(majors)('$name', (major) => {
  it.each(['generate', 'stream', 'ui'] as const)(
    'I3: whatever the rounds look like, the history kept by %s renders the prompt that was sent',
    async (keep) => {
      await fc.assert(
        fc.asyncProperty(rounds, fc.constantFrom('text', 'json'), async (drafts, output) =>
          expectPrefixes(await goOn(major, drafts, keep, output)),
        ),
        { numRuns: 8, seed: 7 },
      );
    },
  );
});
