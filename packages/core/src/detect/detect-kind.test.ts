import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { FORM_SIGNATURE } from '../text/form-signature.ts';
import { textsOfFiles } from './__fixtures__/texts-of-files.ts';
import { textsOfRecords } from './__fixtures__/texts-of-records.ts';
import { textsOfTools } from './__fixtures__/texts-of-tools.ts';
import { detectKind } from './detect-kind.ts';

const cases = [...textsOfRecords, ...textsOfFiles, ...textsOfTools];

describe('detectKind', () => {
  it.each(cases)('%s', (_, kind, text) => {
    const detection = detectKind(text);
    expect(detection.kind, detection.evidence).toBe(kind);
    expect(detection.confidence).toBeGreaterThanOrEqual(0);
    expect(detection.confidence).toBeLessThanOrEqual(1);
  });

  it('takes the signature of a form for one only where it is the whole first line', () => {
    expect(detectKind(FORM_SIGNATURE).kind).toBe('form');
    expect(detectKind(`${FORM_SIGNATURE}x`).kind).not.toBe('form');
    expect(detectKind(`x\n${FORM_SIGNATURE}\n1`).kind).not.toBe('form');
  });

  it('I4: tells the same of the same text', () => {
    for (const [, , text] of cases) expect(detectKind(text)).toEqual(detectKind(text));
  });

  it('takes every valid object or array for JSON, however it is laid out', () => {
    fc.assert(
      fc.property(fc.oneof(fc.object(), fc.array(fc.jsonValue())), fc.constantFrom(0, 1, 2, '\t'), (value, indent) => {
        expect(['json', 'search']).toContain(detectKind(JSON.stringify(value, null, indent)).kind);
      }),
      { numRuns: 300 },
    );
  });

  it('I6: never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(detectKind(text).kind).toBeTypeOf('string');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    'a',
    ' ',
    '[',
    '{',
    '"',
    '\\',
    '`',
    '```\n',
    '~~~\n',
    '<',
    '<a ',
    '- ',
    '\n',
    '\t',
    '1:',
    '[{"":',
    '|',
    ',',
    '\u001b[',
    '\ud800',
    '|-',
    '+',
    '@@ ',
  ])('I6: 1 MB of %j is told apart in bounded time', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    expect(() => detectKind(text)).not.toThrow();
  });
});
