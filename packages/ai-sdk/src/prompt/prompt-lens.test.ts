import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../__fixtures__/freeze.ts';
import type { Prompt, ToolResultOutput } from '../specification/prompt.ts';
import { promptLens } from './prompt-lens.ts';

const cache = { anthropic: { cacheControl: { type: 'ephemeral' } } };

const resultPrompt = (output: ToolResultOutput): Prompt => [
  { role: 'user', content: [{ type: 'text', text: 'why?' }] },
  { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'c', toolName: 'search', input: { q: 'x' } }] },
  {
    role: 'tool',
    content: [{ type: 'tool-result', toolCallId: 'c', toolName: 'search', output, providerOptions: cache }],
    providerOptions: cache,
  },
];

const toolTexts = (prompt: Prompt) => promptLens.segments(prompt).filter(({ role }) => role === 'tool');

describe('promptLens', () => {
  it('finds the text of a result, with the call and the question before it', () => {
    expect(toolTexts(resultPrompt({ type: 'text', value: 'found' }))).toEqual([
      {
        id: '2.0.-1',
        text: 'found',
        role: 'tool',
        toolName: 'search',
        toolCallId: 'c',
        toolInput: { q: 'x' },
        outcome: 'ok',
        question: 'why?',
      },
    ]);
  });

  it('reads JSON as the providers spell it, and text items of mixed content each for itself', () => {
    const value = [{ b: 1, a: [true, null] }];
    expect(toolTexts(resultPrompt({ type: 'json', value }))[0]?.text).toBe(JSON.stringify(value));
    const mixed: ToolResultOutput = {
      type: 'content',
      value: [{ type: 'text', text: 'one' }, { type: 'file' }, { type: 'text', text: 'two' }],
    };
    expect(toolTexts(resultPrompt(mixed)).map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('says of errors that they are errors, and sees nothing in a denial', () => {
    expect(toolTexts(resultPrompt({ type: 'error-text', value: 'no' }))[0]?.outcome).toBe('error');
    expect(toolTexts(resultPrompt({ type: 'error-json', value: { code: 1 } }))[0]?.outcome).toBe('error');
    expect(toolTexts(resultPrompt({ type: 'json', value: { isError: true, content: [] } }))[0]?.outcome).toBe('error');
    expect(toolTexts(resultPrompt({ type: 'execution-denied', reason: 'a long reason' }))).toEqual([]);
  });

  it('passes a value that has no JSON text', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    expect(toolTexts(resultPrompt({ type: 'json', value: cycle as never }))).toEqual([]);
  });

  it('I7: what has no new text beside one that has stays the same reference', () => {
    const [first, second] = ['one', 'two'].map((text) => resultPrompt({ type: 'content', value: [{ type: 'text', text }] })[2]);
    if (first?.role !== 'tool' || second?.role !== 'tool') throw new Error('no results');
    const prompt: Prompt = [{ role: 'tool', content: [...first.content, ...second.content] }];
    const [segment] = promptLens.segments(prompt);
    if (segment === undefined) throw new Error('no text');
    const [message] = promptLens.apply(prompt, [{ segment, text: 'short' }]);
    expect(message?.content[0]).toMatchObject({ output: { value: [{ type: 'text', text: 'short' }] } });
    expect(message?.content[1]).toBe(second.content[0]);
  });

  it('leaves results of tools that the provider ran alone', () => {
    const prompt: Prompt = [
      {
        role: 'assistant',
        content: [{ type: 'tool-result', toolCallId: 'w', toolName: 'web_search', output: { type: 'json', value: ['x'] } }],
      },
    ];
    expect(promptLens.segments(prompt)).toEqual([]);
  });

  it('I7: a rewritten result keeps its options, and everything else its reference', () => {
    const prompt = deepFreeze(resultPrompt({ type: 'json', value: { a: 1 }, providerOptions: cache }));
    const [segment] = toolTexts(prompt);
    const changed = promptLens.apply(prompt, [{ segment: segment!, text: 'short' }]);
    expect(changed[0]).toBe(prompt[0]);
    expect(changed[1]).toBe(prompt[1]);
    expect(changed[2]).toEqual({
      role: 'tool',
      content: [
        {
          type: 'tool-result',
          toolCallId: 'c',
          toolName: 'search',
          output: { type: 'text', value: 'short', providerOptions: cache },
          providerOptions: cache,
        },
      ],
      providerOptions: cache,
    });
  });

  it('I7: an edit of one item of mixed content leaves the others as they are', () => {
    const file = { type: 'file', data: { type: 'url', url: 'https://x.example' }, mediaType: 'image/png' } as const;
    const prompt = deepFreeze(
      resultPrompt({
        type: 'content',
        value: [{ type: 'text', text: 'one', providerOptions: cache }, file, { type: 'text', text: 'two' }],
      }),
    );
    const changed = promptLens.apply(prompt, [{ segment: toolTexts(prompt)[0]!, text: 'ONE' }]);
    const part = (changed[2]!.content as unknown as { output: ToolResultOutput }[])[0]!;
    expect(part.output).toEqual({
      type: 'content',
      value: [{ type: 'text', text: 'ONE', providerOptions: cache }, file, { type: 'text', text: 'two' }],
    });
    expect((part.output as unknown as { value: unknown[] }).value[1]).toBe(file);
  });

  const text = fc.string({ maxLength: 8 });
  const options = fc.option(fc.constant(cache), { nil: undefined });
  const output = fc.oneof(
    fc.record({ type: fc.constantFrom('text', 'error-text'), value: text, providerOptions: options }),
    fc.record({ type: fc.constantFrom('json', 'error-json'), value: fc.jsonValue() }),
    fc.record({
      type: fc.constant('content'),
      value: fc.array(fc.oneof(fc.record({ type: fc.constant('text'), text }), fc.record({ type: fc.constantFrom('file', 'unheard-of') }))),
    }),
    fc.record({ type: fc.constantFrom('execution-denied', 'unheard-of') }),
  );
  const message = fc.oneof(
    fc.record({ role: fc.constant('system'), content: text }),
    fc.record({
      role: fc.constantFrom('user', 'assistant'),
      content: fc.oneof(
        text,
        fc.array(
          fc.oneof(
            fc.record({ type: fc.constantFrom('text', 'reasoning'), text }),
            fc.record({ type: fc.constantFrom('file', 'unheard-of') }),
          ),
        ),
      ),
    }),
    fc.record({
      role: fc.constant('tool'),
      content: fc.array(
        fc.oneof(
          fc.record({ type: fc.constant('tool-result'), toolCallId: text, toolName: text, output, providerOptions: options }),
          fc.record({ type: fc.constantFrom('tool-approval-response', 'unheard-of') }),
        ),
      ),
    }),
  );
  const prompts = fc.array(message, { maxLength: 6 }) as unknown as fc.Arbitrary<Prompt>;

  it('I9: with no edits the very same prompt comes back; I7: edits change the texts they name and nothing else', () => {
    fc.assert(
      fc.property(prompts, (prompt) => {
        deepFreeze(prompt);
        const segments = promptLens.segments(prompt);
        expect(promptLens.apply(prompt, [])).toBe(prompt);
        expect(new Set(segments.map(({ id }) => id)).size).toBe(segments.length);
        const edits = segments.map((segment, index) => ({ segment, text: `new ${index}` }));
        const changed = promptLens.apply(prompt, edits);
        expect(promptLens.segments(changed).map((segment) => segment.text)).toEqual(edits.map((edit) => edit.text));
        expect(skeleton(changed)).toBe(skeleton(prompt));
      }),
      { numRuns: 200 },
    );
  });
});

/** A prompt without the texts and JSON values that edits may replace. */
function skeleton(prompt: Prompt): string {
  return JSON.stringify(prompt, (key, value: unknown) => {
    if (key === 'text' || (key === 'content' && typeof value === 'string')) return '';
    if (typeof value !== 'object' || value === null || !('type' in value)) return value;
    const { type } = value;
    return type === 'text' || type === 'json' || type === 'error-text' || type === 'error-json'
      ? { ...value, type: type.replace('json', 'text'), value: '' }
      : value;
  });
}
