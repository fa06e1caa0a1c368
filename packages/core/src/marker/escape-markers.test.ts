import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkers, holdsMarkerGrammar, unescapeMarkers } from './escape-markers.ts';
import { parseMarkers } from './parse-markers.ts';
import { writeMarker } from './write-marker.ts';

const handle = '0123456789abcdef01234567';
const foreign = 'fedcba987654321001234567';

/** Texts made of the pieces that could go wrong, and any others. */
const pieces = fc.constantFrom(
  '<<ccr',
  '<<CCR',
  '<',
  '~',
  ':',
  '_ccr',
  '_dropped',
  '_CCR_dropped',
  '>>',
  ' ',
  ',',
  'base64',
  handle,
  foreign,
  '"',
  '\\u003c',
  '\\',
  '\n',
  '\ud800',
  `<<ccr:${handle} 3_rows_offloaded>>`,
  `<<ccr:${foreign}>>`,
  `<<ccr:${handle} _ccr~_dropped>>`,
  '{"_ccr_dropped":"',
);
const texts = fc.oneof(
  fc.array(fc.oneof({ weight: 5, arbitrary: pieces }, fc.string({ maxLength: 3 })), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

describe('escapeMarkers', () => {
  it('I12: leaves no marker and no key in force, in any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const escaped = escapeMarkers(text);
        expect(parseMarkers(escaped)).toEqual([]);
        expect(escaped.toLowerCase()).not.toContain('_ccr_dropped');
      }),
      { numRuns: 2_000 },
    );
  });

  it('is undone exactly, whatever the text, and however often it was applied', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(unescapeMarkers(escapeMarkers(text))).toBe(text);
        expect(unescapeMarkers(unescapeMarkers(escapeMarkers(escapeMarkers(text))))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps our own markers in force, and is undone exactly all the same', () => {
    const isOurs = (candidate: string) => candidate === handle;
    fc.assert(
      fc.property(texts, (text) => {
        const escaped = escapeMarkers(text, { isOurs });
        const ours = parseMarkers(text).filter((marker) => isOurs(marker.handle));
        expect(parseMarkers(escaped).map((marker) => marker.handle)).toEqual(ours.map((marker) => marker.handle));
        expect(unescapeMarkers(escaped)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps JSON JSON, and the same value once undone', () => {
    fc.assert(
      fc.property(fc.dictionary(texts, fc.oneof(texts, fc.array(texts))), (value) => {
        const json = JSON.stringify(value);
        expect(() => JSON.parse(escapeMarkers(json)) as unknown).not.toThrow();
        expect(JSON.parse(unescapeMarkers(escapeMarkers(json)))).toEqual(JSON.parse(json));
      }),
    );
  });

  it('changes nothing else and costs one character a place', () => {
    const marker = writeMarker({ handle, facts: ['2_rows_offloaded'] });
    expect(escapeMarkers(`see {"_ccr_dropped":"${marker}"}`)).toBe(`see {"_ccr~_dropped":"<<ccr~:${marker.slice(6)}"}`);
    expect(escapeMarkers('a << b, ccr: c, _dropped')).toBe('a << b, ccr: c, _dropped');
  });

  it('knows when there is something to escape', () => {
    fc.assert(fc.property(texts, (text) => void expect(holdsMarkerGrammar(text)).toBe(escapeMarkers(text) !== text)));
  });

  it('is linear on hostile text', () => {
    for (const piece of ['<<ccr~', '_ccr~', '~', '<<ccr:', '_ccr_dropped', `<<ccr:${handle} `]) {
      const text = piece.repeat(1_000_000 / piece.length);
      expect(unescapeMarkers(escapeMarkers(text))).toBe(text);
    }
    expect(escapeMarkers(`<<ccr${'~'.repeat(1_000_000)}`)).toContain('~');
  });
});
