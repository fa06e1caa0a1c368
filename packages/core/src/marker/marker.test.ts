import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeadroomError } from '../errors/headroom-error.ts';
import { countFact, offloadedFact, sanitiseFact } from './facts.ts';
import { parseMarkers } from './parse-markers.ts';
import { readHandle } from './read-handle.ts';
import { writeBlobMarker, writeDroppedElement, writeMarker } from './write-marker.ts';

const handle = '0123456789abcdef01234567';
const other = 'fedcba987654321001234567';
const anyText = fc.string({ unit: 'binary' });
const anyHandle = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 24, maxLength: 24 });

describe('writeMarker', () => {
  it('writes handle and facts in one grammar', () => {
    expect(writeMarker({ handle, facts: [offloadedFact(37, 'lines'), countFact(12, 'INFO')] })).toBe(
      `<<ccr:${handle} 37_lines_offloaded 12×INFO>>`,
    );
    expect(writeMarker({ handle })).toBe(`<<ccr:${handle}>>`);
  });

  it('I2: refuses to mint a marker without a handle', () => {
    for (const wrong of ['', 'abc', handle.toUpperCase(), `${handle}0`, `${handle}\n`]) {
      expect(() => writeMarker({ handle: wrong })).toThrow(HeadroomError);
      expect(() => writeBlobMarker({ handle: wrong, format: 'base64', bytes: 1 })).toThrow(HeadroomError);
    }
  });

  it('is read back whatever the facts and the text around it', () => {
    fc.assert(
      fc.property(anyHandle, fc.array(anyText, { maxLength: 5 }), fc.string(), fc.string(), (hash, facts, before, after) => {
        fc.pre(parseMarkers(before).length === 0 && parseMarkers(after).length === 0);
        const marker = writeMarker({ handle: hash, facts });
        const text = before + marker + after;
        const [found, ...more] = parseMarkers(text);
        expect(more).toEqual([]);
        expect(found).toMatchObject({ handle: hash, facts: facts.map(sanitiseFact).filter((fact) => fact !== '') });
        expect(text.slice(found?.start, found?.end)).toBe(marker);
      }),
    );
  });

  it('stands in a JSON string without an escape', () => {
    fc.assert(
      fc.property(anyHandle, fc.array(anyText, { maxLength: 4 }), (hash, facts) => {
        const marker = writeMarker({ handle: hash, facts });
        expect(JSON.stringify(marker)).toBe(`"${marker}"`);
        expect(writeDroppedElement(marker)).toBe(`{"_ccr_dropped":"${marker}"}`);
      }),
    );
  });
});

describe('sanitiseFact', () => {
  it('gives one short word that can close nothing, and the same word again', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.string({ unit: fc.constantFrom('<', '>', ' ', '"', '\\', '😀', '\ud800', 'a', '\u202e'), maxLength: 400 })),
        (fact) => {
          const word = sanitiseFact(fact);
          expect(word).not.toMatch(/[\s<>"\\\u0000-\u001f\u202e]/);
          expect(word.isWellFormed()).toBe(true);
          expect([...word].length).toBeLessThanOrEqual(80);
          expect(sanitiseFact(word)).toBe(word);
        },
      ),
    );
  });

  it('keeps what facts are made of', () => {
    for (const fact of ['12×INFO', 'id_4..93', '_id', 'price=1,5', 'naïve', '日本', '😀']) expect(sanitiseFact(fact)).toBe(fact);
    expect(sanitiseFact(' id 4..93\n')).toBe('id_4..93');
    expect(sanitiseFact('x'.repeat(1_000_000))).toBe(`${'x'.repeat(79)}…`);
  });
});

describe('parseMarkers', () => {
  it('reads blobs and upper case', () => {
    expect(parseMarkers(`a <<ccr:${handle.toUpperCase()},base64,4.5KB>> b`)).toEqual([
      { handle, facts: [], blob: { format: 'base64', size: '4.5KB' }, start: 2, end: 47 },
    ]);
    expect(parseMarkers(`<<CCR:${handle}>>`)).toEqual([{ handle, facts: [], start: 0, end: 32 }]);
    for (const [bytes, size] of [
      [0, '0B'],
      [1023, '1023B'],
      [1024, '1KB'],
      [4608, '4.5KB'],
      [1_258_291, '1.2MB'],
      [2 ** 31, '2GB'],
    ] as const) {
      expect(parseMarkers(writeBlobMarker({ handle, format: 'Base64, >>', bytes }))[0]?.blob).toEqual({ format: 'base64', size });
    }
  });

  it('reads no marker where there is none', () => {
    const torn = [
      '<<ccr:>>',
      '<<ccr:0123>>',
      `<<ccr:${handle}`,
      `<<ccr:${handle}>`,
      `<<ccr:${handle}0>>`,
      `<<ccr: ${handle}>>`,
      `<<ccr~:${handle}>>`,
      `<ccr:${handle}>>`,
      `<<ccr:${handle},base64>>`,
      `<<ccr:${handle},a,b,c>>`,
      `<<ccr:${handle},,>>`,
      `<<ccr:${handle} a\nb>>`,
      `<<ccr:${handle} ","x":">>`,
      `<<ccr:${handle} <b>>>`,
    ];
    for (const text of torn) expect(parseMarkers(text)).toEqual([]);
  });

  it('finds a marker behind a torn one', () => {
    expect(parseMarkers(`<<ccr:${other} lost <<ccr:${handle}>> <<<ccr:${other}>>>`).map((marker) => marker.handle)).toEqual([
      handle,
      other,
    ]);
  });

  it('is linear on hostile text', () => {
    for (const piece of ['<', '<<ccr:', `<<ccr:${handle} `, `<<ccr:${handle},`, `<<ccr:${handle}>`, `<<ccr:${handle} a`]) {
      const text = piece.repeat(2_000_000 / piece.length);
      expect(parseMarkers(text)).toEqual([]);
    }
    expect(parseMarkers(`<<ccr:${handle} ${'a'.repeat(2_000_000)}`)).toEqual([]);
  });
});

describe('readHandle', () => {
  it('forgives what models write', () => {
    const spellings = [
      handle,
      ` ${handle}\n`,
      handle.toUpperCase(),
      `"${handle}"`,
      `'${handle}'`,
      `\`${handle}\``,
      `ccr:${handle}`,
      `CCR:${handle}`,
      `hash=${handle}`,
      `hash: "${handle}"`,
      `<<ccr:${handle} 20_rows_offloaded>>`,
      `<<ccr:${handle},base64,4.5KB>>`,
      `<<ccr:${handle}`,
      `ccr:${handle}>>`,
      `{"hash":"${handle}"}`,
      `cat ccr:${handle}`,
      `{"_ccr_dropped":"<<ccr:${handle} 20_rows_offloaded>>"}`,
      `<<ccr~:${handle}>>`,
      `${handle} ${handle.toUpperCase()}`,
    ];
    for (const spelling of spellings) expect(readHandle(spelling), spelling).toBe(handle);
  });

  it('takes the handle of a whole marker, not digits in its facts', () => {
    expect(readHandle(`<<ccr:${handle} commit_x ${other}>>`)).toBe(handle);
  });

  it('does not guess', () => {
    const none = [
      '',
      'the log',
      handle.slice(1),
      `${handle}0`,
      `x${handle}`,
      `${handle}é`,
      `${handle} ${other}`,
      `<<ccr:${handle}>> <<ccr:${other}>>`,
      'a'.repeat(40),
    ];
    for (const input of none) expect(readHandle(input), input).toBeUndefined();
  });

  it('is linear and never throws', () => {
    fc.assert(fc.property(anyText, (text) => void readHandle(text)));
    expect(() => readHandle(`${handle} `.repeat(40_000))).not.toThrow();
  });
});
