import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RawNumber, type JsonObject, type JsonValue } from '../model.ts';
import { spellCompact } from '../spell/spell-value.ts';
import { MAXIMUM_DEPTH, scanValue } from './scanner.ts';
import { ShapeTable } from './shape-table.ts';

const scan = (text: string): JsonValue => {
  const result = scanValue(text, 0);
  if (result.status !== 'value') throw new Error(`${result.status} at ${result.at}: ${text}`);
  return result.value;
};

const accepts = (text: string): boolean => {
  const result = scanValue(text, 0);
  return result.status === 'value' && text.slice(result.end).trim() === '';
};

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('scanValue', () => {
  it('I10: keeps the spelling of numbers that JavaScript would change', () => {
    const spellings = [
      '-0',
      '1.0',
      '1e2',
      '1E+2',
      '1e400',
      '9007199254740993',
      '0.10',
      '123456789012345678901234567890',
      '-0.0',
      '1e-7',
      '5',
      '-12',
      '0.1',
    ];
    for (const spelling of spellings) {
      const value = scan(spelling);
      expect(value instanceof RawNumber ? value.source : String(value)).toBe(spelling);
      expect(value instanceof RawNumber).toBe(String(Number(spelling)) !== spelling);
    }
  });

  it('I10: keeps key order, integer-like keys and duplicate keys', () => {
    const object = scan('{"b":1,"2":2,"1":3,"b":4,"__proto__":{"constructor":5}}') as JsonObject;
    expect(object.shape.keys).toEqual(['b', '2', '1', 'b', '__proto__']);
    expect(object.values.slice(0, 4)).toEqual([1, 2, 3, 4]);
  });

  it('shares one shape between records with the same keys', () => {
    const [a, b, c] = scan('[{"x":1,"y":2},{"x" :3, "y":4},{"y":1,"x":2}]') as JsonObject[];
    expect(a?.shape).toBe(b?.shape);
    expect(a?.shape).not.toBe(c?.shape);
    const shapes = new ShapeTable();
    expect(shapes.of(['a', 'b'])).toBe(shapes.of(['a', 'b']));
  });

  it('decodes escapes exactly, lone surrogates included', () => {
    for (const text of ['"\\ud800"', '"\\u00e9\\n\\/\\\\\\""', '"a\\u0000b"', '"\\ud83d\\ude00"', '"é\\t"'])
      expect(scan(text)).toBe(JSON.parse(text));
  });

  it('tells a text that ended from one that is wrong', () => {
    for (const text of ['{"a":', '[1,', '"abc', '[tru', '{"a":1', '[-', '']) expect(scanValue(text, 0)).toMatchObject({ status: 'ended' });
    for (const text of ['{a:1}', '[1 2]', '[01]', '"\\x"', '"\n"', '[1,]', '{"a" 1}'])
      expect(scanValue(text, 0)).toMatchObject({ status: 'malformed' });
  });

  it('I6: declines deep nesting instead of overflowing', () => {
    expect(scanValue('['.repeat(100_000), 0)).toMatchObject({ status: 'too-deep' });
    expect(scanValue('{"a":'.repeat(100_000), 0)).toMatchObject({ status: 'too-deep' });
    expect(accepts('['.repeat(MAXIMUM_DEPTH) + ']'.repeat(MAXIMUM_DEPTH))).toBe(true);
  });

  it('accepts what JSON.parse accepts, with the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(JSON.parse(spellCompact(scan(text)))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('rejects what JSON.parse rejects: damaged documents', () => {
    const damage = fc.tuple(
      fc.nat(),
      fc.constantFrom('"', '\\', ',', ':', '{', '}', '[', ']', '0', '-', '.', 'e', ' ', '\n', '\u0001', 'true', '\\u12', '\ud800'),
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(damage, { minLength: 1, maxLength: 3 }), fc.boolean(), (value, damages, replace) => {
        let text = JSON.stringify(value);
        for (const [place, insert] of damages) {
          const at = place % (text.length + 1);
          text = text.slice(0, at) + insert + text.slice(replace ? at + 1 : at);
        }
        expect(accepts(text)).toBe(parses(text));
      }),
      { numRuns: 2000 },
    );
  });
});
