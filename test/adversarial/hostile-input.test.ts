import { createHeadroom } from '@headroom/core';
import { afterAll, describe, expect, it } from 'vitest';

const megabyte = 1_000_000;
const deep = 10_000;

/** Inputs that a tool may return by accident or on purpose. */
const inputs: Readonly<Record<string, string>> = {
  'one letter': 'a'.repeat(megabyte),
  spaces: ' '.repeat(megabyte),
  'line feeds': '\n'.repeat(megabyte),
  'open brackets': '['.repeat(megabyte),
  'closed brackets': '['.repeat(megabyte / 2) + ']'.repeat(megabyte / 2),
  'open braces with keys': '{"a":'.repeat(megabyte / 5),
  quotes: '"'.repeat(megabyte),
  backslashes: `["${'\\'.repeat(megabyte)}"]`,
  'marker starts': '<<ccr:'.repeat(megabyte / 6),
  'nested arrays': `${'['.repeat(deep)}1${']'.repeat(deep)}`,
  'nested objects': `${'{"k":'.repeat(deep)}1${'}'.repeat(deep)}`,
  'nested JSON strings': nestStrings(12),
  'lone surrogates': JSON.stringify(Array.from({ length: 4000 }, (_, index) => ({ id: index, text: 'x\ud800y\udc00z' }))).replaceAll(
    '\\ud800',
    '\ud800',
  ),
  'truncated escapes': `[${'{"a":"\\u00e","b":"x\\'.repeat(20_000)}`,
  'truncated rows': JSON.stringify(Array.from({ length: 5000 }, (_, id) => ({ id, name: `n${id}` }))).slice(0, -7),
  'one long key': `[${`{"${'k'.repeat(1000)}":1},`.repeat(500)}{}]`,
  'thousands of different keys': JSON.stringify(Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`key-${index}`, index]))),
  'rows without a common key': JSON.stringify(Array.from({ length: 10_000 }, (_, index) => ({ [`k${index}`]: index }))),
  'one base64 blob': `{"data":"${'QUJD'.repeat(megabyte / 4)}"}`,
  'prototype keys': JSON.stringify(Array.from({ length: 2000 }, (_, id) => ({ id, constructor: 'c', toString: 's' }))).replaceAll(
    '"constructor"',
    '"__proto__"',
  ),
  'null characters': '\0'.repeat(megabyte),
};

function nestStrings(depth: number): string {
  let text = JSON.stringify(Array.from({ length: 4 }, (_, id) => ({ id })));
  for (let level = 0; level < depth; level++) text = JSON.stringify({ inner: text });
  return text;
}

describe.each(['reversible', 'lossless'] as const)('hostile input, %s', (mode) => {
  const headroom = createHeadroom({ mode });
  afterAll(() => headroom.close());

  it.each(Object.entries(inputs))('I6: %s neither throws nor loses anything', { timeout: 30_000 }, async (_name, text) => {
    const result = await headroom.compressText(text, { question: 'What is the value of k?' });
    expect(['compressor-failed', 'deadline']).not.toContain(result.reason);
    expect(result.tokensAfter).toBeLessThanOrEqual(result.tokensBefore);
    if (result.fidelity === 'unchanged') expect(result.text).toBe(text);
    for (const handle of result.handles) {
      expect(await headroom.store.get(handle, 'default')).toEqual({ status: 'found', text });
    }
    expect(result.fidelity === 'reversible' ? result.handles.length : 1).toBeGreaterThan(0);
  });
});
