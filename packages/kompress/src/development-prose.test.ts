import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { detectKind } from '@headroom/core';
import { afterAll, describe, expect, it } from 'vitest';
import { findViolations } from './__fixtures__/critical-words.ts';
import { createKompress } from './create-kompress.ts';
import { resolveKompressOptions } from './kompress-options.ts';
import { contextFor, openEmptyScorer, payloadOf } from './test-support.ts';

const folder = fileURLToPath(new URL('../../../../shared/corpus/payloads/prose/', import.meta.url));
const present = existsSync(folder);
if (!present) console.log('kompress: ../shared is absent, the rules are not checked on the development prose');

const payloads = (present ? readdirSync(folder) : [])
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  .filter(({ text }) => ['prose', 'mixed'].includes(detectKind(text).kind));

describe('the development prose, with a model that wants nothing to stay', () => {
  const compressor = createKompress(resolveKompressOptions({ sentences: 'all' }), openEmptyScorer);

  const checkedWords = new Map<string, number>();
  afterAll(() => {
    const counts = [...checkedWords].map(([sort, count]) => `${count} ${sort}`);
    if (present) console.log(`kompress: of these none is lost unless a test above fails: ${counts.join(', ')}`);
  });

  it.skipIf(!present)('is there and shrinks', async () => {
    expect(payloads.length).toBeGreaterThan(10);
    let [before, after] = [0, 0];
    for (const { text } of payloads) {
      before += text.length;
      after += (await compressor.compress(payloadOf(text), contextFor(text)))?.text.length ?? text.length;
    }
    expect(after).toBeLessThan(before * 0.9);
  });

  it.each(payloads)(
    '$name keeps every negation, modal, condition, number, name, identifier, address, quotation and bracket',
    async ({ text }) => {
      const shown = (await compressor.compress(payloadOf(text), contextFor(text)))?.text ?? text;
      const { checked, violations } = findViolations(text, shown);
      for (const [sort, count] of checked) checkedWords.set(sort, (checkedWords.get(sort) ?? 0) + count);
      expect(violations).toEqual([]);
    },
  );
});
