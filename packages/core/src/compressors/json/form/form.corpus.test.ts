import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from '@toon-format/toon';
import { describe, expect, it } from 'vitest';
import { loadTokenCounter } from '../../../tokens/load-token-counter.ts';
import type { JsonDocument } from '../scan/document.ts';
import { smallestLossless } from '../lossless-text.ts';
import { readDocument } from '../scan/read-document.ts';
import { spellCompact } from '../spell/spell-value.ts';
import { decodeForm } from './decode-form.ts';
import { renderForm } from './render-form.ts';

/** The development corpus stands beside the repository; where it does not, there is nothing to read. */
const payloads = fileURLToPath(new URL('../../../../../../../shared/corpus/payloads', import.meta.url));
const MAXIMUM_CHARACTERS = 1_000_000;

/** The defaults of the engine: smaller texts, and those of which any rewrite saves less, pass as they came (I5). */
const MINIMUM_TOKENS = 200;
const MINIMUM_SAVING = 0.02;

const documents: { readonly path: string; readonly text: string; readonly document: JsonDocument }[] = [];
if (existsSync(payloads)) {
  for (const entry of readdirSync(payloads, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'manifest.json' || entry.name === 'probes.json') continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    const document = text.length < MAXIMUM_CHARACTERS ? readDocument(text) : undefined;
    if (document !== undefined) documents.push({ path: path.slice(payloads.length + 1), text, document });
  }
}

describe.skipIf(documents.length === 0)('the form of the corpus', () => {
  it('I10: decodes back to an equal value', () => {
    for (const { path, document } of documents) {
      const back = decodeForm(renderForm(document).text);
      expect(back.values.map(spellCompact), path).toEqual(document.values.map(spellCompact));
      expect([back.layout, back.preamble, back.epilogue, back.inString], path).toEqual([
        document.layout,
        document.preamble,
        document.epilogue,
        document.inString,
      ]);
    }
  });

  it('I5: the smallest lossless text is never bigger than compact JSON or TOON', async () => {
    const counter = await loadTokenCounter('o200k_base');
    const count = (text: string): number => counter.count(text);
    for (const { path, text, document } of documents) {
      const compact = document.preamble + document.values.map(spellCompact).join('\n') + document.epilogue;
      const toon =
        document.preamble + document.values.map((value) => encode(JSON.parse(spellCompact(value)))).join('\n') + document.epilogue;
      const before = count(text);
      const least = Math.min(count(compact), count(toon));
      if (before < MINIMUM_TOKENS || least > before * (1 - MINIMUM_SAVING)) continue;
      expect(smallestLossless(document, text, count)?.tokens ?? before, path).toBeLessThanOrEqual(least);
    }
  });
});
