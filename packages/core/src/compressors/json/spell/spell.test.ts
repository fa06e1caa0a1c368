import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Excerpt, Gap, type JsonValue } from '../model.ts';
import { scanValue } from '../scan/scanner.ts';
import { recogniseSpelling } from './recognise-spelling.ts';
import { spellCompact, spellExactly } from './spell-value.ts';
import type { Spelling } from './spelling.ts';

const scan = (text: string): JsonValue => {
  const result = scanValue(text, 0);
  if (result.status !== 'value') throw new Error(result.status);
  return result.value;
};

describe('spellCompact', () => {
  it('I10: keeps numbers, duplicate keys and key order', () => {
    const text = '{"b":1.0,"1":-0,"b":[1e400,9007199254740993,null,true,""],"__proto__":{}}';
    expect(spellCompact(scan(text))).toBe(text);
  });

  it('I12: spells what looks like our marks so that it has no power, and decodes back', () => {
    const text = JSON.stringify({ _ccr_dropped: 'see <<ccr:0123 x>> and <<CCR:', plain: '<< ccr', '<<ccr:': 1 });
    const spelled = spellCompact(scan(text));
    expect(spelled).not.toMatch(/<<ccr:|_ccr_dropped/i);
    expect(JSON.parse(spelled)).toEqual(JSON.parse(text));
  });

  it('I11: tells gaps and cuts in their place', () => {
    const value = [1, new Gap(12, 'rows', ['id 4..15']), new Excerpt(['abc', 400, 'xyz'])] as unknown as JsonValue;
    expect(spellCompact(value)).toBe('[1,"…12 rows left out: id 4..15","abc…400 characters left out…xyz"]');
  });

  it('I11: says of facts about all gaps of a list that they are not about the one where they stand', () => {
    const gap = new Gap(1, 'rows', ['color blue×308 red×178'], 486) as unknown as JsonValue;
    expect(spellCompact([gap])).toBe('["…1 row left out; all 486 left out: color blue×308 red×178"]');
  });

  it('I11: tells texts of the payload that read like gaps and cuts from our own, and decodes back', () => {
    const own = [new Gap(3, 'items'), new Excerpt(['abc', 12, 'see …7 rows left out'])] as unknown as JsonValue[];
    const data = ['…3 items left out', 'abc…12 characters left out…xyz', 'see …7 rows left out', 'and …'];
    const spelled = spellCompact([...data, ...own]);
    expect(spelled).toContain(',"…3 items left out","abc…12 characters left out…see \\u20267 rows left out"]');
    expect(spelled.match(/…\d+ [a-z]+ left out/g)).toHaveLength(2);
    expect(JSON.parse(spelled).slice(0, 4)).toEqual(data);
  });
});

describe('recogniseSpelling', () => {
  it('finds the spelling of common serialisers, and only an exact one', () => {
    const anyLetters = fc.constantFrom<Spelling['letters']>('plain', 'ascii');
    const anyLayout = fc.constantFrom<Spelling['layout']>('compact', 'spaced', 'tab', 1, 2, 4);
    fc.assert(
      fc.property(fc.jsonValue(), anyLayout, anyLetters, (native, layout, letters) => {
        const value = scan(JSON.stringify(native));
        const text = spellExactly(value, { layout, letters });
        const found = recogniseSpelling(text, value);
        if (found !== undefined) expect(spellExactly(value, found)).toBe(text);
        else expect(text).toMatch(/\\u|^["\d-]/);
      }),
    );
    expect(recogniseSpelling('{"a":  1}', scan('{"a":  1}'))).toBeUndefined();
    for (const indent of [undefined, 1, 2, 4, '\t']) {
      const text = JSON.stringify({ a: [1, { b: 'x' }], c: {}, d: [] }, null, indent);
      expect(recogniseSpelling(text, scan(text))).toBeDefined();
    }
  });
});
