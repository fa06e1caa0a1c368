import { anthropicMessagesLens, openAiChatLens, type Lens } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import { firstFailingTest } from '../__fixtures__/first-failing-test.ts';
import { lensSuite } from './lens-suite.ts';

const openAiHistories = {
  'two parallel calls and an unknown part': [
    { role: 'system', content: 'Be brief.' },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'Which builds failed?' },
        { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } },
      ],
    },
    {
      role: 'assistant',
      content: null,
      reasoning_content: 'Look at both.',
      tool_calls: [
        { id: 'call-1', type: 'function', function: { name: 'list_builds', arguments: '{"branch":"main"}' } },
        { id: 'call-2', type: 'function', function: { name: 'read_log', arguments: '{"build":7}' } },
      ],
    },
    { role: 'tool', tool_call_id: 'call-1', content: '[{"id":7,"state":"failed"}]' },
    {
      role: 'tool',
      tool_call_id: 'call-2',
      content: [
        { type: 'text', text: 'error: exit 1' },
        { type: 'unknown', data: new Uint8Array(3) },
      ],
    },
    { role: 'assistant', content: 'Build 7 failed.' },
    { role: 'user', content: 'Why?' },
  ],
};

const anthropicHistories = {
  'thinking, parallel calls, an image and a cache mark': [
    { role: 'user', content: 'Which builds failed?' },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'Look at both.', signature: 'abc' },
        { type: 'tool_use', id: 'use-1', name: 'list_builds', input: { branch: 'main' } },
        { type: 'tool_use', id: 'use-2', name: 'read_log', input: { build: 7 } },
      ],
    },
    {
      role: 'user',
      content: [
        { type: 'tool_result', tool_use_id: 'use-1', content: '[{"id":7,"state":"failed"}]', cache_control: { type: 'ephemeral' } },
        {
          type: 'tool_result',
          tool_use_id: 'use-2',
          is_error: true,
          content: [
            { type: 'text', text: 'error: exit 1' },
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } },
            { type: 'text', text: 'end' },
          ],
        },
        { type: 'text', text: 'And why?' },
      ],
    },
  ],
};

describe('OpenAI chat messages', () =>
  lensSuite({ test: { describe, it, expect }, createLens: openAiChatLens, histories: openAiHistories }));
describe('Anthropic messages', () =>
  lensSuite({ test: { describe, it, expect }, createLens: anthropicMessagesLens, histories: anthropicHistories }));

/** A small lens of the right kind, of which each broken one differs in one place. */
interface Note {
  readonly role: 'user' | 'tool';
  readonly id: string;
  readonly text: string;
}
const histories: Record<string, readonly Note[]> = {
  notes: [
    { role: 'user', id: 'a', text: 'one' },
    { role: 'tool', id: 'b', text: 'two' },
    { role: 'tool', id: 'c', text: 'three' },
  ],
};
const sound: Lens<readonly Note[]> = {
  name: 'notes',
  segments: (notes) => {
    let question = '';
    return notes.map(({ role, text }, index) => {
      const segment = { id: String(index), role, text, outcome: 'unknown' as const, question };
      if (role === 'user') question = text;
      return segment;
    });
  },
  apply(notes, edits) {
    if (edits.length === 0) return notes;
    const texts = new Map(edits.map(({ segment, text }) => [segment.id, text]));
    return notes.map((note, index) => (texts.has(String(index)) ? { ...note, text: texts.get(String(index)) ?? '' } : note));
  },
};

const broken: Record<string, Partial<Lens<readonly Note[]>>> = {
  'copies when nothing is edited': { apply: (notes, edits) => (edits.length === 0 ? [...notes] : sound.apply(notes, edits)) },
  'copies untouched messages': {
    apply: (notes, edits) => (edits.length === 0 ? notes : sound.apply(notes, edits).map((note) => ({ ...note }))),
  },
  "writes into the caller's objects": {
    apply(notes, edits) {
      for (const { segment, text } of edits) (notes[Number(segment.id)] as { text: string }).text = text;
      return notes;
    },
  },
  'drops edits': { apply: (notes) => notes },
  'writes to the neighbour': {
    apply: (notes, edits) =>
      sound.apply(
        notes,
        edits.map((edit) => ({ ...edit, segment: { ...edit.segment, id: String((Number(edit.segment.id) + 1) % 3) } })),
      ),
  },
  'changes ids': {
    apply: (notes, edits) =>
      sound
        .apply(notes, edits)
        .map((note, index) => (edits.some(({ segment }) => segment.id === String(index)) ? { ...note, id: 'new' } : note)),
  },
  'trims texts': {
    apply: (notes, edits) =>
      sound.apply(
        notes,
        edits.map((edit) => ({ ...edit, text: edit.text.replace('\r', '') })),
      ),
  },
  'replaces with a pattern': {
    apply: (notes, edits) =>
      sound.apply(
        notes,
        edits.map((edit) => ({ ...edit, text: 'x'.replace('x', edit.text) })),
      ),
  },
  'gives one key twice': { segments: (notes) => sound.segments(notes).map((segment) => ({ ...segment, id: '0' })) },
  'tells how far it is from the end': {
    segments: (notes) => sound.segments(notes).map((segment, index) => ({ ...segment, toolName: `${notes.length - index} left` })),
  },
  'asks the question that follows': {
    segments: (notes) => sound.segments(notes).map((segment) => ({ ...segment, question: notes.at(-1)?.text ?? '' })),
  },
  'finds nothing': { segments: () => [] },
  'reorders keys': {
    apply: (notes, edits) =>
      sound.apply(notes, edits).map((note, index) => (note === notes[index] ? note : { text: note.text, id: note.id, role: note.role })),
  },
};

describe('the suite itself', () => {
  it('passes a sound lens', async () => {
    expect(await firstFailingTest((test) => lensSuite({ test, createLens: () => sound, histories }))).toBeUndefined();
  });

  for (const [name, difference] of Object.entries(broken)) {
    it(`catches a lens that ${name}`, async () => {
      const failing = await firstFailingTest((test) =>
        lensSuite({ test, createLens: () => ({ ...sound, ...difference }), histories: structuredClone(histories) }),
      );
      expect(failing).toBeDefined();
    });
  }
});
