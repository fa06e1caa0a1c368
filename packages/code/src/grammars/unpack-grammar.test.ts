import { describe, expect, it } from 'vitest';
import { allLanguages } from '../languages/find-language.ts';
import { unpackGrammar } from './unpack-grammar.ts';

describe('unpacking a grammar', () => {
  it.each(allLanguages())('gives the whole module of $name, in one piece of memory that nothing else uses', async ({ grammar }) => {
    const bytes = await unpackGrammar(grammar);
    expect(WebAssembly.validate(bytes)).toBe(true);
    expect(bytes.byteOffset).toBe(0);
    // Pieces that were joined would fill their memory to the last byte.
    expect(bytes.buffer.byteLength).toBe(Math.max(bytes.byteLength + 1, 65_536));
  });
});
