import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonExtent, readJsonPrefix } from './json-prefix.ts';

const documents = fc
  .tuple(fc.oneof(fc.object(), fc.array(fc.jsonValue())), fc.constantFrom(undefined, 2, '\t'))
  .map(([value, indent]) => JSON.stringify(value, null, indent));

describe('readJsonPrefix', () => {
  it('reads a whole document to its end, whatever follows', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('', ' ', '\nmore', '{', ']'), (text, rest) => {
        expect(readJsonPrefix(text + rest, 0, 1_000_000)).toMatchObject({ status: 'complete', end: text.length });
        expect(jsonExtent(text + rest, 0)).toBe(text.length);
      }),
    );
  });

  it('takes a document that was cut off anywhere for an open one', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (text, at) => {
        const cut = text.slice(0, 1 + (at % (text.length - 1)));
        expect(readJsonPrefix(cut, 0, 1_000_000).status, cut).toBe('open');
      }),
    );
  });

  it.each([
    '{a:1}',
    "{'a':1}",
    '[1 2]',
    '[1,]',
    '{"a" 1}',
    '{"a":}',
    '[}',
    '{"a":1,}',
    '[01]',
    '["a\nb"]',
    '[INFO] x',
    '[1.2.3]',
    '{"a":tru}',
  ])('finds %j broken', (text) => {
    expect(readJsonPrefix(text, 0, 1_000).status).toBe('broken');
  });
});
