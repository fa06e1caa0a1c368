import { lensSuite } from '@headroom/conformance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageModelLens } from './language-model-lens.ts';
import type { LanguageModelPrompt, PromptMessage, PromptToolOutput } from './prompt.ts';
import { retrieveRequestsIn } from './retrieve-requests.ts';

const lens = languageModelLens<PromptMessage>();

const cache = { anthropic: { cacheControl: { type: 'ephemeral' } } };

const resultPrompt = (output: PromptToolOutput): LanguageModelPrompt => [
  { role: 'user', content: [{ type: 'text', text: 'why?' }] },
  { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'c', toolName: 'search', input: { q: 'x' } }] },
  {
    role: 'tool',
    content: [{ type: 'tool-result', toolCallId: 'c', toolName: 'search', output, providerOptions: cache }],
    providerOptions: cache,
  },
];

const toolTexts = (prompt: LanguageModelPrompt) => lens.segments(prompt).filter(({ role }) => role === 'tool');

describe('languageModelLens', () => {
  it('finds the text of a result, with the call and the question before it', () => {
    expect(toolTexts(resultPrompt({ type: 'text', value: 'found' }))).toEqual([
      {
        id: '2.0.output',
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
    const mixed: PromptToolOutput = {
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
    const prompt: LanguageModelPrompt = [{ role: 'tool', content: [...first.content, ...second.content] }];
    const [segment] = lens.segments(prompt);
    if (segment === undefined) throw new Error('no text');
    const [message] = lens.apply(prompt, [{ segment, text: 'short' }]);
    expect(message?.content[0]).toMatchObject({ output: { value: [{ type: 'text', text: 'short' }] } });
    expect(message?.content[1]).toBe(second.content[0]);
  });

  it('leaves results of tools that the provider ran alone', () => {
    const prompt: LanguageModelPrompt = [
      {
        role: 'assistant',
        content: [{ type: 'tool-result', toolCallId: 'w', toolName: 'web_search', output: { type: 'json', value: ['x'] } }],
      },
    ];
    expect(lens.segments(prompt)).toEqual([]);
  });

  it('I7: a rewritten result keeps its options, and everything else its reference', () => {
    const prompt = resultPrompt({ type: 'json', value: { a: 1 }, providerOptions: cache });
    const [segment] = toolTexts(prompt);
    const changed = lens.apply(prompt, [{ segment: segment!, text: 'short' }]);
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
    const prompt = resultPrompt({
      type: 'content',
      value: [{ type: 'text', text: 'one', providerOptions: cache }, file, { type: 'text', text: 'two' }],
    });
    const changed = lens.apply(prompt, [{ segment: toolTexts(prompt)[0]!, text: 'ONE' }]);
    const part = (changed[2]!.content as unknown as { output: PromptToolOutput }[])[0]!;
    expect(part.output).toEqual({
      type: 'content',
      value: [{ type: 'text', text: 'ONE', providerOptions: cache }, file, { type: 'text', text: 'two' }],
    });
    expect((part.output as unknown as { value: unknown[] }).value[1]).toBe(file);
  });

  it('reads model messages, whose contents may be strings', () => {
    const messages: LanguageModelPrompt = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'why?' },
      { role: 'assistant', content: '' },
      { role: 'user', content: [{ type: 'file' }] },
      {
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId: 'lost', toolName: 'search', output: { type: 'text', value: 'found' } }],
      },
    ];
    expect(lens.segments(messages).map(({ id, text, question }) => [id, text, question])).toEqual([
      ['0', 'Be brief.', ''],
      ['1', 'why?', ''],
      ['2', '', 'why?'],
      ['4.0.output', 'found', 'why?'],
    ]);
    expect(lens.segments(messages)[3]).not.toHaveProperty('toolInput');
  });

  it('I6: leaves alone what is no message of the format', () => {
    const strange = [
      { role: 'constructor', content: 'x' },
      { role: 'tool', content: 'x' },
      { role: 'user', content: [null, 'x', { type: 'text', text: 1 }] },
      { role: 'tool', content: [null, { type: 'tool-result' }, { type: 'tool-result', output: { type: 'text', value: 7 } }] },
      { role: 'tool', content: [{ type: 'tool-result', output: { type: 'content', value: 'x' } }] },
      { role: 'assistant', content: undefined },
    ];
    expect(languageModelLens().segments(strange)).toEqual([]);
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
  const prompts = fc.array(message, { maxLength: 6 }) as unknown as fc.Arbitrary<LanguageModelPrompt>;

  it('I9: with no edits the very same prompt comes back; I7: edits change the texts they name and nothing else', () => {
    fc.assert(
      fc.property(prompts, (prompt) => {
        const before = structuredClone(prompt);
        const segments = lens.segments(prompt);
        expect(lens.apply(prompt, [])).toBe(prompt);
        expect(new Set(segments.map(({ id }) => id)).size).toBe(segments.length);
        const edits = segments.map((segment, index) => ({ segment, text: `new ${index}` }));
        const changed = lens.apply(prompt, edits);
        expect(lens.segments(changed).map((segment) => segment.text)).toEqual(edits.map((edit) => edit.text));
        expect(skeleton(changed)).toBe(skeleton(prompt));
        expect(prompt).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });
});

describe('retrieveRequestsIn', () => {
  it('finds the arguments of the calls of the retrieve tool, in their order', () => {
    const call = (toolName: string, input: unknown) => ({ type: 'tool-call', toolCallId: 'c', toolName, input }) as const;
    const prompt: LanguageModelPrompt = [
      { role: 'assistant', content: 'headroom_retrieve' },
      { role: 'assistant', content: [call('headroom_retrieve', { hash: 'a' }), call('search', { hash: 'b' })] },
      { role: 'user', content: 'go on' },
      { role: 'assistant', content: [{ type: 'text', text: 'again' }, call('headroom_retrieve', { hash: 'c' })] },
    ];
    expect(retrieveRequestsIn(prompt)).toEqual([{ hash: 'a' }, { hash: 'c' }]);
  });
});

lensSuite<readonly PromptMessage[]>({
  test: { describe, it, expect },
  createLens: () => lens,
  histories: {
    'parallel results': [
      { role: 'system', content: 'You help.', providerOptions: cache },
      { role: 'user', content: [{ type: 'text', text: 'Read all.' }, { type: 'file' }] },
      {
        role: 'assistant',
        content: [
          { type: 'reasoning', text: 'hm', providerOptions: { anthropic: { signature: 's' } } },
          { type: 'tool-call', toolCallId: 'a', toolName: 'read', input: { path: 'a' } },
          { type: 'tool-call', toolCallId: 'b', toolName: 'read', input: { path: 'b' }, providerOptions: cache },
          { type: 'tool-call', toolCallId: 'c', toolName: 'list', input: {} },
        ],
      },
      {
        role: 'tool',
        content: [
          { type: 'tool-result', toolCallId: 'a', toolName: 'read', output: { type: 'error-text', value: 'no such file' } },
          {
            type: 'tool-result',
            toolCallId: 'b',
            toolName: 'read',
            output: { type: 'content', value: [{ type: 'text', text: 'one' }, { type: 'media' }, { type: 'text', text: 'two' }] },
          },
          { type: 'tool-result', toolCallId: 'c', toolName: 'list', output: { type: 'json', value: [{ id: 1 }, { id: 2 }] } },
          { type: 'tool-approval-response' },
        ],
        providerOptions: cache,
      },
    ],
    'model messages': [
      { role: 'user', content: 'Read both.' },
      { role: 'assistant', content: 'Which?' },
      { role: 'user', content: [{ type: 'text', text: 'These.' }, { type: 'image' }] },
      { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'a', toolName: 'read', input: { path: 'a' } }] },
      { role: 'tool', content: [{ type: 'tool-result', toolCallId: 'a', toolName: 'read', output: { type: 'execution-denied' } }] },
    ],
  },
});

/** A prompt without the texts and JSON values that edits may replace. */
function skeleton(prompt: LanguageModelPrompt): string {
  return JSON.stringify(prompt, (key, value: unknown) => {
    if (key === 'text' || (key === 'content' && typeof value === 'string')) return '';
    if (typeof value !== 'object' || value === null || !('type' in value)) return value;
    const { type } = value;
    return type === 'text' || type === 'json' || type === 'error-text' || type === 'error-json'
      ? { ...value, type: type.replace('json', 'text'), value: '' }
      : value;
  });
}
