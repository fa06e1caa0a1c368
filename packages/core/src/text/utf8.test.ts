import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Length } from './utf8.ts';

it('counts the bytes that an encoder writes, lone surrogates included', () => {
  const unit = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud83d', '\ude00', '😀', 'é', '中', '\0'));
  fc.assert(
    fc.property(fc.array(unit), (parts) => {
      const text = parts.join('');
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    }),
  );
});
