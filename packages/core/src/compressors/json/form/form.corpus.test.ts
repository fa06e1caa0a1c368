import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from '@toon-format/toon';
import { describe, expect, it } from 'vitest';
import { loadTokenCounter } from '../../../tokens/load-token-counter.ts';
import type { JsonDocument } from '../scan/document.ts';
import { readDocument } from '../scan/read-document.ts';
import { spellCompact } from '../spell/spell-value.ts';
import { decodeForm } from './decode-form.ts';
import { renderForm } from './render-form.ts';

/** The development corpus stands beside the repository; where it does not, there is nothing to read. */
const payloads = fileURLToPath(new URL('../../../../../../../shared/corpus/payloads', import.meta.url));
const MAXIMUM_CHARACTERS = 1_000_000;

/** A text that no form shortens passes as it came: a difference within this many tokens is the brackets that TOON leaves out. */
const BRACKETS = 4;

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

  it('I5: the smaller of form and compact JSON is never bigger than TOON', async () => {
    const counter = await loadTokenCounter('o200k_base');
    for (const { path, document } of documents) {
      const compact = document.preamble + document.values.map(spellCompact).join('\n') + document.epilogue;
      const ours = Math.min(counter.count(compact), counter.count(renderForm(document).text));
      const toon =
        document.preamble + document.values.map((value) => encode(JSON.parse(spellCompact(value)))).join('\n') + document.epilogue;
      expect(ours, path).toBeLessThanOrEqual(counter.count(toon) + BRACKETS);
    }
  });
});
