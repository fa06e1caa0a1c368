import fc from 'fast-check';

/** Texts that look like signs, words or parts of the grammar, and what else breaks careless writers. */
const AWKWARD_TEXTS = [
  '', ' ', 'a', 'x y', 'null', 'true', 'missing', '1', '-0', '1.0', '1e5', '007', '1.2.3', 'a,b', 'a;b', 'a=b', 'a:b', 'a: b', '(x)', '[x]', '{x}', '{a}', '{id}', '~', '~x', '#1', '#x',
  '…3 rows left out', 'a …12 characters left out… b', '…2 entries left out: x\ny', '=x', '"q"', "it's", '`', '``a`', 'a`b', 'a\nb', '\n', 'tab\tx', '\r\n', '\u0000', '\ud800', '😀', 'é', '+2', '+=', '@user', '@rows x', '5 rows', '12 rows of a', ']', '}', ')',
  '*', 'pre/*', 'records by id', 'by id', '\\', '\\n', '<<ccr:0123 x>>', '_ccr_dropped', '__proto__', 'constructor', 'toString', ' lead', 'trail ', 'https://example.org/a/1', 'https://example.org/a/2?x=1&y=2',
  'long '.repeat(50), 'a.b', '.', '..', '-', '- x', '\u2028', '\u007f', '{"a":1}', '[1, 2]', '<b>x</b>', 'of', 'text',
] as const;

const AWKWARD_NUMBERS = ['0', '1', '-1', '1.0', '-0', '1e400', '1E+2', '9007199254740993', '0.1', '1e-7', '123456789012345678901234567890', '42', '1331424000'] as const;

const text = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...AWKWARD_TEXTS) }, fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 20 }));
const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('id', 'name', 'url', 'a', 'b', 'c', 'user', 'tags', 'x.y') }, fc.constantFrom(...AWKWARD_TEXTS));

const scalar = fc.oneof(
  { weight: 4, arbitrary: text.map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: fc.constantFrom(...AWKWARD_NUMBERS) },
  fc.constantFrom('null', 'true', 'false'),
);

const member = (name: string, value: string): string => `${JSON.stringify(name)}:${value}`;
const object = (members: readonly string[]): string => `{${members.join(',')}}`;
const list = (elements: readonly string[]): string => `[${elements.join(',')}]`;

interface Field {
  readonly name: string;
  /** The values that rows choose from: few give constants and usual values, references and lookups. */
  readonly pool: readonly string[];
  readonly derive: boolean;
}

/** Objects of one kind: the same fields, some of them left out, moved or doubled in some rows. */
function records(value: fc.Arbitrary<string>, size: number): fc.Arbitrary<string[]> {
  const field: fc.Arbitrary<Field> = fc.record({ name: key, pool: fc.array(value, { minLength: 1, maxLength: 6 }), derive: fc.boolean() });
  const choice = fc.record({ picks: fc.array(fc.nat(11), { minLength: 7, maxLength: 7 }), oddity: fc.nat(30) });
  return fc.tuple(fc.array(field, { minLength: 1, maxLength: 7 }), fc.array(choice, { minLength: 1, maxLength: size })).map(([fields, rows]) => rows.map((row) => writeRecord(fields, row)));
}

function writeRecord(fields: readonly Field[], row: { readonly picks: readonly number[]; readonly oddity: number }): string {
  const members: string[] = [];
  fields.forEach(({ name, pool, derive }, index) => {
    const pick = row.picks[index] as number;
    if (pick === 11) return;
    const value = derive ? JSON.stringify(`https://example.org/items/${row.picks[0]}/part-${pick % 3}`) : (pool[pick % pool.length] as string);
    members.push(member(name, value));
  });
  if (row.oddity === 0) members.reverse();
  if (row.oddity === 1 && members.length > 0) members.push(members[0] as string);
  return object(members);
}

function level(inner: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const entries = fc.tuple(fc.uniqueArray(key, { minLength: 1, maxLength: 8 }), records(inner, 8));
  return fc.oneof(
    { weight: 4, arbitrary: records(inner, 14).map(list) },
    { weight: 2, arbitrary: fc.array(inner, { maxLength: 5 }).map(list) },
    { weight: 2, arbitrary: fc.array(fc.tuple(key, inner), { maxLength: 5 }).map((members) => object(members.map(([name, value]) => member(name, value)))) },
    entries.map(([keys, rows]) => object(keys.map((name, index) => member(name, rows[index % rows.length] as string)))),
    fc.tuple(records(scalar, 3), fc.array(fc.nat(2), { minLength: 3, maxLength: 9 })).map(([rows, order]) => list(order.map((at) => rows[at % rows.length] as string))),
    inner,
    fc.tuple(inner, fc.constantFrom<number | undefined>(undefined, undefined, 1, 2, 4), fc.constantFrom('', '\n')).map(([text, indent, tail]) => (/\\ud8|[\d"}\]]e|\d\.\d|e\d|\d{15}/.test(text) ? JSON.stringify(text + tail) : JSON.stringify(JSON.stringify(JSON.parse(text), null, indent) + tail))),
  );
}

/** JSON texts with repeated records, maps, nesting, awkward keys, values and numbers. */
export const jsonTexts: fc.Arbitrary<string> = level(level(level(scalar)));

/** Time series with a stepping number, where most rows are as usual. */
export const seriesTexts: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.nat(1000), fc.array(fc.nat(9), { minLength: 2, maxLength: 40 })), { minLength: 1, maxLength: 4 })
  .map((lists) => list(lists.map(([start, rows]) => list(rows.map((value, index) => object([member('w', String(start + index * 60)), member('a', value > 6 ? String(value) : '0'), member('b', value > 7 ? '1' : '0')]))))));

const line = fc.constantFrom('', 'The first line of a paragraph that is long enough.', '<p>A paragraph that stands between tags.</p>', 'A paragraph that stands between tags.', '@3', '@1-2', '    return value;', '```', 'A closing remark with `code` in it, and more.', '<b>bold</b> text <i>in a line</i> that is not short');
const ends = fc.constantFrom('\n', '\r\n');

/** Records that say the same text several times, whole or in part, with other line ends and with tags. */
export const echoTexts: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.array(line, { minLength: 2, maxLength: 9 }), fc.array(fc.nat(9), { maxLength: 12 }), ends, fc.boolean()), { minLength: 2, maxLength: 6 })
  .map((rows) =>
    list(
      rows.map(([lines, order, end, tagged], index) => {
        const copy = order.map((at) => lines[at % lines.length] as string);
        const html = lines.map((shown) => (tagged ? `<div> <p>${shown}</p></div>` : shown)).join('\n');
        return object([member('id', String(index)), member('html', JSON.stringify(html)), member('text', JSON.stringify(copy.join(end))), member('body', JSON.stringify(lines.join(end)))]);
      }),
    ),
  );

/** Users, links and maps as web services give them: repeated records, addresses made of other fields, keys that are said again. */
export const serviceTexts: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.tuple(fc.nat(3), fc.nat(5), fc.nat(40)), { minLength: 6, maxLength: 20 }), fc.constantFrom('', '/x', '{owner}', '*', ',y', ';z', '~', ')'), fc.boolean())
  .map(([rows, tail, mapped]) => {
    const user = (at: number): string => object([member('login', JSON.stringify(`user ${at}`)), member('id', String(at + 100)), member('url', JSON.stringify(`https://example.org/users/${at + 100}${tail}`)), member('bio', JSON.stringify('some words about them '.repeat(3)))]);
    const items = rows.map(([host, who, number], index) =>
      object([
        member('key', JSON.stringify(`item-${index}`)),
        member('number', String(number)),
        member('owner', who === 5 ? 'null' : user(who)),
        member('image', JSON.stringify(`http://cdn${host}.example.org/i/${number}.png`)),
        member('image_https', JSON.stringify(`http${who === 4 ? '' : 's'}://cdn${host}.example.org/i/${number}.png`)),
        member('state', host === 0 ? '"closed"' : '"open"'),
        member('labels', list(rows.slice(0, who).map(([at]) => user(at)))),
        ...(number % 3 === 0 ? [member('owner_url', JSON.stringify(`https://example.org/{owner}${tail}/${number}`))] : []),
      ]),
    );
    return mapped ? object(items.map((item, index) => member(`item-${index}`, item))) : list(items);
  });
