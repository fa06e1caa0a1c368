import { describe, expect, it } from 'vitest';
import { FORM_SIGNATURE } from '../../../text/form-signature.ts';
import { Excerpt, Gap, JsonObject, type JsonValue } from '../model.ts';
import { readDocument } from '../scan/read-document.ts';
import { spellCompact } from '../spell/spell-value.ts';
import { decodeForm } from './decode-form.ts';
import { renderForm } from './render-form.ts';

/** The form without its first line, after it has been decoded back. */
function form(value: unknown): string {
  return formOf(typeof value === 'string' ? value : JSON.stringify(value));
}

function formOf(text: string): string {
  const document = readDocument(text);
  if (document === undefined) throw new Error('no document');
  const rendered = renderForm(document);
  expect(decodeForm(rendered.text).values.map(spellCompact)).toEqual(document.values.map(spellCompact));
  expect(rendered.text.startsWith(`${FORM_SIGNATURE}\n`)).toBe(true);
  return rendered.text.slice(FORM_SIGNATURE.length + 1).replace(/^signs .*\n/, '');
}

const rows = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const names = ['ada', 'grace', 'linus', 'barbara', 'edsger', 'donald', 'alan', 'tony'];

describe('the form', () => {
  it('explains the signs that it uses, and none for plain tables', () => {
    const text = (value: unknown): string =>
      renderForm(readDocument(JSON.stringify(value)) as NonNullable<ReturnType<typeof readDocument>>).text;
    expect(
      text([
        { id: 1, name: 'ada' },
        { id: 2, name: 'grace' },
      ]),
    ).not.toContain('signs');
    const closed = rows(8, (index) => ({ id: index, state: index === 3 ? 'open' : 'closed' }));
    expect(text(closed).split('\n')[1]).toBe('signs T(a,b;c) heads rows of T: cells a,b in order, then ;c:value; ~v: v unless stated');
  });

  it('writes records of a list under one header, with their count', () => {
    expect(
      form([
        { id: 1, name: 'ada' },
        { id: 2, name: 'grace' },
        { id: 4, name: 'linus' },
      ]),
    ).toBe('record(id,name)\n\n[3 rows of record\n1,ada\n2,grace\n4,linus\n]');
  });

  it('writes a single record as it is', () => {
    expect(form({ total: 3, note: 'a, b', 'x.y': null, tags: [] })).toBe('\n{total:3,note:"a, b",x.y:null,tags:[]}');
  });

  it('tells constants in the header, in the order of the keys', () => {
    const text = form(rows(6, (index) => ({ id: index * 7, kind: 'User', name: names[index], admin: false })));
    expect(text).toContain('record(id,+1,name;kind=User,admin=false)');
  });

  it('states rare values by name and leaves usual ones out', () => {
    const text = form(rows(8, (index) => ({ id: index * 7, state: index === 3 ? 'open' : 'closed', name: names[index] })));
    expect(text).toContain('record(id,+1,name;state~closed)');
    expect(text).toContain('\n21,linus;state:open\n'.replace('linus', names[3] as string));
  });

  it('I10: closes what ends together in one line', () => {
    const long = { first: 'x'.repeat(170), inner: { second: 'y'.repeat(170), third: 3 } };
    expect(form(long)).toBe(`\n{\nfirst:${'x'.repeat(170)}\ninner:{\nsecond:${'y'.repeat(170)}\nthird:3\n}}`);
  });

  it('I10: tells null, missing, "", "1" and 1 apart', () => {
    const text = form('[{"a":1,"b":null},{"a":"1"},{"a":"","b":"null"},{"a":"missing","b":1.0}]');
    expect(text).toBe('record(a,b)\n\n[4 rows of record\n1,null\n"1"\n"","null"\n"missing",1.0\n]');
  });

  it('flattens nested records into columns', () => {
    expect(form(rows(3, (index) => ({ id: index, at: { line: index * 5, column: index + 3 } })))).toContain('record(id,at.line,at.column)');
  });

  it('tells repeated records once, by a name', () => {
    const users = names.slice(0, 2).map((login, index) => ({
      login,
      id: index + 70,
      bio: `${['This one', 'Another'][index]} likes to count things and to write about it`,
    }));
    const text = form(rows(8, (index) => ({ number: index * 3, user: users[index % 2] })));
    expect(text).toContain('records by login [2 rows\nada,70,');
    expect(text).toContain('record(number,user:@user)');
    expect(text).toContain('\n9,grace\n');
  });

  it('makes addresses of other fields, and leaves every other text whole in its row', () => {
    const text = form(
      rows(6, (index) => ({
        number: index * 13 + 2,
        url: `https://example.org/items/${index * 13 + 2}/parts`,
        page: `${index * 13 + 2}.html?from=list`,
      })),
    );
    expect(text).toContain('record(number,+1,page;url=https://example.org/items/{number}/parts)');
    expect(text).toContain('\n15,15.html?from=list\n');
  });

  it('makes a text of another one with a different beginning', () => {
    const text = form(
      rows(6, (index) => ({
        a: index,
        image: `http://cdn.example.org/${names[index]}/x.png`,
        image_https: `https://cdn.example.org/${names[index]}/x.png`,
      })),
    );
    expect(text).toMatch(
      /image=https\{image_https after http\w?\}|image_https=https\{image after http\}|image=http\{image_https after https\}/,
    );
  });

  it('takes shared addresses out of cells, at joints only', () => {
    const text = form(rows(6, (index) => ({ n: index, url: `https://builds.example.org/job/${names[index]}` })));
    expect(text).toContain('url=https://builds.example.org/job/*');
    expect(text).toContain('\n0,ada\n');
  });

  it('looks up what another column decides', () => {
    const rules = [
      ['no-var', 'Unexpected var, use let instead.'],
      ['eqeqeq', 'Expected three equals signs here.'],
      ['max-len', 'This line is far too long.'],
    ] as const;
    const text = form(rows(24, (index) => ({ rule: rules[index % 3]?.[0], message: rules[index % 3]?.[1], line: index * index })));
    expect(text).toContain('by rule(message) [3 rows\nno-var,"Unexpected var, use let instead."\n');
    expect(text).toContain('\neqeqeq,1\n');
  });

  it('writes maps of records with their keys', () => {
    const text = form(Object.fromEntries(names.map((name, index) => [`src/${name}: x`, { lines: index * 3, path: `src/${name}: x` }])));
    expect(text).toContain('{8 rows of record\n"src/ada: x": 0\n');
    expect(text).toContain('path={:key}');
  });

  it('leaves steps of a time series unsaid where all else is usual', () => {
    const text = form(
      rows(40, (index) => ({ week: 1_331_424_000 + index * 604_800, added: index === 20 ? 5 : 0, removed: index === 20 ? 2 : 0 })),
    );
    expect(text).toContain('week+=604800');
    expect(text).toContain('[40 rows of record\n1331424000\n1343520000,5,2\n]');
  });

  it('tells texts by the lines of another text of the record', () => {
    const lines = [
      'A first paragraph that is long enough to be told once.',
      'A second one, which also says quite a lot.',
      'And the end of it all.',
    ];
    const text = form(
      rows(3, (index) => ({
        id: index,
        html: [...lines, `${index}`].map((line) => `<p>${line}</p>`).join('\n'),
        body: [...lines, `Number ${index}`].join('\r\n'),
      })),
    );
    expect(text).toContain('body:@html untagged crlf`@1-3\nNumber 2`');
  });

  it('writes texts with quotes and lines raw', () => {
    expect(form({ a: 'say "hi"\nthere', b: '`x`', d: 'a\n`b`', c: 'tab\u0001' })).toBe(
      '\n{\na:`say "hi"\nthere`\nb:"`x`"\nd:`` a\n`b` ``\nc:"tab\\u0001"\n}',
    );
  });

  it('writes odd records between the rows as they are', () => {
    const text = form('[{"a":1,"b":2},{"a":3,"b":4},{"b":5,"a":6},{"a":7,"b":8},null,{"a":9,"b":10}]');
    expect(text).toContain('\n={b:5,a:6}\n7,8\n=null\n9,10\n]');
  });

  it('says what the document was', () => {
    expect(formOf('{"a":1}\n{"a":2}\n{"a":3}')).toMatch(/^documents in lines\n/);
    expect(formOf('Found:\n[{"id":1,"name":"first"},{"id":2,"name":"second"}]\nDone.')).toMatch(
      /^text before `Found:\n`\ntext after `\nDone.`\n/,
    );
    const three = JSON.stringify(JSON.stringify(JSON.stringify(JSON.stringify({ a: 'é' }))));
    expect(formOf(three)).toMatch(/^in 3 strings compact plain\n/);
    expect(decodeForm(renderForm(readDocument(three) as NonNullable<ReturnType<typeof readDocument>>).text)).toMatchObject({
      stringLevels: 3,
    });
    expect(formOf(JSON.stringify(JSON.stringify({ a: 1 }, null, 2)))).toMatch(/^in a string 2 plain\n/);
  });

  it('I12: leaves no mark of ours standing in a text', () => {
    expect(
      form([
        { _ccr_dropped: '<<ccr:12 x>>', a: 1 },
        { _ccr_dropped: 'x <<CCR:', a: 2 },
      ]),
    ).not.toMatch(/<<ccr:|_ccr_dropped/i);
  });

  it('I11: tells gaps and cuts in their place, with counts', () => {
    const document = readDocument(JSON.stringify({ items: rows(6, (index) => ({ id: index * 3, name: names[index] })) }));
    const root = document?.values[0] as JsonObject;
    const items = root.values[0] as readonly JsonValue[];
    const pruned = [...items.slice(0, 2), new Gap(3, 'rows', ['id 6..12']), items[5]] as unknown as JsonValue;
    const cut = new Excerpt(['abc', 100, 'xyz']) as unknown as JsonValue;
    const keys = new Gap(2, 'keys') as unknown as JsonValue;
    const shape = { id: 99, keys: ['items', 'text', '…'] };
    const text = renderForm({ ...(document as NonNullable<typeof document>), values: [new JsonObject(shape, [pruned, cut, keys])] }).text;
    expect(text).toContain('items:[6 rows of items\n0,ada\n3,grace\n…3 rows left out: id 6..12\n15,donald\n]');
    expect(text).toContain('text:"abc…100 characters left out…xyz"');
    expect(text).toContain('…2 keys left out');
    expect(() => decodeForm(text)).toThrow(/complete JSON form/);
  });

  it('I11: what is missing of a row stands last: a field behind it would read as missing', () => {
    const results = rows(5, (index) => ({
      type: 'result',
      id: `call-${index * index}`,
      content: [{ text: `line ${index}\nand another` }],
    }));
    const document = readDocument(JSON.stringify(results));
    const gap = (): JsonValue => new Gap(1, 'values', ['id']) as unknown as JsonValue;
    const cutRows = (document!.values[0] as readonly JsonObject[]).map(
      ({ values }) => new JsonObject({ id: 98, keys: ['type', '…', 'content'] }, [values[0] as JsonValue, gap(), values[2] as JsonValue]),
    );
    const { text } = renderForm({ ...document!, values: [cutRows as unknown as JsonValue] });
    expect(text.match(/…1 value left out: id$/gm)).toHaveLength(5);
    expect(text.split('\n[')[0], 'the header names fields alone').not.toContain('…');
  });

  it('I11: what most rows leave out stands once, in the header, and a row that is whole says so', () => {
    const document = readDocument(JSON.stringify(rows(8, (index) => ({ type: `kind ${index}`, size: index * 7919, digest: `d${index}` }))));
    const gap = new Gap(1, 'values', ['digest']) as unknown as JsonValue;
    const cutRows = (document!.values[0] as readonly JsonObject[]).map((row, index) =>
      index === 3 ? row : new JsonObject({ id: 97, keys: ['type', 'size', '…'] }, [row.values[0]!, row.values[1]!, gap]),
    );
    const { text } = renderForm({ ...document!, values: [cutRows as unknown as JsonValue] });
    expect(text).toContain('(type,size;digest,~…1 value left out: digest)');
    expect(text).toContain('\nkind 3,23757;digest:d3,…nothing left out\n');
    expect(text).toContain('\nkind 4,31676\n');
    expect(text).toContain('~v: v unless stated');
    expect(() => decodeForm(text)).toThrow();
  });

  it('I11: no row says that nothing is left out of it while something is, whatever objects inside it leave out', () => {
    const gap = (...keys: string[]): JsonValue => new Gap(keys.length, 'values', [keys.join(', ')]) as unknown as JsonValue;
    const [outer, inner] = [gap('labels_url', 'events_url'), gap('diff_url')];
    const issues = rows(12, (index): JsonValue => {
      const own = [`issue ${index}`, index * 7919];
      const request = new JsonObject({ id: 71, keys: ['number', '…'] }, [index, inner]);
      return index % 3 === 0
        ? new JsonObject({ id: 72, keys: ['title', 'size', '…'] }, [...own, outer])
        : new JsonObject({ id: 73, keys: ['title', 'size', 'request', '…'] }, [...own, request, outer]);
    });
    const { text } = renderForm({ ...readDocument('[1]')!, values: [issues as unknown as JsonValue] });
    expect(text).not.toContain('nothing left out');
    expect(text.match(/…2 values left out: labels_url, events_url/g)).toHaveLength(12);
    expect(text.match(/…1 value left out: diff_url/g)).toHaveLength(8);
  });

  it('says whether literals were folded', () => {
    const literals = (value: unknown): string =>
      renderForm(readDocument(JSON.stringify(value)) as NonNullable<ReturnType<typeof readDocument>>).literals;
    expect(
      literals([
        { id: 1, name: 'ada' },
        { id: 2, name: 'grace' },
      ]),
    ).toBe('whole');
    expect(literals(rows(6, (index) => ({ number: index * 13 + 2, url: `https://example.org/items/${index * 13 + 2}` })))).toBe('folded');
  });
});
