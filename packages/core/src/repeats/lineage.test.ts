import { describe, expect, it } from 'vitest';
import { createLineage } from './lineage.ts';
import { longArguments } from './long-arguments.ts';

const script = Array.from({ length: 20 }, (_, index) => `print("step ${index} of the script")`).join('\n');

describe('createLineage', () => {
  it('hears what a call says, whether its input is an object or JSON text, and gives the same state for the same history', () => {
    const lineage = createLineage(1_000_000);
    for (const input of [{ path: 'a.py', content: script }, JSON.stringify({ path: 'a.py', content: script })]) {
      const called = lineage.hear(lineage.beginning, input);
      expect(lineage.hear(lineage.beginning, input)).toBe(called);
      expect(lineage.tell(called, `written\n${script}`)).toMatchObject({
        text: 'written\nprint("step 0 of the script")\n[as lines 2-20 of content in call 1]',
      });
    }
    expect(lineage.tell(lineage.beginning, script)).toBeUndefined();
  });

  it('keeps prompts apart that begin alike', () => {
    const lineage = createLineage(1_000_000);
    const first = lineage.extend(lineage.beginning, 'a', 'one');
    const left = lineage.hear(first, { content: script });
    const right = lineage.extend(first, 'b', 'two');
    expect(lineage.tell(left, script)).toBeDefined();
    expect(lineage.tell(right, script)).toBeUndefined();
  });

  it('neither tells of a text too long to be read at once nor refers to it, and still counts it', () => {
    const lineage = createLineage(100_000_000);
    const long = `${script}\n`.repeat(2000);
    const after = lineage.extend(lineage.beginning, 'long', long);
    expect(lineage.tell(lineage.beginning, long)).toBeUndefined();
    expect(lineage.tell(after, script)).toBeUndefined();
    const later = lineage.extend(after, 'script', script);
    expect(lineage.tell(later, script)).toMatchObject({ text: 'print("step 0 of the script")\n[as lines 2-20 of result 2 (script)]' });
  });

  it('remembers what was made of a text at a state, by what it was made of', () => {
    const lineage = createLineage<string>(1_000_000);
    const [rendering, other] = [{}, {}];
    const state = lineage.extend(lineage.beginning, 'a', 'one');
    lineage.remember(state, script, { of: rendering, label: 'b', outcome: 'told' });
    expect(lineage.recall(state, script, { of: rendering, label: 'b' })).toBe('told');
    expect(lineage.recall(state, script, { of: rendering, label: 'c' })).toBeUndefined();
    expect(lineage.recall(state, script, { of: other, label: 'b' })).toBeUndefined();
    expect(lineage.recall(lineage.beginning, script, { of: rendering, label: 'b' })).toBeUndefined();
  });
});

describe('longArguments', () => {
  it('takes texts of three lines or more, by name', () => {
    expect(longArguments({ path: 'a', text: 'a\nb\nc', short: 'a\nb', 'odd name]': script, inner: { text: script }, count: 3 })).toEqual([
      ['text', 'a\nb\nc'],
    ]);
    expect(longArguments(JSON.stringify({ text: 'a\nb\nc' }))).toEqual([['text', 'a\nb\nc']]);
  });

  it('passes over what is no object', () => {
    for (const input of [undefined, null, 'torn {"a":"\\n', '["a\\nb\\nc"]', ['a\nb\nc'], 7]) expect(longArguments(input)).toEqual([]);
  });
});
