import { describe, expect, it } from 'vitest';
import { readDocument } from '../scan/read-document.ts';
import { reduceDocument } from '../reduce-document.ts';
import { buildOutline } from './build-outline.ts';
import { measureColumn } from './column-statistics.ts';
import { readConversation } from './conversation.ts';

const read = (value: unknown) => {
  const outline = buildOutline(readDocument(JSON.stringify(value))!.values[0]!);
  return { outline, found: readConversation(outline, outline.columns.map(measureColumn)) };
};
const count = (text: string): number => Math.ceil(text.length / 3);

const call = (id: number, command: string) => ({ role: 'assistant', content: `Looking at part ${id} now.`, input: { command } });
const result = (id: number) => ({ role: 'tool', content: `${'a line of listing that says nothing of interest\n'.repeat(30)}end ${id}` });
const turns = [
  { role: 'system', content: 'You are a careful helper with tools.' },
  { role: 'user', content: 'Please mend the broken gate in the north field.' },
  ...[1, 2, 3, 4, 5, 6].flatMap((id) => [call(id, `look part-${id}`), result(id)]),
  { role: 'assistant', content: 'The hinge was rusty and is replaced, the lock waits for a key.' },
];

describe('a recorded conversation', () => {
  it('is known by who speaks in its rows, and by what was done and what came of it', () => {
    expect(read({ messages: turns }).found).toBeDefined();
    expect(read(turns.map((_, step) => ({ action: `step ${step}`, observation: `seen ${step}` }))).found).toBeDefined();
    expect(
      read(turns.map((_, id) => ({ id, role: id % 2 === 0 ? 'owner' : 'member', content: 'some words of text here' }))).found,
    ).toBeUndefined();
    expect(read(turns.map((_, id) => ({ id, command: `run ${id}` }))).found).toBeUndefined();
  });

  it('is worth most at what was asked first and what was answered last', () => {
    const { found } = read(turns);
    const places = [...found!.places].slice(1);
    expect(places.indexOf(Math.max(...places))).toBe(turns.length - 1);
    expect(places[1]).toBeGreaterThan(places[0]!);
    expect(places[2]).toBeGreaterThan(places[3]!);
  });

  it('shows the last answer and the task whatever is asked, and takes half of itself at most', () => {
    const document = readDocument(JSON.stringify(turns))!;
    const whole = count(JSON.stringify(turns));
    const reduced = reduceDocument(document, { question: 'What is left over?', tokenBudget: whole, count, wholeTokens: whole });
    expect(reduced?.text).toContain('the lock waits for a key');
    expect(reduced?.text).toContain('mend the broken gate');
    expect(reduced?.tokens).toBeLessThanOrEqual(whole / 2);
  });

  it('shows the result of the call that names what is asked', () => {
    const steps = Array.from({ length: 60 }, (_, id) =>
      id === 41 ? [call(id, 'count barley'), { role: 'tool', content: '46 sacks' }] : [call(id, `look part-${id}`), result(id)],
    );
    const long = [...turns.slice(0, 2), ...steps.flat()];
    const text = JSON.stringify(long);
    const reduced = reduceDocument(readDocument(text)!, { question: 'How much barley?', tokenBudget: 900, count });
    expect(reduced?.text).toContain('46 sacks');
  });
});
