import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { splitFences } from './fences.ts';

describe('splitFences', () => {
  it('tells fenced parts from what stands between them', () => {
    const parts = splitFences('Before\n```json title="x"\n[1]\n```\nbetween\n  ~~~\nplain\n  ~~~\nafter');
    expect(parts.map((part) => (part.part === 'fenced' ? [part.language, part.body] : part.raw))).toEqual([
      'Before\n',
      ['json', '[1]\n'],
      'between\n',
      ['', 'plain\n'],
      'after',
    ]);
  });

  it('keeps a longer fence open until one as long closes it', () => {
    const text = '````md\n```js\na\n```\n````\n';
    const [part] = splitFences(text);
    expect(part).toMatchObject({ part: 'fenced', body: '```js\na\n```\n', close: '````\n', raw: text });
  });

  it('lets an unclosed fence run to the end without a closer of its own', () => {
    expect(splitFences('a\n```ts\nb\n').at(-1)).toEqual({
      part: 'fenced',
      raw: '```ts\nb\n',
      open: '```ts\n',
      body: 'b\n',
      close: '',
      language: 'ts',
    });
  });

  it('takes neither inline code nor an underlined title for a fence', () => {
    expect(splitFences('```a``` is code\nTitle\n~~~~~~~~\n').map((part) => part.part)).toEqual(['plain']);
  });

  it('takes no signs for a fence that stand behind others, or too deep', () => {
    const deep = ' '.repeat(40);
    expect(splitFences('a ```\n> ~~~\n`~~~\n').map((part) => part.part)).toEqual(['plain']);
    expect(splitFences(`${deep} \`\`\`\n`).map((part) => part.part)).toEqual(['plain']);
    expect(splitFences(`${deep}\`\`\`\nb\n${deep} \`\`\`\n`)).toMatchObject([{ part: 'fenced', body: `b\n${deep} \`\`\`\n`, close: '' }]);
  });

  it('restores every text byte for byte', () => {
    const line = fc.constantFrom('```', '```json', '~~~', '````', ' ```', 'text', '', '```a`', '[1]', '\t~~~ x');
    const end = fc.constantFrom('\n', '\r\n', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end), { maxLength: 30 }), (lines) => {
        const text = lines.flat().join('');
        const parts = splitFences(text);
        expect(parts.map((part) => part.raw).join('')).toBe(text);
        for (const part of parts) if (part.part === 'fenced') expect(part.open + part.body + part.close).toBe(part.raw);
      }),
      { numRuns: 500 },
    );
  });
});
