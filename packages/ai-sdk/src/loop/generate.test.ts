import { APICallError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { hashIn, rowsPrompt, wrapped } from '../__fixtures__/prompts.ts';
import { scriptedModel, text, toolCall, type ModelStep } from '../__fixtures__/scripted-model.ts';
import type { Content } from '../specification/content.ts';

const outline = (content: readonly Content[]): string[] =>
  content.map((part) =>
    part.type === 'tool-call'
      ? `call ${part.toolCallId}${part.providerExecuted === true && part.dynamic === true ? '!' : ''}`
      : part.type === 'tool-result'
        ? `result ${part.toolCallId}`
        : part.type,
  );
const retrieve =
  (id: string, more: object = {}): ModelStep =>
  (options) => [toolCall(id, 'headroom_retrieve', { ...hashIn(options), ...more })];
const answer: ModelStep = () => [text('Row 177.')];

describe('generating', () => {
  it('runs what the model retrieves and asks again, in one call', async () => {
    const model = scriptedModel([retrieve('h1'), answer]);
    const result = await wrapped(model).generate();
    expect(outline(result.content)).toEqual(['call h1!', 'result h1', 'text']);
    expect(result.finishReason.unified).toBe('stop');
    expect(model.calls[1]?.prompt.slice(0, -2)).toEqual(model.calls[0]?.prompt);
    const [asked, answered] = model.calls[1]?.prompt.slice(-2) ?? [];
    expect(asked).toMatchObject({ role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'h1' }] });
    expect(JSON.stringify(answered)).toContain('checked by agent');
  });

  it('shows a pointer, never the original', async () => {
    const result = await wrapped(scriptedModel([retrieve('h1'), answer])).generate();
    expect(result.content[1]).toMatchObject({ result: { headroom: 'retrieved', round: 0, after: 0 } });
    expect(JSON.stringify(result.content)).not.toContain('checked by agent');
  });

  it('answers parallel retrievals together, in their order', async () => {
    const both: ModelStep = (options) => [
      toolCall('a', 'headroom_retrieve', hashIn(options)),
      toolCall('b', 'headroom_retrieve', { ...hashIn(options), lines: '1' }),
    ];
    const model = scriptedModel([both, answer]);
    const { content } = await wrapped(model).generate();
    expect(outline(content)).toEqual(['call a!', 'call b!', 'result a', 'result b', 'text']);
    expect(model.calls[1]?.prompt.at(-1)).toMatchObject({ role: 'tool', content: [{ toolCallId: 'a' }, { toolCallId: 'b' }] });
  });

  it("hands a turn that also calls the caller's tools back to the caller", async () => {
    const mixed: ModelStep = (options) => [toolCall('h1', 'headroom_retrieve', hashIn(options)), toolCall('u2', 'other', {})];
    const model = scriptedModel([mixed]);
    const result = await wrapped(model).generate({ tools: [{ type: 'function', name: 'other', inputSchema: {} }] });
    expect(outline(result.content)).toEqual(['call h1!', 'call u2', 'result h1']);
    expect(result.finishReason.unified).toBe('tool-calls');
    expect(model.calls).toHaveLength(1);
  });

  it('I13: sums the usage of all rounds and tells each of them', async () => {
    const result = await wrapped(scriptedModel([retrieve('h1'), retrieve('h2', { lines: '1' }), answer])).generate();
    expect(result.usage.inputTokens.total).toBe(600);
    expect(result.usage.outputTokens.total).toBe(30);
    expect(result.providerMetadata).toMatchObject({
      scripted: { number: 3 },
      headroom: {
        mode: 'reversible',
        rounds: [{ inputTokens: { total: 100 } }, { inputTokens: { total: 200 } }, { inputTokens: { total: 300 } }],
        retrievals: [{ found: true }, { found: true }],
      },
    });
  });

  it('I13: what was retrieved is taken off what was saved, in this call and in later ones', async () => {
    const model = scriptedModel([answer, retrieve('h1'), answer]);
    const agent = wrapped(model);
    const figures = async () => (await agent.generate()).providerMetadata?.['headroom'] as { tokensSaved: number; retrievedTokens: number };
    const [without, after] = [await figures(), await figures()];
    expect(without.retrievedTokens).toBe(0);
    expect(after.retrievedTokens).toBeGreaterThan(100);
    expect(after.tokensSaved).toBe(without.tokensSaved - after.retrievedTokens);
  });

  it('repeats no warning', async () => {
    expect((await wrapped(scriptedModel([retrieve('h1'), answer])).generate()).warnings).toEqual([{ type: 'other', message: 'said once' }]);
  });

  it('stops a model that never stops retrieving: one round past the bound is told so, and is the last', async () => {
    const lines = [1, 2, 3, 4].map((line) => retrieve(`h${line}`, { lines: String(line) }));
    const model = scriptedModel(lines);
    const { content } = await wrapped(model, { maximumRounds: 2 }).generate();
    expect(model.calls).toHaveLength(4);
    expect(JSON.stringify(model.calls[3]?.prompt.at(-1))).toContain('No more retrievals');
    expect(content.at(-1)).toMatchObject({
      type: 'tool-result',
      toolCallId: 'h4',
      result: { text: expect.stringContaining('No more retrievals') as string },
    });
  });

  it('keeps two calls apart that the provider gave one id, and gives the model its own id back', async () => {
    const model = scriptedModel([retrieve('call_0'), retrieve('call_0', { lines: '1' }), answer]);
    const { content } = await wrapped(model).generate();
    expect(outline(content)).toEqual(['call call_0!', 'result call_0', 'call call_0-2!', 'result call_0-2', 'text']);
    expect(JSON.stringify(model.calls[2]?.prompt)).not.toContain('call_0-2');
  });

  it('answers a call that the model broke off, and shows it as valid JSON', async () => {
    const model = scriptedModel([() => [toolCall('h1', 'headroom_retrieve', '{"hash": "12')], answer]);
    const { content } = await wrapped(model).generate();
    expect(content[0]).toMatchObject({ input: JSON.stringify({ raw: '{"hash": "12' }) });
    expect(model.calls[1]?.prompt.at(-2)).toMatchObject({ content: [{ input: { raw: '{"hash": "12' } }] });
    expect(content.at(-1)).toEqual(text('Row 177.'));
  });

  it('makes prose before a retrieval reasoning where the answer must be JSON, and only there', async () => {
    const step: ModelStep = (options) => [text('Let me look. '), toolCall('h1', 'headroom_retrieve', hashIn(options))];
    const steps = [step, () => [text('{"row":177}')]];
    const other = [{ type: 'function', name: 'other', inputSchema: {} }] as const;
    const json = await wrapped(scriptedModel(steps)).generate({ responseFormat: { type: 'json' }, tools: other });
    expect(outline(json.content)).toEqual(['reasoning', 'call h1!', 'result h1', 'text']);
    const plain = await wrapped(scriptedModel(steps)).generate({ tools: other });
    expect(outline(plain.content)).toEqual(['text', 'call h1!', 'result h1', 'text']);
  });

  it('retries a later round by itself, without asking the first one again', async () => {
    const overloaded = new APICallError({ message: 'overloaded', url: '', requestBodyValues: {}, statusCode: 503 });
    const model = scriptedModel([retrieve('h1'), () => overloaded, answer]);
    const { content } = await wrapped(model, { retryDelayMs: 1 }).generate();
    expect(content.at(-1)).toEqual(text('Row 177.'));
    expect(model.calls.map(({ prompt }) => prompt.length)).toEqual([rowsPrompt.length, rowsPrompt.length + 2, rowsPrompt.length + 2]);
  });

  it('fails as the model fails, in the first round and in later ones', async () => {
    await expect(wrapped(scriptedModel([() => new Error('first')])).generate()).rejects.toThrow('first');
    await expect(wrapped(scriptedModel([retrieve('h1'), () => new Error('second')])).generate()).rejects.toThrow('second');
  });

  it('asks no further round when the caller has aborted', async () => {
    const controller = new AbortController();
    const model = scriptedModel([
      (options) => {
        controller.abort(new Error('enough'));
        return [toolCall('h1', 'headroom_retrieve', hashIn(options))];
      },
      answer,
    ]);
    await expect(wrapped(model).generate({ abortSignal: controller.signal })).rejects.toThrow('enough');
    expect(model.calls).toHaveLength(1);
  });
});
