import { describe, expect, it } from 'vitest';
import { spellCompact } from '../spell/spell-value.ts';
import { readDocument } from './read-document.ts';

const values = (text: string): string[] | undefined => readDocument(text)?.values.map(spellCompact);

describe('readDocument', () => {
  it('reads one document of any root', () => {
    for (const text of ['{"a":1}', ' [1, 2] ', '"x"', 'null', '12', '\ufeff{"a":1}'])
      expect(readDocument(text)).toMatchObject({ layout: 'single', epilogue: '' });
  });

  it('reads JSON lines, blank lines tolerated', () => {
    const document = readDocument('{"a":1}\n\n{"a":2}\r\n{"a":3}\n');
    expect(document?.layout).toBe('lines');
    expect(document?.values).toHaveLength(3);
  });

  it('reads lines that are no containers among those that are', () => {
    expect(readDocument('{"a":1}\n"text"\n42\n{"a":2}\n')?.values).toHaveLength(4);
    expect(readDocument('1\n2\n3')).toBeUndefined();
    expect(readDocument('{"a":1,"b":[1,2,3]}\n42\nand so on')).toMatchObject({ epilogue: '\n42\nand so on' });
  });

  it('reads documents one behind another', () => {
    expect(readDocument('{"a":1}{"a":2} [3]')).toMatchObject({ layout: 'sequence', preamble: '', epilogue: '' });
    expect(values('{\n "a":1\n}\n{\n "a":2\n}')).toEqual(['{"a":1}', '{"a":2}']);
  });

  it('keeps the text before and after verbatim', () => {
    const body = '[{"id":1,"name":"first"},{"id":2,"name":"second"}]';
    const document = readDocument(`[INFO] Found 2 rows\n${body}\nDone {ok}.\n`);
    expect(document).toMatchObject({ layout: 'single', preamble: '[INFO] Found 2 rows\n', epilogue: '\nDone {ok}.\n' });
    expect(document?.values.map(spellCompact)).toEqual([body]);
  });

  it('reads through up to three strings that hold one another, and no more', () => {
    const inner = JSON.stringify({ rows: [{ a: 'é "x"' }, { a: '\u2028' }] }, null, 2);
    const two = JSON.stringify(JSON.stringify(inner));
    expect(readDocument(two)).toMatchObject({ stringLevels: 2, inString: { layout: 2, letters: 'plain' } });
    const three = JSON.stringify(two);
    expect(readDocument(three)?.stringLevels).toBe(3);
    expect(readDocument(three)?.values).toHaveLength(1);
    expect(readDocument(JSON.stringify(three))?.inString).toBeUndefined();
    expect(readDocument(JSON.stringify(` ${JSON.stringify(inner)}`))?.inString).toBeUndefined();
    expect(readDocument(JSON.stringify(JSON.stringify(inner).replace('é', '\\u00e9')))?.inString).toBeUndefined();
  });

  it('reads through a string that holds JSON only if that string can be written again exactly', () => {
    const inner = { a: [1, 2], b: 'x' };
    for (const text of [
      JSON.stringify(inner),
      JSON.stringify(inner, null, 2),
      JSON.stringify(inner, null, '\t'),
      '{"a": [1, 2], "b": "x"}',
    ]) {
      expect(readDocument(JSON.stringify(text))?.inString).toBeDefined();
    }
    expect(readDocument(JSON.stringify('{"a":  1}'))?.inString).toBeUndefined();
    expect(values(JSON.stringify('{"a":  1}'))).toEqual([JSON.stringify('{"a":  1}')]);
  });

  it('declines truncated JSON, deep nesting and what is no JSON', () => {
    expect(readDocument('{"items":[{"a":1},{"a":2}],"next":')).toBeUndefined();
    expect(readDocument('['.repeat(10_000))).toBeUndefined();
    expect(readDocument('{"a":[1,2,3]')).toBeUndefined();
    for (const text of ['', '   ', 'hello', '[1] see the note\nabout [2]', '2024-01-01 started {x}', '12 apples'])
      expect(readDocument(text)).toBeUndefined();
  });

  it('stays linear on hostile input', () => {
    const megabyte = 1_000_000;
    for (const text of ['[', '{', '"', ' ', '[{', '{"', '[]', '\n[', '[1,\n', '{}\n'].map((piece) =>
      piece.repeat(megabyte / piece.length),
    )) {
      expect(() => readDocument(text)).not.toThrow();
    }
  });
});
