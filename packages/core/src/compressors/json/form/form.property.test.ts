import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORM_SIGNATURE } from '../../../text/form-signature.ts';
import type { JsonDocument } from '../scan/document.ts';
import { readDocument } from '../scan/read-document.ts';
import { spellCompact } from '../spell/spell-value.ts';
import { echoTexts, jsonTexts, seriesTexts, serviceTexts } from './__fixtures__/generated-documents.ts';
import { decodeForm } from './decode-form.ts';
import { renderForm, type RenderedForm } from './render-form.ts';

function expectRoundTrip(text: string): void {
  const document = readDocument(text);
  if (document === undefined) throw new Error(`no document: ${text}`);
  for (const style of ['folded', 'plain'] as const) expectBack(document, renderForm(document, style));
}

function expectBack(document: JsonDocument, form: RenderedForm): void {
  expect(form.text.startsWith(`${FORM_SIGNATURE}\n`)).toBe(true);
  const back = decodeForm(form.text);
  expect(back.values.map(spellCompact)).toEqual(document.values.map(spellCompact));
  expect([back.layout, back.preamble, back.epilogue, back.inString]).toEqual([
    document.layout,
    document.preamble,
    document.epilogue,
    document.inString,
  ]);
  expect(form.text).not.toMatch(/<<ccr:|_ccr_dropped/i);
  if (document.preamble + document.epilogue === '')
    expect(form.text, 'what only reads like an absence').not.toMatch(/…\d+ [a-z]+ left out/);
}

describe('the form of generated documents', () => {
  it('I10: decodes back to an equal value', () => {
    fc.assert(fc.property(jsonTexts, expectRoundTrip), { numRuns: 250 });
  });

  it('I10: decodes time series back', () => {
    fc.assert(fc.property(seriesTexts, expectRoundTrip), { numRuns: 100 });
  });

  it('I10: decodes echoes of lines back', () => {
    fc.assert(fc.property(echoTexts, expectRoundTrip), { numRuns: 120 });
  });

  it('I10: decodes references, templates and maps of services back', () => {
    fc.assert(fc.property(serviceTexts, expectRoundTrip), { numRuns: 120 });
  });

  it('I10: decodes several documents and surrounding text back', () => {
    const containers = jsonTexts.filter((text) => /^[[{]/.test(text));
    fc.assert(
      fc.property(
        fc.array(containers, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '', ' '),
        fc.constantFrom('', 'Result:\n', '<<ccr:12> x\n'),
        fc.constantFrom('', '\nDone.'),
        (texts, separator, before, after) => {
          const text = before + texts.join(separator) + after;
          if (readDocument(text) !== undefined) expectRoundTrip(text);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('I4: renders the same text for the same document', () => {
    fc.assert(
      fc.property(jsonTexts, (text) => {
        const [first, second] = [readDocument(text), readDocument(text)];
        if (first !== undefined && second !== undefined) expect(renderForm(first)).toEqual(renderForm(second));
      }),
      { numRuns: 30 },
    );
  });
});
